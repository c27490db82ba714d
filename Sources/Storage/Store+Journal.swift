package import Foundation
import GRDB

/// One row of a book as it stands on the disk.
package struct JournalRow: Sendable, Hashable {
    package let lane: Int
    package let number: Int
    package let record: UUID
    package let version: Int
    package let sealed: Data

    fileprivate init(_ row: Row) throws {
        lane = try row.int("lane")
        number = try row.int("seq")
        record = try row.id("record")
        version = try row.int("version")
        sealed = try row.data("sealed")
    }
}

extension Store {
    /// A record's journal after a version, oldest first.
    package func journal(of record: UUID, in lane: Int, after version: Int = 0) async throws -> [JournalRow] {
        let rows = try await rows(
            """
            SELECT lane, seq, record, version, sealed FROM journal
            WHERE lane = \(lane) AND record = \(record) AND version > \(version) ORDER BY version
            """)
        return try rows.map(JournalRow.init)
    }

    /// Walks through the whole journal record by record, each from its first entry to its last.
    package func eachRecord(_ visit: @Sendable @escaping ([JournalRow]) throws -> Void) async throws {
        try await data.read { db in
            let sql = "SELECT lane, seq, record, version, sealed FROM journal ORDER BY lane, record, version"
            let cursor = try GRDB.Row.fetchCursor(db, sql: sql)
            var rows: [JournalRow] = []
            while let next = try cursor.next() {
                let row = try JournalRow(Row(next))
                if let last = rows.last, last.record != row.record || last.lane != row.lane {
                    try visit(rows)
                    rows = []
                }
                rows.append(row)
            }
            if !rows.isEmpty { try visit(rows) }
        }
    }
}
