package import Foundation
import GRDB

extension Store {
    /// Keeps a wrapped key, durably and before the first thing that it seals.
    /// - Returns: false where one is kept already, which stays.
    @discardableResult
    package func keep(_ wrapped: Data, for owner: UUID) async throws -> Bool {
        try await keyCommits.write { db in
            try db.run("INSERT INTO keys (owner, wrapped) VALUES (\(owner), \(wrapped)) ON CONFLICT DO NOTHING")
            return db.changesCount == 1
        }
    }

    package func wrappedKey(of owner: UUID) throws -> Data? {
        try nearbyKeys.read { try $0.row("SELECT wrapped FROM keys WHERE owner = \(owner)")?.data("wrapped") }
    }

    /// Every wrapped key by its owner, for the fold at start.
    package func wrappedKeys() async throws -> [UUID: Data] {
        try await keys.read { db in
            let rows = try db.rows("SELECT owner, wrapped FROM keys")
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id("owner"), try $0.data("wrapped")) })
        }
    }

    /// Destroys keys, durably, and what was copied from their file to its log; and the cards that they opened.
    package func destroy(_ owners: [UUID]) async throws {
        _ = try await keyCommits.write { db in
            for owner in owners { try db.run("DELETE FROM keys WHERE owner = \(owner)") }
            return true
        }
        try await keys.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        for owner in owners { _ = try await change("DELETE FROM cards WHERE record = \(owner)") }
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
