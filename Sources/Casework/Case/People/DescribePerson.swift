/// Adds what became known since of somebody in the case: above all of a client, of whom a complaint may tell only a name,
/// or "the girl at number three". What is not answered stays as it was, unless it is said to be wrong; a name that is
/// put right stays one by which they are found.
package struct DescribePerson: ChangingAction, Hashable {
    package static let name: ActionName = "describe-person"
    package static let duty: Duty? = .manageCases
    package static let keepsTheRest = true

    package var person: ID<Person>
    /// What they are called, where that became known or was written wrong.
    package var who: Line?
    /// What they are to the client.
    package var relation: Relation?
    package var sex: Sex?
    package var born: PartialDay?
    /// Where no birth date is known.
    package var age: Years?
    package var nik: NIK?
    package var phone: Phone?
    /// Where they can be found; nil in entries of before it was asked.
    package var address: Line?
    package var background: Background?
    /// What is recorded and wrong; what is right is answered above, if it is known.
    package var wrong: [PersonDetail]?

    package init(
        _ person: ID<Person>, who: Line? = nil, relation: Relation? = nil, sex: Sex? = nil, born: PartialDay? = nil,
        age: Years? = nil, nik: NIK? = nil, phone: Phone? = nil, address: Line? = nil, background: Background? = nil,
        wrong: [PersonDetail]? = nil
    ) {
        self.person = person
        self.who = who
        self.relation = relation
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.phone = phone
        self.address = address
        self.background = background
        self.wrong = wrong
    }

    package var topic: Topic? { Topic("person/\(person)") }

    package static var chosen: any CodingKey { CodingKeys.person }

    package static func suggestion(for file: CaseFile, choosing id: String, on today: Day) throws -> Posted? {
        guard let known = ID<Person>(id).flatMap(file.person) else { return nil }
        return try FormWriter.answers(
            of: Self(
                known.id, who: known.name, relation: known.relation, sex: known.sex, born: known.born,
                age: known.estimate(on: today).map(Years.init), nik: known.nik, phone: known.phone,
                address: known.address,
                background: known.background))
    }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        let known = file.person(person)
        if known == nil { faults.append(Fault(CodingKeys.person, .notInList)) }
        if let known, let wrong, !wrong.allSatisfy(known.has) { faults.append(Fault(CodingKeys.wrong, .notInList)) }
        let isEmpty =
            sex == nil && born == nil && age == nil && nik == nil && phone == nil && address == nil && background == nil
            && wrong?.isEmpty != false
        let isSame = (who == nil || who == known?.name) && relation == nil
        if isEmpty, isSame { faults.append(Fault(CodingKeys.born, .missing)) }
        return faults + context.ahead(CodingKeys.born, born)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        guard let known = file.person(person).map({ described($0, on: context.today) }) else { return [] }
        let others = file.people.filter { $0.id != person }
        let alike = who.flatMap { who in others.first { $0.isCalled(who) } }
        return (alike.map { [Caution("person-known", ["name": $0.name.text])] } ?? [])
            + Person.cautions(sex: known.sex, born: known.born, age: age, nik: known.nik, on: context.today)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.people.firstIndex(where: { $0.id == person }) else { return }
        file.people[place] = described(file.people[place], on: Day(stamp.instant))
    }

    private func described(_ known: Person, on day: Day) -> Person {
        var person = Person(
            id: known.id, name: who ?? known.name, role: known.role,
            relation: relation ?? known.relation.flatMap { left($0, .relation) },
            sex: sex ?? known.sex.flatMap { left($0, .sex) }, born: born ?? known.born.flatMap { left($0, .born) },
            age: age.map { ($0, day) } ?? known.age.flatMap { left($0, .age) },
            nik: nik ?? known.nik.flatMap { left($0, .nik) }, phone: phone ?? known.phone.flatMap { left($0, .phone) },
            address: address ?? known.address.flatMap { left($0, .address) },
            background: (background ?? Background()).added(to: known.background, wrong: wrong ?? []))
        person.otherNames = known.otherNames
        person.hear(known.name)
        return person
    }

    /// What is known, unless it is wrong.
    private func left<Known>(_ known: Known, _ detail: PersonDetail) -> Known? {
        wrong?.contains(detail) == true ? nil : known
    }
}

/// What a case knows of somebody beside their name and what they are in it.
package enum PersonDetail: String, Choice {
    case relation, sex, born, age, nik, phone, address, education, occupation, marital, disability
    package static let list = "person-detail"
}
