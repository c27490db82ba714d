package import Casework
package import Foundation
import Storage

/// Something that must be done by an instant, and the rule that says so.
package struct Due: Sendable, Hashable {
    package let listed: Listed
    package let rule: RuleID
    /// Nil where the calendar of a year that it runs through is not loaded.
    package let at: Date?
    /// How many there are of it: a plan may have several steps for one day.
    package let count: Int
    /// What it is about in words, where that is one thing.
    package let what: String?
    /// What an appointment is for, where it is one thing.
    package let service: Service?
    /// Where it stands among the others.
    fileprivate let place: Date

    /// An hour in an emergency that waits for its review.
    fileprivate init(reviewing row: Row, _ listed: Listed) throws {
        self.listed = listed
        rule = .reviewEmergency
        place = try row.instant("began") + EmergencyAccess.reviewedWithin
        at = place
        count = 1
        what = nil
        service = nil
    }

    fileprivate init(_ row: Row, _ listed: Listed) throws {
        self.listed = listed
        rule = RuleID(try row.text("rule"))
        place = try row.instant("due")
        at = try row.int("known") == 1 ? place : nil
        count = try row.int("n")
        let (triggers, first) = (listed.card.triggers, try row.int("first"))
        let trigger = count == 1 && triggers.indices.contains(first) ? triggers[first] : nil
        what = trigger?.what
        service = trigger?.service
    }
}

extension Index {
    /// What is due on records that this worker may open, by instant, each kind up to ``List/most``. Steps of plans are
    /// counted apart: there are many, nobody is bound to the day, and they must not push a legal deadline off the list. To
    /// review an emergency is due for who reviews, not for the file's team, also where the file was closed or voided.
    func dues(in scope: Scope) async throws -> [Due] {
        let isStep: SQL = "dues.rule = \(RuleID.planStep.text)"
        let rows = try await rows([
            dues(in: scope, where: "NOT \(isStep)", groupedBy: "due, dues.row, place"),
            dues(in: scope, where: isStep, groupedBy: "due, dues.row"),
            """
            SELECT code, \(Self.told), 1 AS open, began FROM emergencies CROSS JOIN cards ON cards.row = emergencies.row
            WHERE \(scope.reviews) AND \(scope.open) ORDER BY began LIMIT \(List.most)
            """,
        ])
        let dues = try rows.prefix(2).joined().map { try Due($0, listed($0)) }
        let reviews = try rows[2].map { try Due(reviewing: $0, listed($0)) }
        return (dues + reviews).sorted { $0.place < $1.place }
    }

    private func dues(in scope: Scope, where isWanted: SQL, groupedBy columns: SQL) -> SQL {
        """
        SELECT code, \(Self.told), 1 AS open, rule, due, known, count(*) AS n, min(place) AS first FROM dues
            JOIN cards ON cards.row = dues.row
        WHERE \(scope.listed) AND \(scope.open) AND cards.status <> \(Status.void.rawValue) AND \(isWanted)
        GROUP BY \(columns) ORDER BY \(columns) LIMIT \(List.most)
        """
    }
}
