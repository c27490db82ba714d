package import Casework
package import Foundation
import Storage
import Vault

/// Lets a program act in a worker's name, within limits, until a day or until it is taken back.
package struct Token: Codable, Hashable, Sendable {
    package let id: UUID
    /// What the worker calls it.
    package let name: String
    /// The only duties that it has, as far as the worker has them.
    package let duties: Set<Duty>
    /// Whether it can perform, or only look.
    package let mayPerform: Bool
    package let made: Date
    package let until: Date
}

/// A program that was let in.
package struct Bearer: Sendable {
    /// With the duties of the token and no others.
    package let worker: Worker
    package let mayPerform: Bool
}

extension Accounts {
    /// So that somebody who finds one in a file knows what it is.
    private static let prefix = "lindung_"
    /// No token lives longer.
    package static let longestToken = 365
    /// So many tokens one worker may have.
    package static let mostTokens = 20

    /// Makes a token; its secret is told once and kept nowhere. Nil when the worker has too many already.
    package func makeToken(
        _ name: Line, duties: Set<Duty>, mayPerform: Bool, days: Int, for worker: Worker
    ) async throws -> (token: Token, secret: String)? {
        guard try tokens(of: worker).count < Self.mostTokens else { return nil }
        let secret = Self.prefix + Secrets.token()
        let mark = vault.tokenMark(secret)
        let now = clock.now()
        let token = Token(
            id: .random(), name: name.text, duties: duties.intersection(worker.duties), mayPerform: mayPerform,
            made: now,
            until: now + Double(min(max(days, 1), Self.longestToken)) * 24 * 3600)
        let key = try await keys.makeKey(of: worker.id.value)
        let sealed = try key.seal(
            JSONEncoder.sorted.encode(KeptToken(token: token, mark: mark)), at: Self.place(token.id))
        let made = try await store.change(
            """
            INSERT INTO tokens (mark, id, account, sealed)
            SELECT \(mark), \(token.id), id, \(sealed) FROM accounts
            WHERE id = \(worker.id.value) AND rights = \(worker.rights)
            """)
        guard made == 1 else { throw NotDone.rightsChanged }
        return (token, secret)
    }

    /// A worker's tokens, those that have run out too, the newest first.
    package func tokens(of worker: Worker) throws -> [Token] {
        let rows = try store.find("SELECT id, mark, sealed FROM tokens WHERE account = \(worker.id.value)")
        guard !rows.isEmpty, let key = try keys.key(of: worker.id.value) else { return [] }
        return try rows.map { try token($0, key) }.sorted { $0.made > $1.made }
    }

    /// Works no more from this moment on. One that is not this worker's is left alone.
    package func revokeToken(_ id: UUID, of worker: Worker) async throws {
        try await store.write("DELETE FROM tokens WHERE id = \(id) AND account = \(worker.id.value)")
    }

    /// Who comes with this secret; nil for one that is unknown, was taken back or has run out, and for a worker who has left.
    package func bearer(_ secret: String) throws -> Bearer? {
        guard secret.hasPrefix(Self.prefix) else { return nil }
        let mark = vault.tokenMark(secret)
        let rows = try store.known(
            """
            SELECT tokens.id AS token, mark, tokens.sealed AS token_sealed, accounts.id AS id, lane, rights,
                accounts.sealed AS sealed
            FROM tokens JOIN accounts ON accounts.id = tokens.account WHERE mark = \(mark)
            """)
        guard let row = rows.first else { return nil }
        let (account, id, sealed) = (try row.id("id"), try row.id("token"), try row.data("token_sealed"))
        guard let key = try keys.key(of: account) else { return nil }
        let (worker, profile) = try unseal(row)
        // Known by its account too: a row that was given to another one does not open.
        let kept = try knownTokens.value([account, id], sealed) { try unseal(sealed, id, key) }
        let token = try kept.token(of: mark)
        guard clock.now() < token.until, !profile.hasLeft, profile.oneTimeUntil == nil else { return nil }
        var limited = worker
        limited.only = token.duties
        limited.token = token.id
        return Bearer(worker: limited, mayPerform: token.mayPerform)
    }

    /// Whether a worker's rights are still those that this one was let in with, and a program's token was not taken back.
    func stands(_ worker: Worker) throws -> Bool {
        let rows = try store.known(
            """
            SELECT rights, EXISTS (SELECT 1 FROM tokens WHERE account = accounts.id AND id = \(worker.token)) AS has_token
            FROM accounts WHERE id = \(worker.id.value)
            """)
        guard let row = rows.first, try row.int("rights") == worker.rights else { return false }
        return try worker.token == nil || row.int("has_token") == 1
    }

    func token(_ row: Row, _ key: DataKey) throws -> Token {
        try unseal(try row.data("sealed"), try row.id("id"), key).token(of: try row.data("mark"))
    }

    private func unseal(_ sealed: Data, _ id: UUID, _ key: DataKey) throws -> KeptToken {
        try JSONDecoder().decode(KeptToken.self, from: key.unseal(sealed, at: Self.place(id)))
    }

    /// Bound to its mark: a row that was given another's secret does not open.
    struct KeptToken: Codable {
        let token: Token
        let mark: Data

        func token(of mark: Data) throws -> Token {
            guard self.mark == mark else { throw Broken() }
            return token
        }
    }

    private static func place(_ id: UUID) -> Place { Place(table: "tokens", lane: 0, owner: id) }
}
