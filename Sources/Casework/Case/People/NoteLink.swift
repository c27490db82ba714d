/// The other file's side of a link. Linking entails it.
package struct NoteLink: Action, Hashable {
    package static let name: ActionName = "note-link"
    package static let duty: Duty? = .manageCases
    package static let hasForm = false

    private let link: ID<PersonLink>
    private let person: ID<Person>
    private let elsewhere: PersonElsewhere

    package init(_ link: ID<PersonLink>, _ person: ID<Person>, with elsewhere: PersonElsewhere) {
        self.link = link
        self.person = person
        self.elsewhere = elsewhere
    }

    package var topic: Topic? { nil }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.person(person) == nil ? [Fault(CodingKeys.person, .notInList)] : []
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] { file.linkingObstacles }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.links.append(PersonLink(id: link, person: person, elsewhere: elsewhere))
    }
}
