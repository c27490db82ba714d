/// Its case was told anew how contact is safe: nobody goes by what the complaint says any more. How, only the case tells.
package struct NoteNewerContact: Action, Hashable {
    package static let name: ActionName = "note-newer-contact"
    package static let duty: Duty? = .manageCases
    package static let hasForm = false

    package init() {}

    package var topic: Topic? { Topic(SetSafeContact<Complaint>.name.text) }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.contact.isReplaced = true }
}
