/// Says what somebody in the case needs so that they can speak and be heard: what complaints told is put right.
package struct SetNeeds: Action, Hashable {
    package static let name: ActionName = "set-needs"
    package static let duty: Duty? = .manageCases

    package var needs: [Need]?
    /// Who needs it, and what else.
    package var note: Line?

    package init(_ needs: [Need]? = nil, note: Line? = nil) {
        self.needs = needs
        self.note = note
    }

    package static func suggestion(for file: CaseFile) throws -> Posted? {
        try FormWriter.answers(of: Self(file.needs.isEmpty ? nil : file.needs, note: file.needsNote))
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.needs = needs ?? []
        file.needsNote = note
    }
}
