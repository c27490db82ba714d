import Casework
package import Foundation
import Storage

/// What whoever supervises asks of the open cases. One condition counts them and lists them, so that no number leads to
/// another list.
package enum Concern: String, CaseIterable, Hashable, Sendable, Codable {
    /// All of them.
    case open
    /// A deadline that binds the office has passed.
    case late
    /// Nobody wrote down any work for ``quietAfter``.
    case quiet
    /// Nobody manages it: whoever did has left, has another post, or must not see it.
    case unassigned
    case high, medium, low
    /// Nobody has said yet how great the risk is.
    case unrated

    /// As long as a case that is only watched waits for its next call.
    package static let quietAfter: TimeInterval = 30 * 24 * 3600

    /// Of a row of `cards`.
    func holds(at now: Date) -> SQL {
        switch self {
        case .open: "TRUE"
        case .late: "EXISTS (SELECT 1 FROM dues WHERE \(Self.isLate(at: now)))"
        case .quiet: "cards.recorded <= \(now - Self.quietAfter)"
        case .unassigned:
            """
            NOT EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.manages = 1
                AND NOT EXISTS (SELECT 1 FROM leavers WHERE leavers.worker = team.worker AND leavers.lane = cards.lane)
                AND NOT EXISTS (SELECT 1 FROM conflicts
                    WHERE conflicts.worker = team.worker AND conflicts.row = cards.row))
            """
        case .high: "cards.urgency = \(Risk.high.urgency)"
        case .medium: "cards.urgency = \(Risk.medium.urgency)"
        case .low: "cards.urgency = \(Risk.low.urgency)"
        case .unrated: "cards.urgency = 0"
        }
    }

    /// The dues of a row of `cards` that bind the office and have passed. One that can't be reckoned, since its calendar
    /// is not loaded, is among them, as it is for who must keep it.
    static func isLate(at now: Date) -> SQL {
        "dues.row = cards.row AND dues.binds = 1 AND dues.due <= \(now)"
    }

    /// How long ago the first of them passed; of those that can't be reckoned nobody knows.
    static func since(at now: Date) -> SQL {
        "(SELECT min(due) FROM dues WHERE \(isLate(at: now)) AND dues.known = 1)"
    }
}

extension Scope {
    /// The open cases that somebody who supervises hears of.
    var supervised: SQL {
        """
        \(approves ? 1 : 0) AND \(listed) AND cards.running = 1
        """
    }
}
