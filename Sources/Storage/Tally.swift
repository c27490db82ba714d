import Foundation
import GRDB

/// A keyed sum over the rows of a table that is not a book. Triggers keep it in the transaction that changes a row, so
/// that a row which somebody changed, took out or put back with other tools leaves a table that is not its sum. It is a
/// multiset hash (D. Clarke and others, "Incremental Multiset Hash Functions and Their Application to Memory Integrity
/// Checking", ASIACRYPT 2003): each row adds its mark, and the order of rows does not matter.
struct Tally: Sendable {
    /// A keyed mark of 32 bytes, which nobody can make or foresee without the key.
    let mark: Store.RowMark

    /// The tables that a tally is kept of. The others are proved by what is in the journal.
    static let tables: [(name: String, columns: [String])] = [
        ("facts", ["name", "value"]),
        ("receipts", ["key", "lane", "mark", "record", "version"]),
        ("accounts", ["id", "lane", "handle", "rights", "sealed"]),
        ("sessions", ["mark", "account", "began", "seen", "step", "ended", "device", "proof"]),
        ("codes", ["account", "step", "proof"]),
        ("tries", ["mark", "count", "at", "proof"]),
        ("tokens", ["mark", "id", "account", "sealed"]),
        ("drafts", ["id", "account", "kind", "at", "sealed"]),
        ("checkpoints", ["book", "lane", "size", "at", "note", "proof"]),
    ]

    /// The triggers of all tables.
    static var triggers: String {
        tables.map { name, columns in
            let new = columns.map { "new.\($0)" }.joined(separator: ", ")
            let old = columns.map { "old.\($0)" }.joined(separator: ", ")
            return """
                CREATE TRIGGER \(name)_tally_added AFTER INSERT ON \(name) BEGIN
                    UPDATE tallies SET sum = tally(sum, 1, '\(name)', \(new)) WHERE name = '\(name)';
                END;
                CREATE TRIGGER \(name)_tally_changed AFTER UPDATE ON \(name) BEGIN
                    UPDATE tallies SET sum = tally(tally(sum, -1, '\(name)', \(old)), 1, '\(name)', \(new))
                    WHERE name = '\(name)';
                END;
                CREATE TRIGGER \(name)_tally_removed AFTER DELETE ON \(name) BEGIN
                    UPDATE tallies SET sum = tally(sum, -1, '\(name)', \(old)) WHERE name = '\(name)';
                END;
                """
        }.joined(separator: "\n")
    }

    /// What the triggers call: the sum with one row more or less.
    var function: DatabaseFunction {
        DatabaseFunction("tally", pure: true) { values in
            guard values.count > 3, let sum = Data.fromDatabaseValue(values[0]),
                let sign = Int.fromDatabaseValue(values[1]), let table = String.fromDatabaseValue(values[2])
            else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
            return self.sum(sum, table, sign < 0 ? .removing : .adding, values.dropFirst(3).map(Value.init))
        }
    }

    /// The sum of a table as its rows are now.
    func sum(of table: (name: String, columns: [String]), _ db: Database) throws -> Data {
        let rows = try db.rows(SQL(stringLiteral: "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)"))
        return rows.reduce(signed(Data(count: Self.length), table.name)) { sum($0, table.name, .adding, $1.values) }
    }

    /// Begins with what stands in the tables, where an older version kept no tallies.
    func begin(_ db: Database, from version: Int) throws {
        guard version < Schema.withTallies else { return }
        for table in Self.tables {
            try db.run("INSERT INTO tallies (name, sum) VALUES (\(table.name), \(try sum(of: table, db)))")
        }
    }

    private enum Step { case adding, removing }
    private static var length: Int { 32 }

    /// A sum that was not made here stays as it is, so that it is named for as long as it stands.
    private func sum(_ sum: Data, _ table: String, _ step: Step, _ row: [Value]) -> Data {
        let number = sum.prefix(Self.length)
        guard sum == signed(number, table) else { return sum }
        return signed(Self.calculate(number, step, mark(Self.bytes(table, row))), table)
    }

    /// Whoever saw two states of a table knows what a row adds; without the key they can't sign another sum.
    private func signed(_ number: Data, _ table: String) -> Data {
        number + mark(Data("tally\n\(table)\n".utf8) + number)
    }

    /// Modulo 2^256, the least byte first.
    private static func calculate(_ number: Data, _ step: Step, _ mark: Data) -> Data {
        var carry = step == .adding ? 0 : 1
        return Data(
            zip(number, mark).map { byte, other in
                let total = Int(byte) + Int(step == .adding ? other : ~other) + carry
                carry = total >> 8
                return UInt8(truncatingIfNeeded: total)
            })
    }

    /// Different rows have different bytes: each value says what it is and how long.
    private static func bytes(_ table: String, _ row: [Value]) -> Data {
        var bytes = Data("row\n\(table)\n".utf8)
        for value in row {
            let (kind, content) = value.parts
            bytes.append(kind)
            withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(content)
        }
        return bytes
    }
}

extension Value {
    fileprivate var parts: (kind: UInt8, content: Data) {
        switch self {
        case .null: (0, Data())
        case .integer(let value): (1, withUnsafeBytes(of: value.bigEndian) { Data($0) })
        case .real(let value): (2, withUnsafeBytes(of: value.bitPattern.bigEndian) { Data($0) })
        case .text(let value): (3, Data(value.utf8))
        case .blob(let value): (4, value)
        }
    }
}
