/// Brings somebody into the case: a client, the alleged, family, a witness.
package struct AddPerson: Action, Hashable {
    package static let name: ActionName = "add-person"
    package static let duty: Duty? = .manageCases

    package var who: Line
    package var role: PersonRole
    /// What they are to the client.
    package var relation: Relation?
    package var sex: Sex?
    package var born: PartialDay?
    /// Where no birth date is known.
    package var age: Years?
    package var nik: NIK?
    package var phone: Phone?

    package init(
        _ who: Line, _ role: PersonRole, relation: Relation? = nil, sex: Sex? = nil, born: PartialDay? = nil,
        age: Years? = nil, nik: NIK? = nil, phone: Phone? = nil
    ) {
        self.who = who
        self.role = role
        self.relation = relation
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.phone = phone
    }

    /// Two people never contradict each other.
    package var topic: Topic? { nil }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.ahead(CodingKeys.born, born)
    }

    /// Two in one family may have one name.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let alike = file.people.first { isOneName($0.name.text, who.text) }
        let known = alike.map { Caution("person-known", ["name": $0.name.text]) }
        return [known].compactMap { $0 }
            + Person.cautions(sex: sex, born: born, age: age, nik: nik, on: context.today)
    }

    /// Two spellings of one name within one file are rarely two people. "Adik Melati" is Melati's sister: each word counts,
    /// as it sounds.
    private func isOneName(_ a: String, _ b: String) -> Bool { sounds(a) == sounds(b) }

    private func sounds(_ name: String) -> [String] {
        name.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            let sound = NameKey.phonetic(String(word))
            return sound.isEmpty ? String(word) : sound
        }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.people.append(
            Person(
                id: stamp.id(1), name: who, role: role, relation: relation, sex: sex, born: born,
                age: age.map { ($0, Day(stamp.instant)) }, nik: nik, phone: phone))
    }
}
