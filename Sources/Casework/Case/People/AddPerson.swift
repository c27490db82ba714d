/// Brings somebody into the case: a client, the alleged, family, a witness.
package struct AddPerson: BegunAction, Hashable {
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
    /// Where they can be found; nil in entries of before it was asked.
    package var address: Line?
    package var background: Background?
    /// As whom a joined complaint told of them.
    package var told: ID<ToldPerson>?

    package init(
        _ who: Line, _ role: PersonRole, relation: Relation? = nil, sex: Sex? = nil, born: PartialDay? = nil,
        age: Years? = nil, nik: NIK? = nil, phone: Phone? = nil, address: Line? = nil, background: Background? = nil,
        told: ID<ToldPerson>? = nil
    ) {
        self.who = who
        self.role = role
        self.relation = relation
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.phone = phone
        self.address = address
        self.background = background
        self.told = told
    }

    /// Two people never contradict each other.
    package var topic: Topic? { nil }

    package static var begins: any CodingKey { CodingKeys.told }

    package static func suggestion(for file: CaseFile, beginning id: String) throws -> Posted? {
        guard let told = ID<ToldPerson>(id).flatMap(file.toldPerson), told.said == nil else { return nil }
        return try FormWriter.answers(
            of: Self(told.who, told.role, sex: told.sex, age: told.age, phone: told.phone, told: told.id))
    }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let isSaid = told.map { file.toldPerson($0).map { $0.said != nil } ?? true } ?? false
        return context.ahead(CodingKeys.born, born) + (isSaid ? [Fault(CodingKeys.told, .notInList)] : [])
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if let told { try file.checkDanger(of: told, as: role) }
    }

    /// A role that is corrected is another one from now on too, unless it was changed since.
    package func check(
        replacing told: any Action<CaseFile>, on file: CaseFile, _ stamp: Stamp
    ) throws(Refusal) {
        guard let told = told as? AddPerson, told.role != role else { return }
        // Follow-ups of a time when there was one client name nobody: they would have met another one then.
        guard role != .client else { throw Refusal("role-not-corrected") }
        if let known = file.person(stamp.id(1)), known.role == told.role { try file.checkRole(of: known) }
    }

    /// Two in one family may have one name.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let alike = file.people.first { $0.isCalled(who) }
        let known = alike.map { Caution("person-known", ["name": $0.name.text]) }
        let isHarmed = told.flatMap(file.toldPerson)?.role == .client && role != .client
        let noClient = isHarmed ? Caution("told-no-client", ["name": who.text]) : nil
        return [known, noClient].compactMap { $0 }
            + Person.cautions(sex: sex, born: born, age: age, nik: nik, on: context.today)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.people.append(
            Person(
                id: stamp.id(1), name: who, role: role, relation: relation, sex: sex, born: born,
                age: age.map { ($0, Day(stamp.instant)) }, nik: nik, phone: phone, address: address,
                background: background ?? Background()))
        if let told { file.say(.person(stamp.id(1)), of: told) }
    }
}
