package import Casework
package import Foundation
import Storage

/// Something that must be done by an instant, and the rule that says so.
package struct Due: Sendable, Hashable {
    package let listed: Listed
    package let rule: RuleID
    /// Nil where the calendar of a year that it runs through is not loaded.
    package let at: Date?

    fileprivate init(_ row: Row, _ listed: Listed) throws {
        self.listed = listed
        rule = RuleID(try row.text("rule"))
        at = try row.int("known") == 1 ? try row.instant("due") : nil
    }
}

extension Index {
    /// What is due on records that this worker may open, by instant.
    func dues(in scope: Scope) async throws -> [Due] {
        let rows = try await rows(
            """
            SELECT code, \(Self.told), 1 AS open, rule, due, known FROM dues JOIN cards ON cards.row = dues.row
            WHERE \(scope.listed) AND \(scope.open) AND cards.status <> \(Status.void.rawValue)
            ORDER BY due, record, place LIMIT \(List.most)
            """)
        return try rows.map { try Due($0, listed($0)) }
    }
}
