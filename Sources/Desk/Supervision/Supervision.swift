package import Casework
package import Foundation
import Storage

/// How the office's work stands, in numbers, for who supervises it. No number knows of a case that they must not see.
package struct Supervision: Hashable, Sendable {
    /// The open cases of one manager; of nil those that never had one. Cases are counted, not deadlines: that two have
    /// passed in one case would tell that one of them is not the standard's.
    package struct Load: Hashable, Sendable {
        package let manager: ID<Worker>?
        package fileprivate(set) var counts: [Concern: Int] = [:]
        /// How long ago the first deadline of theirs passed, in whole hours.
        package fileprivate(set) var hoursLate: Int?

        package subscript(concern: Concern) -> Int { counts[concern] ?? 0 }

        package init(manager: ID<Worker>?) { self.manager = manager }

        fileprivate mutating func add(_ other: Load) {
            counts.merge(other.counts, uniquingKeysWith: +)
            hoursLate = [hoursLate, other.hoursLate].compactMap(\.self).max()
        }
    }

    /// What waits for somebody: how many, and since when the first does.
    package struct Waiting: Hashable, Sendable {
        package let count: Int
        package let since: Date?

        fileprivate init(_ row: Row?) throws {
            count = try row?.int("n") ?? 0
            since = try row.flatMap { try $0.isNull("since") ? nil : $0.instant("since") }
        }
    }

    package let at: Date
    package let loads: [Load]
    /// Records in which something waits for the reader's word.
    package let waiting: Int
    /// Those of them in which that is not only an emergency.
    package let decisions: Int
    /// Hours in which others read a file in an emergency, and that the reader has to review.
    package let reviews: Waiting
    /// Complaints that nobody has triaged.
    package let inbox: Waiting
    /// Those of them whose deadline has passed.
    package let inboxLate: Int
    /// How soon the office answered what came in since ``answersSince``.
    package let answers: [Answering]

    package var answersSince: Date { at - Self.period }
    package static let period: TimeInterval = 90 * 24 * 3600

    /// All managers' together.
    package var whole: Load {
        loads.reduce(into: Load(manager: nil)) { $0.add($1) }
    }

    /// By when the first of the emergencies is to be reviewed.
    package var reviewDue: Date? { reviews.since.map { $0 + EmergencyAccess.reviewedWithin } }
}

extension Index {
    /// - Parameter answers: how soon the office answered, counted before.
    func supervision(in scope: Scope, at now: Date, answers: [Answering]) async throws -> Supervision {
        let told = try await rows(scope.supervision(at: now))
        return try Supervision(
            at: now, loads: Self.loads(told[0], at: now), waiting: told[1].first?.int("n") ?? 0,
            decisions: told[1].first?.int("decisions") ?? 0,
            reviews: .init(told[2].first), inbox: .init(told[3].first), inboxLate: told[3].first?.int("late") ?? 0,
            answers: answers)
    }

    private static func loads(_ rows: [Row], at now: Date) throws -> [Supervision.Load] {
        var loads: [ID<Worker>?: Supervision.Load] = [:]
        for row in rows {
            let manager = try row.isNull("manager") ? nil : ID<Worker>(row.id("manager"))
            var some = Supervision.Load(manager: manager)
            for concern in Concern.allCases where try row.int(concern.rawValue) == 1 {
                some.counts[concern] = try row.int("n")
            }
            some.hoursLate = try row.isNull("since") ? nil : Lateness(since: row.instant("since"), at: now).hours
            loads[manager, default: Supervision.Load(manager: manager)].add(some)
        }
        return Array(loads.values)
    }

    /// How SQLite answers the numbers, for the test that none scans a table.
    func supervisionPlans(in scope: Scope, at now: Date) async throws -> [String] {
        var plans: [String] = []
        for sql in scope.supervision(at: now) + [Answering.asking(in: scope, since: now)] {
            plans += try await plan(sql)
        }
        return plans
    }
}

extension Scope {
    /// Several answers that agree with each other: the open cases, grouped by all that is asked of them; what waits for a
    /// decision; emergencies; the inbox.
    fileprivate func supervision(at now: Date) -> [SQL] {
        let concerns = Concern.allCases.dropFirst().reduce(Concern.open.column(at: now)) {
            "\($0), \($1.column(at: now))"
        }
        let names = SQL(stringLiteral: Concern.allCases.map(\.rawValue).joined(separator: ", "))
        let isNew: SQL = "cards.kind = \(Complaint.kind.text) AND cards.status = \(Status.new.rawValue)"
        return [
            """
            SELECT (SELECT worker FROM team WHERE team.row = cards.row AND team.manages = 1) AS manager,
                \(concerns), count(*) AS n, min(\(Concern.since(at: now))) AS since
            FROM cards WHERE \(supervised)
            GROUP BY manager, \(names)
            """,
            """
            SELECT count(*) AS n, count(*) FILTER (WHERE cards.approval = \(Asked.decision.rawValue)) AS decisions
            FROM cards WHERE \(approves ? 1 : 0) AND \(listed) AND cards.approval > 0 AND \(asks)
            """,
            """
            SELECT count(*) AS n, min(began) AS since FROM emergencies CROSS JOIN cards ON cards.row = emergencies.row
            WHERE \(reviews)
            """,
            """
            SELECT count(*) AS n, min(cards.at) AS since, count(*) FILTER (WHERE \(Concern.late.holds(at: now))) AS late
            FROM cards WHERE \(approves ? 1 : 0) AND \(listed) AND \(isNew)
            """,
        ]
    }
}

extension Concern {
    /// Whether it holds, by its name.
    fileprivate func column(at now: Date) -> SQL { "(\(holds(at: now))) AS \(SQL(stringLiteral: rawValue))" }
}
