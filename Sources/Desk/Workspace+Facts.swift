import Foundation
import Storage
import Vault

/// What is kept of the whole home, by name.
extension Workspace {
    enum Fact: String {
        case purpose
        /// The newest `Entry.format` of the programs that wrote in it.
        case entryFormat = "entry-format"
        /// Whether the server makes backups.
        case isKept = "backup-kept"
        case backupMade = "backup-made"
        case backupTried = "backup-tried"
        /// When the last restore on trial began, whatever came of it.
        case trialBegan = "trial-began"
        case trialFails = "trial-fails"
        /// Up to where the newest backup goes.
        case backupHead = "backup-head"
        case backupFails = "backup-fails"
        case tablesChanged = "tables-changed"
        case oldestBackup = "oldest-backup"
        /// How signed heads name it.
        case installation
        /// How often the key that signs them was changed.
        case signingGeneration = "signing-generation"
        case headsTrouble = "heads-trouble"
    }

    func fact(_ fact: Fact) throws -> String? {
        try store.find("SELECT value FROM facts WHERE name = \(fact.rawValue)").first?.text("value")
    }

    func instant(of fact: Fact) throws -> Date? {
        try self.fact(fact).flatMap { Int64($0) }.map { Date(microseconds: $0) }
    }

    func keep(_ value: String, for fact: Fact) async throws {
        try await store.write(
            """
            INSERT INTO facts (name, value) VALUES (\(fact.rawValue), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    func keep(_ instant: Date, for fact: Fact) async throws { try await keep("\(instant.microseconds)", for: fact) }

    /// Keeps this unless something is kept already.
    /// - Returns: what is kept then.
    func keepFirst(_ value: String, for fact: Fact) async throws -> String {
        try await store.write(
            """
            INSERT INTO facts (name, value) VALUES (\(fact.rawValue), \(value)) ON CONFLICT (name) DO NOTHING
            """)
        guard let kept = try self.fact(fact) else { throw Broken() }
        return kept
    }
}
