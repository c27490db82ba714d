/// Takes a link between two files back, in both.
package struct UnlinkPeople: Entailing, Hashable {
    package static let name: ActionName = "unlink-people"
    package static let duty: Duty? = .manageCases
    /// Taken back, it would link what must not be linked any more: who are the same are linked anew.
    package static let mending: MendingTraits = .final
    package static let needsEveryFile = true

    package var link: ID<PersonLink>
    package var reason: LongText

    package init(_ link: ID<PersonLink>, because reason: LongText) {
        self.link = link
        self.reason = reason
    }

    package var topic: Topic? { Topic("link/\(link)") }

    package static func isOffered(on file: CaseFile) -> Bool { !file.links.isEmpty }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.links.contains { $0.id == link } ? [] : [Fault(CodingKeys.link, .notInList)]
    }

    package func entails(_ file: CaseFile, _ stamp: Stamp) -> [Deed] {
        file.links.filter { $0.id == link }.map { Deed(NoteUnlink(link), on: $0.elsewhere.file) }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.links.removeAll { $0.id == link } }
}
