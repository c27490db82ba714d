import GRDB

/// What the files show of themselves, without a data key.
extension Store {
    /// The names of the files that SQLite itself finds damaged.
    package func damagedFiles() async throws -> [String] {
        var damaged: [String] = []
        for (name, database) in [("data.sqlite", data), ("keys.sqlite", keys)] {
            let says = try? await database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
            if says != ["ok"] { damaged.append(name) }
        }
        return damaged
    }

    /// The names of tables, indexes and triggers that are not as the steps of ``Schema`` make them, or not there.
    package func wrongObjects() async throws -> [String] {
        try await data.read { try $0.wrongObjects(Schema.data) } + keys.read { try $0.wrongObjects(Schema.keys) }
    }

    /// The tables whose rows are not those that were written (``Tally``).
    package func wrongTallies() async throws -> [String] {
        try await reader.read { [tally] db in
            try db.versionOfTables() < Schema.withTallies ? [] : tally.wrong(db)
        }
    }

    /// Whether an older version made the home: it has no tallies until it is opened to be written.
    package func isOfOlderTables() async throws -> Bool {
        try await reader.read { try $0.versionOfTables() } < Schema.withTallies
    }

    /// Believes the tables as they stand, from now on.
    package func beginTallies() async throws {
        try await data.write { [tally] in try tally.begin($0) }
    }
}

extension Database {
    func wrongObjects(_ steps: [String]) throws -> [String] {
        let version = try versionOfTables()
        let (found, made) = (try objects(), try DatabaseQueue())
        let meant = try made.write { db in
            for step in steps.prefix(version) { try db.execute(sql: step) }
            return try db.objects()
        }
        return Set(found.keys).union(meant.keys).filter { found[$0] != meant[$0] }.map(\.name).sorted()
    }

    private struct Object: Hashable {
        let type: String
        let name: String
    }

    /// The statements that made what is in the file. What SQLite makes for itself has none, or is a table of statistics.
    private func objects() throws -> [Object: String] {
        let rows = try rows(
            """
            SELECT type, name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND NOT (type = 'table' AND name GLOB 'sqlite_stat[0-9]')
            """)
        return try Dictionary(
            rows.map { (Object(type: try $0.text("type"), name: try $0.text("name")), try $0.text("sql")) }
        ) { first, _ in first }
    }
}
