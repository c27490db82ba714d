/// Says anew how contact is safe. What stood there before counts no more.
package struct SetSafeContact: Action, Hashable {
    package static let name: ActionName = "set-safe-contact"
    package static let duty: Duty? = .takeComplaints

    package var phone: Phone?
    /// How, when and through whom; and what must not be done.
    package var safeContact: Line

    package init(phone: Phone? = nil, safeContact: Line) {
        self.phone = phone
        self.safeContact = safeContact
    }

    package static func suggestion(for complaint: Complaint) -> SetSafeContact? {
        SetSafeContact(phone: complaint.phone, safeContact: complaint.safeContact ?? "")
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.setSafeContact(self) }
}
