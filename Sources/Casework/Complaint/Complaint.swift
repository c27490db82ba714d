package import Foundation

/// What came in: somebody says that a woman or a child is in danger or was harmed.
package struct Complaint: Record {
    package static let kind: RecordKind = "complaints"
    package static let codePrefix = "LP"
    package static let actions: Actions<Complaint> = [
        ReceiveComplaint.self, SetSafeContact.self, RecordCallback.self,
    ]

    package let id: ID<Complaint>
    package private(set) var received: ReceiveComplaint?
    package private(set) var at = Date.distantPast
    package private(set) var phone: Phone?
    package private(set) var safeContact: Line?
    /// Oldest first.
    package private(set) var callbacks: [RecordCallback] = []

    package init(id: ID<Complaint>) { self.id = id }

    mutating func receive(_ complaint: ReceiveComplaint, _ stamp: Stamp) {
        received = complaint
        at = complaint.at?.instant ?? stamp.instant
        phone = complaint.phone
        safeContact = complaint.safeContact
    }

    mutating func setSafeContact(_ contact: SetSafeContact) {
        phone = contact.phone
        safeContact = contact.safeContact
    }

    mutating func callBack(_ callback: RecordCallback) { callbacks.append(callback) }

    package var isDangerous: Bool { received?.danger == .yes }

    package func card(_ version: Int) -> Card {
        var card = Card(id, version, status: .new, title: received?.what.opening() ?? "", at: at)
        guard let received else { return card }
        card.urgency = isDangerous ? 1 : 0
        card.codes = [
            "channel": received.channel.rawValue,
            "danger": received.danger?.rawValue,
            "district": received.district?.rawValue,
        ].compactMapValues { $0 }
        let texts =
            [
                received.what.text, received.reporter?.text, safeContact?.text, phone?.text, phone?.national,
            ] + (received.affected ?? []).map(\.who.text) + callbacks.map { $0.note?.text }
        card.text = texts.compactMap { $0 }.joined(separator: "\n")
        return card
    }
}
