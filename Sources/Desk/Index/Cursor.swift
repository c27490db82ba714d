import Casework
import Foundation
import Storage

/// Where a list goes on: after this row, by what the list is ordered by. It tells nothing but a place: not even which
/// words a search was for, since it stands in addresses.
package struct Cursor: Hashable, Sendable, CustomStringConvertible {
    /// The list that it is a place in.
    private let list: String
    let urgency: Int
    /// Microseconds since 1970.
    let at: Int
    let record: UUID

    init(after listed: Listed, in list: List) {
        self.list = list.mark
        let isAhead = list.order == .urgent && listed.card.isUnsafe
        urgency = listed.card.urgency + (isAhead ? ListOrder.ahead : 0)
        at = Int(listed.card.at.microseconds)
        record = listed.card.record
    }

    package var description: String { "\(list)_\(urgency)_\(at)_\(record.text)" }

    /// A place in one list says nothing about another.
    package func isOf(_ list: List) -> Bool { self.list == list.mark }

    /// Nil for a text that no list gave.
    package init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 4, let urgency = Int(parts[1]), let at = Int(parts[2]),
            let record = UUID(uuidString: String(parts[3]))
        else { return nil }
        list = String(parts[0])
        self.urgency = urgency
        self.at = at
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
        case .approvals: "approvals"
        case .decidedAlone: "alone"
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

    /// More than any risk.
    fileprivate static let ahead = 10

    private static var urgency: SQL { "(unsafe * \(ahead) + urgency)" }

    var by: SQL {
        switch self {
        case .urgent: "\(Self.urgency) DESC, at, record"
        case .risk: "urgency DESC, at, record"
        case .grave: "urgency DESC, at DESC, record"
        case .newest: "at DESC, record"
        case .oldest: "at, record"
        }
    }

    func after(_ cursor: Cursor) -> SQL {
        switch self {
        case .urgent: after(cursor, by: Self.urgency)
        case .risk: after(cursor, by: "urgency")
        case .grave: "(urgency < \(cursor.urgency) OR (urgency = \(cursor.urgency) AND \(Self.newest.after(cursor))))"
        case .newest: "(at < \(cursor.at) OR (at = \(cursor.at) AND record > \(cursor.record)))"
        case .oldest: "(at, record) > (\(cursor.at), \(cursor.record))"
        }
    }

    private func after(_ cursor: Cursor, by rank: SQL) -> SQL {
        """
        (\(rank) < \(cursor.urgency)
            OR (\(rank) = \(cursor.urgency) AND (at, record) > (\(cursor.at), \(cursor.record))))
        """
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
