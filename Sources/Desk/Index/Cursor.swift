import Casework
import Foundation
import Storage

/// Where a list goes on: after this record. It tells nothing else: not which words a search was for, since it stands in
/// addresses, and not by what the list is ordered, since a stub does not tell that.
package struct Cursor: Hashable, Sendable, CustomStringConvertible {
    /// The list that it is a place in.
    private let list: String
    let record: UUID

    init(after record: UUID, in list: List) {
        self.list = list.mark
        self.record = record
    }

    package var description: String { "\(list)_\(record.text)" }

    /// Nil for a text that this list never gave: a place in one list says nothing about another.
    package init?(_ text: String, in list: List) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == list.mark, let record = UUID(text: String(parts[1])) else { return nil }
        self.list = list.mark
        self.record = record
    }
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

    /// The rows after the cursor's record, wherever that stands now; none where it was erased.
    /// - Parameter seen: what must hold of that record: whoever asks makes up which it is, and where it stands among others
    ///   tells of it.
    func after(_ cursor: Cursor, seen: SQL) -> SQL {
        let its = { (what: SQL) -> SQL in
            "(SELECT \(what) FROM cards WHERE cards.record = \(cursor.record) AND \(seen))"
        }
        let at = its("at")
        let later: SQL = "(at, record) > (\(at), \(cursor.record))"
        let newer: SQL = "(at < \(at) OR (at = \(at) AND record > \(cursor.record)))"
        return switch self {
        case .urgent: Self.after(its(Self.urgency), by: Self.urgency, then: later)
        case .risk: Self.after(its("urgency"), by: "urgency", then: later)
        case .grave: Self.after(its("urgency"), by: "urgency", then: newer)
        case .newest: newer
        case .oldest: later
        case .quiet: "(recorded, record) > (\(its("recorded")), \(cursor.record))"
        }
    }

    private static func after(_ its: SQL, by rank: SQL, then rest: SQL) -> SQL {
        "(\(rank) < \(its) OR (\(rank) = \(its) AND \(rest)))"
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
