import Casework
import Foundation
import Storage
import Vault

/// Where a list goes on: after a row as it stood when it was told, so that whatever is written meanwhile, moved, hidden or
/// erased, no row after it is left out. It is sealed: it stands in addresses, and by what a list is ordered no stub tells.
package struct Cursor: Hashable, Sendable, CustomStringConvertible {
    let place: ListPlace
    package let description: String

    init(after place: ListPlace, in list: List, _ vault: Vault) throws {
        self.place = place
        description = try vault.sealed(place: place.bytes, in: list.mark).hex
    }

    /// Nil for a text that this list never gave: a place in one list says nothing about another.
    init?(_ text: String, in list: List, _ vault: Vault) {
        guard let sealed = Data(hex: text), let bytes = vault.opened(place: sealed, in: list.mark),
            let place = ListPlace(bytes)
        else { return nil }
        self.place = place
        description = text
    }
}

extension Desk {
    /// The place in a list that a text tells; nil for a text that this list never gave.
    package func cursor(_ text: String, in list: List) -> Cursor? { Cursor(text, in: list, vault) }
}

extension List {
    fileprivate var mark: String {
        switch self {
        case .inbox: "inbox"
        case .cases(let own): own ? "own" : "all"
        case .closed: "closed"
        case .ended: "ended"
        case .voided: "voided"
        case .emergencies: "emergencies"
        case .approvals: "approvals"
        case .decidedAlone: "alone"
        case .supervised(let concern, let manager, _):
            [concern.rawValue, manager?.description].compactMap { $0 }.joined(separator: "-")
        case .search: "search"
        case .alike: "alike"
        }
    }
}

/// A place in a list: what the row there is ordered by.
struct ListPlace: Hashable, Sendable {
    let record: UUID
    let rank: Int
    let at: Date

    init(record: UUID, rank: Int, at: Date) {
        self.record = record
        self.rank = rank
        self.at = at
    }

    /// One byte, eight and sixteen.
    var bytes: Data {
        Data([UInt8(clamping: rank)]) + withUnsafeBytes(of: at.timeIntervalSince1970.bitPattern.bigEndian) { Data($0) }
            + withUnsafeBytes(of: record.uuid) { Data($0) }
    }

    init?(_ bytes: Data) {
        guard bytes.count == 25 else { return nil }
        let pattern = bytes.dropFirst().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let id = bytes.suffix(16).withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
        self.init(
            record: id, rank: Int(bytes[bytes.startIndex]),
            at: Date(timeIntervalSince1970: Double(bitPattern: pattern)))
    }
}

/// What a list is ordered by; the record's id decides between equals, so that no row is told twice or left out.
enum ListOrder {
    /// Who is not safe comes first: a list of what the reader may open.
    case urgent
    /// The same by what a stub tells.
    case risk
    /// The same, and the newest among equals: of what has ended, what came in long ago waits for nobody.
    case grave
    case newest, oldest
    /// What nobody wrote anything about for longest.
    case quiet

    /// More than any risk.
    private static let ahead = 10

    private static var urgency: SQL { "(unsafe * \(ahead) + urgency)" }

    var by: SQL {
        switch self {
        case .urgent: "\(Self.urgency) DESC, at, record"
        case .risk: "urgency DESC, at, record"
        case .grave: "urgency DESC, at DESC, record"
        case .newest: "at DESC, record"
        case .oldest: "at, record"
        case .quiet: "recorded, record"
        }
    }

    /// Where a card stands now.
    func place(of card: Card) -> ListPlace {
        let rank =
            switch self {
            case .urgent: (card.isUnsafe ? Self.ahead : 0) + card.urgency
            case .risk, .grave: card.urgency
            case .newest, .oldest, .quiet: 0
            }
        return ListPlace(record: card.record, rank: rank, at: self == .quiet ? card.recorded ?? card.at : card.at)
    }

    /// The rows after a place.
    func after(_ place: ListPlace) -> SQL {
        let later: SQL = "(at, record) > (\(place.at), \(place.record))"
        let newer: SQL = "(at < \(place.at) OR (at = \(place.at) AND record > \(place.record)))"
        return switch self {
        case .urgent: Self.after(place.rank, by: Self.urgency, then: later)
        case .risk: Self.after(place.rank, by: "urgency", then: later)
        case .grave: Self.after(place.rank, by: "urgency", then: newer)
        case .newest: newer
        case .oldest: later
        case .quiet: "(recorded, record) > (\(place.at), \(place.record))"
        }
    }

    private static func after(_ rank: Int, by column: SQL, then rest: SQL) -> SQL {
        "(\(column) < \(rank) OR (\(column) = \(rank) AND \(rest)))"
    }
}

/// How much of a list is wanted.
package struct PageOfList: Hashable, Sendable {
    package let after: Cursor?
    /// At most so many rows.
    package let limit: Int

    package init(after: Cursor? = nil, limit: Int = List.most) {
        self.after = after
        self.limit = min(max(limit, 1), List.most)
    }
}
