/// Its case was told anew how contact is safe: nobody goes by what the complaint says any more. How, only the case tells.
package struct NoteNewerContact: Action, Hashable {
    package static let name: ActionName = "note-newer-contact"
    package static let duty: Duty? = .manageCases
    package static let hasForm = false

    package init() {}

    /// What the case's manager says contradicts nobody here, and nothing here rests on it.
    package var topic: Topic? { nil }

    /// Of a complaint that was taken out of the case again nobody else knows better.
    package func apply(to complaint: inout Complaint, _ stamp: Stamp) {
        guard complaint.caseFile != nil else { return }
        complaint.contact.isReplaced = true
    }
}
