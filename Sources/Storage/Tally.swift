import Foundation
import GRDB

/// Keyed sums over the rows of the tables that are not books. Triggers keep them in the transaction that changes a row, so
/// that a row which somebody changed, took out or put back with other tools leaves a table that is not its sum. It is a
/// multiset hash (D. Clarke and others, "Incremental Multiset Hash Functions and Their Application to Memory Integrity
/// Checking", ASIACRYPT 2003): each row adds its mark, and the order of rows does not matter.
///
/// All sums stand in one value under one mark: a table that is put back together with its sum does not agree with the
/// others.
struct Tally: Sendable {
    /// A keyed mark of 32 bytes, which nobody can make or foresee without the key.
    let mark: Store.RowMark

    struct Table {
        let name: String
        let columns: [String]

        /// A text is compared as SQL compares it, to its last byte: reading it as text ends at the first NUL.
        func columns(_ row: String) -> String {
            columns.map { "CAST(\(row)\($0) AS BLOB)" }.joined(separator: ", ")
        }
    }

    /// The tables that have a sum, in the order of the sums. The others are proved by what is in the journal. A later
    /// step of ``Schema`` that adds a column or a table makes triggers of its own: this list is that of one step.
    static let tables = [
        Table(name: "facts", columns: ["name", "value"]),
        Table(name: "receipts", columns: ["key", "lane", "mark", "record", "version"]),
        Table(name: "accounts", columns: ["id", "lane", "handle", "rights", "sealed"]),
        Table(name: "sessions", columns: ["mark", "account", "began", "seen", "step", "ended", "device", "proof"]),
        Table(name: "codes", columns: ["account", "step", "proof"]),
        Table(name: "tries", columns: ["mark", "count", "at", "proof"]),
        Table(name: "tokens", columns: ["mark", "id", "account", "sealed"]),
        Table(name: "drafts", columns: ["id", "account", "kind", "at", "sealed"]),
        Table(name: "checkpoints", columns: ["book", "lane", "size", "at", "note", "proof"]),
    ]

    /// What keeps the sums.
    static var triggers: String {
        tables.enumerated().map { place, table in
            let (new, old) = (table.columns("new."), table.columns("old."))
            return """
                CREATE TRIGGER \(table.name)_tally_added AFTER INSERT ON \(table.name) BEGIN
                    UPDATE tallies SET sums = tally(sums, 1, \(place), \(new));
                END;
                CREATE TRIGGER \(table.name)_tally_changed AFTER UPDATE ON \(table.name) BEGIN
                    UPDATE tallies SET sums = tally(tally(sums, -1, \(place), \(old)), 1, \(place), \(new));
                END;
                CREATE TRIGGER \(table.name)_tally_removed AFTER DELETE ON \(table.name) BEGIN
                    UPDATE tallies SET sums = tally(sums, -1, \(place), \(old));
                END;
                """
        }.joined(separator: "\n")
    }

    /// What the triggers call: the sums with one row more or less.
    var function: DatabaseFunction {
        DatabaseFunction("tally", pure: true) { values in
            guard values.count > 3, let sums = Data.fromDatabaseValue(values[0]),
                let sign = Int.fromDatabaseValue(values[1]), let place = Int.fromDatabaseValue(values[2]),
                Self.tables.indices.contains(place)
            else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
            return self.sums(sums, at: place, sign < 0 ? .removing : .adding, values.dropFirst(3).map(Value.init))
        }
    }

    /// Sums up what stands in the tables now, and believes it: where an older version kept no sums, and where an operator
    /// says so.
    func begin(_ db: Database) throws {
        try db.run("DELETE FROM tallies")
        try db.run("INSERT INTO tallies (one, sums) VALUES (1, \(signed(try numbers(db).joinedBytes)))")
    }

    /// The tables that are not their sums; only that of the sums where they themselves were changed.
    func wrong(_ db: Database) throws -> [String] {
        let kept = try db.row("SELECT sums FROM tallies")?.data("sums") ?? Data()
        let numbers = Data(kept.dropLast(Self.length))
        guard kept == signed(numbers), numbers.count == Self.tables.count * Self.length else { return ["tallies"] }
        return try zip(Self.tables, self.numbers(db)).enumerated().filter { place, found in
            numbers.dropFirst(place * Self.length).prefix(Self.length) != found.1
        }.map(\.element.0.name)
    }

    private func numbers(_ db: Database) throws -> [Data] {
        try Self.tables.enumerated().map { place, table in
            var number = Data(count: Self.length)
            let statement = try db.makeStatement(sql: "SELECT \(table.columns("")) FROM \(table.name)")
            let rows = try GRDB.Row.fetchCursor(statement)
            while let row = try rows.next() {
                number = Self.calculate(number, .adding, mark(Self.bytes(place, row.databaseValues.map(Value.init))))
            }
            return number
        }
    }

    private enum Step { case adding, removing }
    private static var length: Int { 32 }

    /// Sums that were not made here stay as they are, so that they are named for as long as they stand.
    private func sums(_ sums: Data, at place: Int, _ step: Step, _ row: [Value]) -> Data {
        var numbers = Data(sums.dropLast(Self.length))
        let here = place * Self.length..<(place + 1) * Self.length
        guard sums == signed(numbers), here.upperBound <= numbers.count else { return sums }
        numbers.replaceSubrange(here, with: Self.calculate(numbers[here], step, mark(Self.bytes(place, row))))
        return signed(numbers)
    }

    /// Whoever saw two states of a table knows what a row adds; without the key they can't sign other sums.
    private func signed(_ numbers: Data) -> Data { numbers + mark(Data("tally\n".utf8) + numbers) }

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
    private static func bytes(_ place: Int, _ row: [Value]) -> Data {
        var bytes = Data("row\n\(place)\n".utf8)
        for value in row {
            guard case .blob(let content) = value else {
                bytes.append(0)
                continue
            }
            bytes.append(1)
            withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(content)
        }
        return bytes
    }
}

extension [Data] {
    fileprivate var joinedBytes: Data { reduce(Data(), +) }
}
