package import Casework
import Foundation
import Storage

/// What a stub of an open case tells besides to who supervises: how the work stands, and nothing of what happened. No day
/// is in it, and no length to the hour beside another: when the case began and how late it is would tell together which
/// rule was missed, and that tells what was done (`docs/adr/0005-three-levels-of-sight.md`).
package struct Supervised: Hashable, Sendable {
    package let status: Status
    /// Nil where nothing that binds the office has passed.
    package let late: Lateness?
    /// Whether nobody wrote down any work for ``Concern/quietAfter``.
    package let isQuiet: Bool
}

/// How long ago the first deadline passed.
package struct Lateness: Hashable, Sendable {
    /// In whole hours; nil where it can't be reckoned.
    package let hours: Int?

    init(since: Date?, at now: Date) { hours = since.map { Int(now.timeIntervalSince($0) / 3600) } }
}

extension Index {
    /// A listing whose stubs tell who supervises what is late.
    func withSupervised(_ listing: Listing, in scope: Scope, at now: Date) async throws -> Listing {
        let stubs = listing.rows.filter { $0.sight == .listed && $0.card.kind == CaseFile.kind }
        guard scope.approves, !stubs.isEmpty else { return listing }
        let found = try await rows(
            """
            SELECT record, status, (\(Concern.late.holds(at: now))) AS late, \(Concern.since(at: now)) AS since,
                (\(Concern.quiet.holds(at: now))) AS quiet
            FROM cards INDEXED BY cards_by_record
            WHERE record IN \(stubs.map(\.card.record)) AND \(scope.supervised)
            """)
        var supervised: [UUID: Supervised] = [:]
        for row in found {
            guard let status = Status(rawValue: try row.text("status")) else { continue }
            let since = try row.isNull("since") ? nil : row.instant("since")
            supervised[try row.id("record")] = Supervised(
                status: status, late: try row.int("late") == 1 ? Lateness(since: since, at: now) : nil,
                isQuiet: try row.int("quiet") == 1)
        }
        var listing = listing
        for place in listing.rows.indices {
            listing.rows[place].supervised = supervised[listing.rows[place].card.record]
        }
        return listing
    }
}
