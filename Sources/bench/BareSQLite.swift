import GRDBSQLite

/// The ceiling: SQLite by its C interface, one durable row a transaction, nothing sealed, nothing checked.
/// Whoever has it uses it on one thread at a time.
final class BareSQLite: @unchecked Sendable {
    struct Failed: Error {}

    private var database: OpaquePointer?

    init(_ path: String) throws {
        try check(sqlite3_open(path, &database))
        try run(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB);
            CREATE TABLE journal (seq INTEGER PRIMARY KEY, record BLOB, version INTEGER, sealed BLOB, digest BLOB);
            CREATE UNIQUE INDEX versions ON journal (record, version);
            CREATE TABLE cards (record BLOB PRIMARY KEY, sealed BLOB) WITHOUT ROWID;
            CREATE TABLE receipts (key BLOB PRIMARY KEY, mark BLOB) WITHOUT ROWID;
            CREATE TABLE sums (one INTEGER PRIMARY KEY, sums BLOB);
            """)
    }

    deinit { sqlite3_close(database) }

    /// The rows of an act, all of them made up: an entry, its card, its receipt, the sums.
    func insertAct() throws {
        try run(
            """
            BEGIN IMMEDIATE;
            INSERT INTO journal (record, version, sealed, digest) VALUES (randomblob(16), 1, zeroblob(512), zeroblob(32));
            INSERT INTO cards VALUES (randomblob(16), zeroblob(1024));
            INSERT INTO receipts VALUES (randomblob(16), zeroblob(32));
            INSERT OR REPLACE INTO sums VALUES (1, zeroblob(320));
            COMMIT
            """)
    }

    func insert() throws { try run("INSERT INTO t (b) VALUES (zeroblob(512))") }

    private func run(_ sql: String) throws { try check(sqlite3_exec(database, sql, nil, nil, nil)) }
    private func check(_ code: Int32) throws { guard code == SQLITE_OK else { throw Failed() } }
}
