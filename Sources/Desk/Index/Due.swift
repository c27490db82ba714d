package import Casework
package import Foundation
import Storage

/// Something that must be done by an instant, and the rule that says so.
package struct Due: Sendable, Hashable {
    package let listed: Listed
    package let rule: RuleID
    package let at: Date

    init(_ row: Row) throws {
        listed = try Listed(row)
        rule = RuleID(try row.text("rule"))
        at = try row.instant("due")
    }
}

extension Index {
    /// What is due on records that this worker may open, by instant.
    func dues(in scope: Scope) async throws -> [Due] {
        let rows = try await rows(
            """
            SELECT code, card, 1 AS open, rule, due FROM dues JOIN cards ON cards.row = dues.row
            WHERE \(scope.listed) AND \(scope.open) AND cards.status <> \(Status.void.rawValue)
            ORDER BY due, record, rule LIMIT \(List.most)
            """)
        return try rows.map(Due.init)
    }
}
