import GRDB

// GRDB's own `Row`, `SQL` and values stay behind these few lines.
extension Database {
    func run(_ sql: SQL) throws {
        try cachedStatement(sql: sql.text).execute(arguments: StatementArguments(sql.values.map(\.bound)))
    }

    func rows(_ sql: SQL) throws -> [Row] {
        let arguments = StatementArguments(sql.values.map(\.bound))
        let cursor = try GRDB.Row.fetchCursor(try cachedStatement(sql: sql.text), arguments: arguments)
        var rows: [Row] = []
        while let row = try cursor.next() { rows.append(Row(row)) }
        return rows
    }

    func row(_ sql: SQL) throws -> Row? { try rows(sql).first }
}

extension Value {
    fileprivate var bound: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .integer(let value): value
        case .real(let value): value
        case .text(let value): value
        case .blob(let value): value
        }
    }
}

extension Row {
    init(_ row: GRDB.Row) {
        columns = Dictionary(
            row.map { name, value in
                switch value.storage {
                case .null: (name, .null)
                case .int64(let value): (name, .integer(value))
                case .double(let value): (name, .real(value))
                case .string(let value): (name, .text(value))
                case .blob(let value): (name, .blob(value))
                }
            },
            uniquingKeysWith: { _, last in last }
        )
    }
}
