/// Says who of the file somebody is of whom a joined complaint tells, or that the file needs no such person.
package struct RecognisePerson: ChangingAction, Hashable {
    package static let name: ActionName = "recognise-person"
    package static let duty: Duty? = .manageCases

    package var told: ID<ToldPerson>
    package var person: ID<Person>?
    /// Why they need not be in the file, where they are nobody in it.
    package var reason: LongText?

    package init(_ told: ID<ToldPerson>, is person: ID<Person>? = nil, because reason: LongText? = nil) {
        self.told = told
        self.person = person
        self.reason = reason
    }

    package var topic: Topic? { Topic("told/\(told)") }

    package static var chosen: any CodingKey { CodingKeys.told }

    package static func suggestion(for file: CaseFile, choosing id: String, on today: Day) throws -> Posted? {
        guard let told = ID<ToldPerson>(id).flatMap(file.toldPerson), told.said == nil else { return nil }
        return Posted()
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.toldOnly.isEmpty }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if file.toldPerson(told).map({ $0.said != nil }) ?? true { faults.append(Fault(CodingKeys.told, .notInList)) }
        if let person, file.person(person) == nil { faults.append(Fault(CodingKeys.person, .notInList)) }
        if person == nil, reason == nil { faults.append(Fault(CodingKeys.person, .missing)) }
        return faults
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard let person = person.flatMap(file.person) else { return }
        try file.checkDanger(of: told, as: person.role)
    }

    /// Who was harmed and is no client is counted nowhere, and who is not needed is not served.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        if person == nil, file.isInDanger(told) { return [Caution("told-in-danger")] }
        guard file.toldPerson(told)?.role == .client, let person = person.flatMap(file.person), person.role != .client
        else { return [] }
        return [Caution("told-no-client", ["name": person.name.text])]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let heard = file.toldPerson(told) else { return }
        file.say(person.map { .person($0) } ?? .nobody, of: told)
        guard let place = file.people.firstIndex(where: { $0.id == person }) else { return }
        file.people[place].hear(heard)
    }
}
