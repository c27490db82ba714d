import GRDB

// GRDB's own `Row`, `SQL` and values stay behind these few lines.
extension Database {
    func run(_ sql: SQL) throws {
        let statement = try bound(sql)
        try statement.execute()
        // What was said in clear to the index does not wait there for the statement's next use. One that failed is let go
        // whole, and must not be reset.
        statement.setUncheckedArguments(StatementArguments())
    }

    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try each(sql) { rows.append($0) }
        return rows
    }

    func each(_ sql: SQL, _ work: (Row) throws -> Void) throws {
        let statement = try bound(sql)
        let columns = statement.columnNames
        let cursor = try GRDB.Row.fetchCursor(statement)
        while let row = try cursor.next() { try work(Row(row, columns)) }
    }

    func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// A statement with its values. Interpolation made as many of them as there are places, so GRDB need not count them:
    /// it is told of none, which also clears those of before, and each is bound where it belongs.
    private func bound(_ sql: SQL) throws -> Statement {
        let statement = try cachedStatement(sql: sql.text)
        statement.setUncheckedArguments(StatementArguments())
        for (place, value) in zip(CInt(1)..., sql.values) {
            let code = value.bound.bind(to: statement.sqliteStatement, at: place)
            guard code == ResultCode.SQLITE_OK.rawValue else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
        return statement
    }
}

extension Value {
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let value): .integer(value)
            case .double(let value): .real(value)
            case .string(let value): .text(value)
            case .blob(let value): .blob(value)
            }
    }

    fileprivate var bound: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): value.databaseValue
        }
    }
}

extension Row {
    /// - Parameter columns: the names of all its columns; the rows of one answer share them.
    init(_ row: GRDB.Row, _ columns: [String]) {
        self.columns = columns
        values = row.databaseValues.map(Value.init)
    }
}

/// A connection of its own for reading a few rows on the thread that asks, at the newest commit. To hand so little to
/// another thread, and to wait for it, costs more than to read it.
struct Nearby: Sendable {
    private let connection: any DatabaseReader

    /// - Parameter configuration: must be of one that only reads.
    init(_ path: String, _ configuration: Configuration) throws {
        connection = try DatabaseQueue(path: path, configuration: configuration)
        // Opens its files, as long as they have a name.
        _ = try read { try $0.row("SELECT count(*) AS n FROM sqlite_schema") }
    }

    /// Reads what another connection shows.
    init(_ connection: any DatabaseReader) { self.connection = connection }

    func read<T>(_ work: (Database) throws -> T) throws -> T { try connection.unsafeRead(work) }

    func close() throws { try connection.close() }
}
