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
    /// A record's journal, oldest first.
    package func journal(of record: UUID, in lane: Int) throws -> [JournalRow] {
        try find(
            """
            SELECT lane, seq, record, version, sealed FROM journal
            WHERE lane = \(lane) AND record = \(record) ORDER BY version
            """
        ).map(JournalRow.init)
    }

    /// How many entries a record has.
    package func version(of record: UUID, in lane: Int) throws -> Int {
        let row = try find(
            "SELECT coalesce(max(version), 0) AS n FROM journal WHERE lane = \(lane) AND record = \(record)"
        ).first
        return try row?.int("n") ?? 0
    }

    /// The entry that opened a record.
    package func beginning(of record: UUID, in lane: Int) throws -> JournalRow? {
        try find(
            """
            SELECT lane, seq, record, version, sealed FROM journal
            WHERE lane = \(lane) AND record = \(record) ORDER BY version LIMIT 1
            """
        ).first.map(JournalRow.init)
    }

    /// The newest entries of a lane, at most so many.
    package func lastEntries(_ count: Int, in lane: Int) throws -> [JournalRow] {
        try find(
            """
            SELECT lane, seq, record, version, sealed FROM journal WHERE lane = \(lane) ORDER BY seq DESC LIMIT \(count)
            """
        ).map(JournalRow.init)
    }

    /// Those of a lane's records whose ids begin with this byte: the last version of each, and its card if there is one.
    /// Ids are random, so that the 256 parts are about equal, and none is large.
    package func records(in lane: Int, beginningWith byte: UInt8) async throws -> [StoredRecord] {
        try await rows(
            """
            SELECT journal.lane, journal.record, journal.last, cards.version, number, format, cards.sealed
            FROM (SELECT lane, record, max(version) AS last FROM journal
                WHERE lane = \(lane) AND \(SQL.begins("record", with: byte)) GROUP BY lane, record) AS journal
            LEFT JOIN cards ON cards.record = journal.record AND cards.lane = journal.lane
            """
        ).map(StoredRecord.init)
    }
}

/// One row of the journal or of the looks, with its digest.
package struct BookRow: Sendable, Hashable {
    package let lane: Int
    package let number: Int
    /// The record of an entry, the id of a look.
    package let owner: UUID
    /// An entry's version; 0 for a look.
    package let version: Int
    package let sealed: Data
    package let digest: Data
}

/// The two books that are only ever added to.
package enum Book: String, CaseIterable, Sendable {
    case journal, looks

    fileprivate var rows: SQL {
        switch self {
        case .journal: "SELECT lane, seq, record AS owner, version, sealed, digest FROM journal ORDER BY lane, seq"
        case .looks: "SELECT lane, seq, id AS owner, 0 AS version, sealed, digest FROM looks ORDER BY lane, seq"
        }
    }
}

extension Store {
    /// Walks through a book from its first row to its last, lane by lane.
    package func eachRow(of book: Book, _ visit: @Sendable @escaping (BookRow) throws -> Void) async throws {
        try await reader.read { db in
            let statement = try db.makeStatement(sql: book.rows.text)
            let (columns, cursor) = (statement.columnNames, try GRDB.Row.fetchCursor(statement))
            while let next = try cursor.next() {
                let row = Row(next, columns)
                try visit(
                    BookRow(
                        lane: row.int("lane"), number: row.int("seq"), owner: row.id("owner"),
                        version: row.int("version"), sealed: row.data("sealed"), digest: row.data("digest")))
            }
        }
    }

    /// The digests of a lane's book that follow a number, in order, a part at a time.
    package func digests(of book: Book, in lane: Int, after number: Int, upTo last: Int) async throws -> [Data] {
        let table: SQL = book == .journal ? "journal" : "looks"
        return try await rows(
            """
            SELECT digest FROM \(table) WHERE lane = \(lane) AND seq > \(number) AND seq <= \(min(last, number + 10_000))
            ORDER BY seq
            """
        ).map { try $0.data("digest") }
    }

    /// The last number and digest of a book's lanes, as they were written last.
    package func heads(of book: Book) throws -> [Int: (number: Int, digest: Data)] {
        let rows = try find("SELECT lane, seq, digest FROM heads WHERE book = \(book.rawValue)")
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (try $0.int("lane"), (try $0.int("seq"), try $0.data("digest"))) })
    }
}

/// A record as a start finds it.
package struct StoredRecord: Sendable, Hashable {
    package let lane: Int
    package let record: UUID
    /// The version that its journal reaches.
    package let last: Int
    package let card: StoredCard?

    fileprivate init(_ row: Row) throws {
        lane = try row.int("lane")
        record = try row.id("record")
        last = try row.int("last")
        card = row.isNull("sealed") ? nil : try StoredCard(row)
    }
}

/// A sealed card.
package struct StoredCard: Sendable, Hashable {
    package let version: Int
    /// The running number of the entry that opened the record.
    package let number: Int
    package let format: Int
    package let sealed: Data

    fileprivate init(_ row: Row) throws {
        version = try row.int("version")
        number = try row.int("number")
        format = try row.int("format")
        sealed = try row.data("sealed")
    }
}
