/// The other file's side of it. Unlinking entails it.
package struct NoteUnlink: Action, Hashable {
    package static let name: ActionName = "note-unlink"
    package static let duty: Duty? = .manageCases
    package static let hasForm = false

    private let link: ID<PersonLink>

    package init(_ link: ID<PersonLink>) { self.link = link }

    package var topic: Topic? { nil }
    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.links.removeAll { $0.id == link } }
}
