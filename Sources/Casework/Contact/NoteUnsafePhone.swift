/// A number that was found unsafe while somebody worked on the case: nobody calls it from its complaints either.
package struct NoteUnsafePhone: Action, Hashable {
    package static let name: ActionName = "note-unsafe-phone"
    package static let duty: Duty? = .manageCases
    package static let hasForm = false

    package let phone: Phone

    package init(phone: Phone) { self.phone = phone }

    package var topic: Topic? { Topic(SetSafeContact<Complaint>.name.text) }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.contact.distrust(phone) }
}
