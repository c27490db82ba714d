package import Foundation
import GRDB
import Synchronization

extension Store {
    /// Keeps a wrapped key, durably and before the first thing that it seals.
    /// - Returns: false where one is kept already, which stays.
    @discardableResult
    package func keep(_ wrapped: Data, for owner: UUID) async throws -> Bool {
        try await keyCommits.write { db, _ in
            try db.run("INSERT INTO keys (owner, wrapped) VALUES (\(owner), \(wrapped)) ON CONFLICT DO NOTHING")
            return db.changesCount == 1
        }
    }

    package func wrappedKey(of owner: UUID) throws -> Data? {
        try nearbyKeys.read { try Self.wrappedKey(of: owner, $0) } ?? earlierKeys[owner]
    }

    /// The same of a home that is not open; nothing is made.
    package static func wrappedKey(of owner: UUID, in home: URL) throws -> Data? {
        let keys = try DatabaseQueue(
            path: home.appending(path: "keys.sqlite").path, configuration: configuration(isReading: true))
        defer { try? keys.close() }
        return try keys.read { try wrappedKey(of: owner, $0) }
    }

    static func wrappedKey(of owner: UUID, _ db: Database) throws -> Data? {
        guard try db.versionOfTables() > 0 else { return nil }
        return try db.row("SELECT wrapped FROM keys WHERE owner = \(owner)")?.data("wrapped")
    }

    /// Every wrapped key by its owner.
    package func wrappedKeys() throws -> [UUID: Data] {
        try Self.wrappedKeys(keys).merging(earlierKeys) { now, _ in now }
    }

    /// Those that are kept now of the owners whose ids begin with this byte.
    package func wrappedKeys(beginningWith byte: UInt8) throws -> [UUID: Data] {
        try Self.wrappedKeys(keys, of: .begins("owner", with: byte))
    }

    static func wrappedKeys(_ keys: DatabasePool, of isWanted: SQL = "TRUE") throws -> [UUID: Data] {
        try keys.read { db in
            let rows = try db.rows("SELECT owner, wrapped FROM keys WHERE \(isWanted)")
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id("owner"), try $0.data("wrapped")) })
        }
    }

    /// Which of these have a key now.
    package func stillKept(_ owners: Set<UUID>) throws -> Set<UUID> {
        try nearbyKeys.read { db in
            try owners.filter { try db.row("SELECT 1 AS one FROM keys WHERE owner = \($0)") != nil }
        }
    }

    /// Which of these can be read still, in the file or in the log beside it.
    package func undestroyed(_ owners: Set<UUID>) throws -> Set<UUID> {
        try stillKept(owners).union(keysInLog.withLock { $0.of(owners) })
    }

    /// Destroys keys, durably, and what was copied from their file to its log; and the cards that they opened.
    package func destroy(_ owners: Set<UUID>) async throws {
        keysInLog.withLock { $0.owners.formUnion(owners) }
        _ = try await keyCommits.write { db, _ in
            for owner in owners { try db.run("DELETE FROM keys WHERE owner = \(owner)") }
            return true
        }
        do { try await keys.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) } } catch {
            if (error as? DatabaseError)?.resultCode == .SQLITE_IOERR { halt("the disk failed at a checkpoint") }
            throw error
        }
        // Others may have been destroyed meanwhile, and not be cleared yet.
        keysInLog.withLock { log in
            log.isClearedOfEarlier = true
            log.owners.subtract(owners)
        }
        try await write(owners.map { "DELETE FROM cards WHERE record = \($0)" })
    }

    /// Puts another wrapping in the place of each key's, all at once or none, and keeps one more.
    /// - Parameter wrapping: of a key that is kept by this owner and in this wrapping.
    package func rewrap(
        adding carried: (owner: UUID, wrapped: Data), _ wrapping: @Sendable @escaping (UUID, Data) throws -> Data
    ) async throws {
        try await keys.write { db in
            for row in try db.rows("SELECT owner, wrapped FROM keys WHERE owner <> \(carried.owner)") {
                let owner = try row.id("owner")
                let wrapped = try wrapping(owner, try row.data("wrapped"))
                try db.run("UPDATE keys SET wrapped = \(wrapped) WHERE owner = \(owner)")
            }
            try db.run(
                """
                INSERT INTO keys (owner, wrapped) VALUES (\(carried.owner), \(carried.wrapped))
                ON CONFLICT (owner) DO UPDATE SET wrapped = excluded.wrapped
                """)
        }
        // Nothing of the old wrapping stays in the log.
        try await keys.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
}

/// What the log beside the keys may hold.
struct KeysInLog {
    /// Since this process started; before it, anything may have been left.
    var isClearedOfEarlier = false
    /// Destroyed, and not cleared yet.
    var owners: Set<UUID> = []

    func of(_ asked: Set<UUID>) -> Set<UUID> { isClearedOfEarlier ? owners.intersection(asked) : asked }
}
