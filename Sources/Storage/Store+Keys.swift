package import Foundation
import GRDB

extension Store {
    /// Keeps a wrapped key, durably and before the first thing that it seals; one that is kept already stays.
    package func keep(_ wrapped: Data, for owner: UUID) async throws {
        try await keyCommits.write {
            try $0.run("INSERT INTO keys (owner, wrapped) VALUES (\(owner), \(wrapped)) ON CONFLICT DO NOTHING")
        }
    }

    package func wrappedKey(of owner: UUID) async throws -> Data? {
        try await keys.read { try $0.row("SELECT wrapped FROM keys WHERE owner = \(owner)")?.data("wrapped") }
    }

    /// Every wrapped key by its owner, for the fold at start.
    package func wrappedKeys() async throws -> [UUID: Data] {
        try await keys.read { db in
            let rows = try db.rows("SELECT owner, wrapped FROM keys")
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id("owner"), try $0.data("wrapped")) })
        }
    }
}
