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
        var wrong: [String] = []
        for (database, steps) in [(data, Schema.data), (keys, Schema.keys)] {
            let (version, found) = try await database.read { (try $0.userVersion(), try $0.objects()) }
            let made = try DatabaseQueue()
            try await made.write { db in
                for step in steps.prefix(version) { try db.execute(sql: step) }
            }
            let meant = try await made.read { try $0.objects() }
            wrong += Set(found.keys).union(meant.keys).filter { found[$0] != meant[$0] }.sorted()
        }
        return wrong
    }

    /// The tables whose rows are not those that were written (``Tally``).
    package func wrongTallies() async throws -> [String] {
        guard try await has(table: "tallies") else { return [] }
        return try await reader.read { [tally] db in
            try Tally.tables.filter { table in
                let kept = try db.row("SELECT sum FROM tallies WHERE name = \(table.name)")?.data("sum")
                return try kept != tally.sum(of: table, db)
            }.map(\.name)
        }
    }
}

extension Database {
    /// The statements that made what is in the file, by name.
    fileprivate func objects() throws -> [String: String] {
        let rows = try rows(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text("name"), try $0.text("sql")) })
    }
}
