/// Says that somebody in this case and somebody in another are one person. It is reversible, stands in both files, and
/// needs the right to open both.
package struct LinkPeople: Entailing, Hashable {
    package static let name: ActionName = "link-people"
    package static let duty: Duty? = .manageCases
    package static let needsEveryFile = true

    package var person: ID<Person>
    package var elsewhere: PersonElsewhere
    /// What makes it sure.
    package var reason: LongText

    package init(_ person: ID<Person>, with elsewhere: PersonElsewhere, because reason: LongText) {
        self.person = person
        self.elsewhere = elsewhere
        self.reason = reason
    }

    package var topic: Topic? { Topic("link/\(person)/\(elsewhere.person)") }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if file.person(person) == nil { faults.append(Fault(CodingKeys.person, .notInList)) }
        if elsewhere.file == file.id { faults.append(Fault(CodingKeys.elsewhere, .notInList)) }
        return faults
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] { file.linkingObstacles }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        let isLinked = file.links.contains { $0.person == person && $0.elsewhere == elsewhere }
        guard !isLinked else { throw Refusal("linked-already") }
    }

    package func entails(_ file: CaseFile, _ stamp: Stamp) -> [Deed] {
        let here = PersonElsewhere(person, in: file.id)
        return [Deed(NoteLink(stamp.id(1), elsewhere.person, with: here), on: elsewhere.file)]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.links.append(PersonLink(id: stamp.id(1), person: person, elsewhere: elsewhere))
    }
}
