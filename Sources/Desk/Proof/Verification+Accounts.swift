import Casework
import Foundation
import Storage
import Vault

/// The tables beside the books: what lets people and programs in, what they typed, what was answered.
extension Workspace {
    func verifyAccounts() async throws -> [Finding] {
        try await wrongAccounts() + wrongSessions() + wrongCodes() + wrongTries() + wrongTokens() + wrongDrafts()
            + wrongReceipts()
    }

    func wrongAccounts() async throws -> [Finding] {
        var findings: [Finding] = []
        for row in try await store.rows("SELECT id, lane, handle, rights, sealed FROM accounts") {
            let handle = try? accounts.unseal(row).1.handle
            let isRight = try handle.map { try accounts.vault.handleMark($0) == row.data("handle") } ?? false
            if !isRight { findings.append(.wrongRow(table: "accounts", id: try row.id("id"))) }
        }
        return findings
    }

    private func wrongSessions() async throws -> [Finding] {
        guard try store.has(table: "tries") else { return [] }
        var findings: [Finding] = []
        for found in try await store.rows("SELECT \(SessionRow.columns) FROM sessions") {
            let row = try SessionRow(found)
            let key = readableKey(of: row.account)
            let isRight =
                try found.data("proof") == row.proof(accounts.vault)
                && key.flatMap { try? Accounts.device(row, $0) } != nil
            if !isRight { findings.append(.wrongRow(table: "sessions", id: row.account)) }
        }
        return findings
    }

    private func wrongCodes() async throws -> [Finding] {
        guard try store.has(table: "codes") else { return [] }
        return try await store.rows("SELECT account, step, proof FROM codes").compactMap { row in
            let account = try row.id("account")
            let proof = Accounts.codeProof(account, try row.int("step"), accounts.vault)
            return try row.data("proof") == proof ? nil : .wrongRow(table: "codes", id: account)
        }
    }

    private func wrongTries() async throws -> [Finding] {
        guard try store.has(table: "tries") else { return [] }
        return try await store.rows("SELECT mark, count, at, proof FROM tries").compactMap { row in
            let mark = try row.data("mark")
            let proof = Tries.proof(mark, try row.int("count"), try row.instant("at"), accounts.vault)
            return try row.data("proof") == proof
                ? nil : .wrongRow(table: "tries", id: UUID(data: mark.prefix(16)) ?? .random())
        }
    }

    private func wrongTokens() async throws -> [Finding] {
        guard try store.has(table: "tokens") else { return [] }
        var findings: [Finding] = []
        for row in try await store.rows("SELECT id, mark, account, sealed FROM tokens") {
            let key = readableKey(of: try row.id("account"))
            let token = key.flatMap { try? accounts.token(row, $0) }
            if token?.id != (try row.id("id")) { findings.append(.wrongRow(table: "tokens", id: try row.id("id"))) }
        }
        return findings
    }

    private func wrongDrafts() async throws -> [Finding] {
        var findings: [Finding] = []
        let rows = try await store.rows(
            """
            SELECT drafts.id AS id, account, lane, drafts.sealed AS sealed
            FROM drafts JOIN accounts ON accounts.id = drafts.account
            """)
        for row in rows {
            let key = readableKey(of: try row.id("account"))
            let place = Accounts.draftPlace(try row.id("id"), lane: try row.int("lane"))
            let sealed = try row.data("sealed")
            if key.flatMap({ try? $0.unseal(sealed, at: place) }) == nil {
                findings.append(.wrongRow(table: "drafts", id: try row.id("id")))
            }
        }
        return findings
    }

    /// Nil for one that is gone, or does not open.
    private func readableKey(of owner: UUID) -> DataKey? { (try? desk.keys.key(of: owner)) ?? nil }

    private func wrongReceipts() async throws -> [Finding] {
        let rows = try await store.rows(
            """
            SELECT key FROM receipts WHERE NOT EXISTS (
                SELECT 1 FROM journal WHERE journal.lane = receipts.lane AND journal.record = receipts.record
                    AND journal.version = receipts.version)
            """)
        return try rows.map { .wrongReceipt(key: try $0.id("key")) }
    }
}
