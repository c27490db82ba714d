import Casework
import Foundation
import Storage

/// What answers every list and search: the cards of all records, readable, in memory only.
package final class Index: Sendable {
    private let database: MemoryDatabase

    static let schema = """
        CREATE TABLE cards (
            row INTEGER PRIMARY KEY, record BLOB NOT NULL UNIQUE, lane INTEGER NOT NULL, kind TEXT NOT NULL,
            code TEXT NOT NULL, status TEXT NOT NULL, urgency INTEGER NOT NULL, at INTEGER NOT NULL, card BLOB NOT NULL
        ) STRICT;
        CREATE INDEX cards_in_order ON cards (lane, kind, status, urgency DESC, at DESC, record);
        CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
        """

    init() throws { database = try MemoryDatabase(schema: Self.schema) }

    /// Puts cards in the places of older ones.
    func put(_ cards: [Indexed]) throws { try database.write(cards.flatMap(\.statements)) }

    /// The lane and kind of a record; nil for nonsense.
    func whereabouts(of record: UUID) async throws -> (lane: Int, kind: RecordKind)? {
        guard let row = try await database.rows("SELECT lane, kind FROM cards WHERE record = \(record)").first
        else { return nil }
        return (try row.int("lane"), RecordKind(try row.text("kind")))
    }

    func list(_ list: List, in scope: Scope) async throws -> Listing {
        guard let statements = list.statements(in: scope) else { return Listing(rows: [], total: 0) }
        let answers = try await database.rows([statements.rows, statements.total])
        return Listing(rows: try answers[0].map(Listed.init), total: try answers[1].first?.int("n") ?? 0)
    }

    func count(_ list: List, in scope: Scope) async throws -> Int {
        guard let statements = list.statements(in: scope) else { return 0 }
        return try await database.rows(statements.total).first?.int("n") ?? 0
    }

    /// The codes of records that these words find, the newest first, a few at most.
    func codes(matching match: String, in scope: Scope, except record: UUID) async throws -> [String] {
        let rows = try await database.rows(
            """
            SELECT code FROM words JOIN cards ON cards.row = words.rowid
            WHERE words MATCH \(match) AND \(scope.sql) AND cards.record <> \(record) ORDER BY at DESC LIMIT 5
            """)
        return try rows.map { try $0.text("code") }
    }

    /// Every card with its code, for the proof that they are those of a fresh fold.
    func all() async throws -> [UUID: Indexed] {
        let rows = try await database.rows("SELECT record, lane, code, card FROM cards")
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let card = try JSONDecoder().decode(Card.self, from: row.data("card"))
                return (
                    try row.id("record"),
                    Indexed(card: card, code: Code(try row.text("code")), lane: try row.int("lane"))
                )
            })
    }

    /// How SQLite answers a list, for the test that none scans a table.
    package func plans(_ list: List, in scope: Scope) async throws -> [String] {
        guard let statements = list.statements(in: scope) else { return [] }
        return try await database.plan(statements.rows) + database.plan(statements.total)
    }
}

extension JSONEncoder {
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return encoder
    }
}

/// A card with its code and its lane, as the index keeps it.
struct Indexed: Sendable, Hashable {
    let card: Card
    let code: Code
    let lane: Int

    /// A record that was voided keeps its place, so that it can still be opened, and has no words.
    fileprivate var statements: [SQL] {
        let json = (try? JSONEncoder.sorted.encode(card)) ?? Data()
        let isVoid = card.status == .void
        let row: SQL = "(SELECT row FROM cards WHERE record = \(card.record))"
        return [
            """
            INSERT INTO cards (record, lane, kind, code, status, urgency, at, card)
            VALUES (\(card.record), \(lane), \(card.kind.text), \(code.description), \(card.status.rawValue),
                \(card.urgency), \(card.at), \(json))
            ON CONFLICT (record) DO UPDATE SET
                status = excluded.status, urgency = excluded.urgency, at = excluded.at, card = excluded.card
            """,
            "DELETE FROM words WHERE rowid = \(row)",
            "INSERT INTO words (rowid, text) SELECT \(row), \("\(code)\n\(card.text)") WHERE \(isVoid ? 0 : 1)",
        ]
    }
}
