import Foundation
import TestSupport

@testable import Desk
@testable import Storage

extension World {
    /// Changes the files as only somebody could who holds the key as well: what forbids it is put back afterwards, and the
    /// tallies fit.
    func damage(_ statements: String...) async throws {
        let rules = try await desk.store.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_never\\_%' ESCAPE '\\'")
        let without = try rules.map { "DROP TRIGGER \(try $0.text("name"))" }
        let again = try rules.map { try $0.text("sql") }
        try await desk.store.write((without + statements + again).map { SQL(stringLiteral: $0) })
    }
}
