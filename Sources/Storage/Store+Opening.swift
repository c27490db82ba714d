import GRDB

/// Why a store can't be opened.
package enum StoreTrouble: Error, Equatable {
    /// The writer would not wait for the disk.
    case notDurable
    /// What it is made of is not what this program makes: these tables, indexes or triggers.
    case changed([String])
    /// A file of a home is gone, or holds nothing, and the other does: no program makes it anew over what is left.
    case lost(String)
    /// Nothing is in it, where one was to be opened that was made before.
    case empty
    /// It was made by a newer program.
    case tooNew(version: Int)
}

extension DatabaseWriter {
    /// Makes the tables in a new file, and makes sure that a commit waits for the disk. GRDB's pool sets
    /// `synchronous = NORMAL` after `prepareDatabase`, which loses acknowledged commits at a power cut.
    /// - Parameter bringingUp: is called within the same transaction, with the version that there was.
    func prepare(
        _ steps: [String], bringingUp: (Database, _ from: Int) throws -> Void = { _, _ in }
    ) throws {
        try writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else { throw StoreTrouble.notDurable }
            let old = try db.versionOfTables()
            if old < Schema.version {
                try db.inTransaction(.immediate) {
                    for step in steps.dropFirst(old) { try db.execute(sql: step) }
                    try bringingUp(db, old)
                    try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
                    return .commit
                }
            }
            // A trigger that somebody added would have this connection write what they want, and sign it.
            let wrong = try db.wrongObjects(steps)
            guard wrong.isEmpty else { throw StoreTrouble.changed(wrong) }
        }
    }
}

extension DatabaseReader {
    func checkVersion() throws { _ = try read { try $0.versionOfTables() } }
}

extension Database {
    func versionOfTables() throws -> Int {
        let version = try row("PRAGMA user_version")?.int("user_version") ?? 0
        guard version >= 0 else { throw StoreTrouble.changed(["user_version"]) }
        guard version <= Schema.version else { throw StoreTrouble.tooNew(version: version) }
        return version
    }
}
