import GRDBSQLite

/// The ceiling: SQLite by its C interface, one durable row a transaction, nothing sealed, nothing checked.
/// Whoever has it uses it on one thread at a time.
final class BareSQLite: @unchecked Sendable {
    struct Failed: Error {}

    private var database: OpaquePointer?

    init(_ path: String) throws {
        try check(sqlite3_open(path, &database))
        try run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)")
    }

    deinit { sqlite3_close(database) }

    func insert() throws { try run("INSERT INTO t (b) VALUES (zeroblob(512))") }

    private func run(_ sql: String) throws { try check(sqlite3_exec(database, sql, nil, nil, nil)) }
    private func check(_ code: Int32) throws { guard code == SQLITE_OK else { throw Failed() } }
}
