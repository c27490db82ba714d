package import Foundation

/// What came in: somebody says that a woman or a child is in danger or was harmed.
package struct Complaint: Record {
    package static let kind: RecordKind = "complaints"
    package static let codePrefix = "LP"
    package static let actions: Actions<Complaint> = [ReceiveComplaint.self]

    package let id: ID<Complaint>
    package private(set) var received: ReceiveComplaint?
    package private(set) var at = Date.distantPast

    package init(id: ID<Complaint>) { self.id = id }

    mutating func receive(_ complaint: ReceiveComplaint, _ stamp: Stamp) {
        received = complaint
        at = complaint.at?.instant ?? stamp.instant
    }

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
        let texts = [
            received.what.text, received.affected?.text, received.reporter?.text, received.safeContact?.text,
            received.phone?.text, received.phone?.national,
        ]
        card.text = texts.compactMap { $0 }.joined(separator: "\n")
        return card
    }
}
