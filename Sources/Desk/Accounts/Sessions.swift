package import Casework
package import Foundation
import Storage
import Synchronization
import Vault

/// Somebody who is signed in.
package struct Session: Sendable {
    package let worker: Worker
    /// The cookie's secret; only its mark is stored.
    package let token: String
    /// When it ends unless something is asked before.
    package let idleEnd: Date
}

extension Accounts {
    /// Idle time after which a session ends, and its longest life (`security.md` R16).
    package static func idle(_ worker: Worker) -> TimeInterval {
        (worker.posts.contains(.administrator) ? 15 : 30) * 60
    }
    package static let longest: TimeInterval = 12 * 3600

    /// Nil for an unknown name and for a wrong password, after the same time.
    package func signIn(_ handle: String, _ password: String) async throws -> Session? {
        let mark = vault.handleMark(Self.normal(handle))
        let row = try await store.rows("SELECT id, lane, rights, sealed FROM accounts WHERE handle = \(mark)").first
        let known = if let row { try await unseal(row) } else { (Worker, Profile)?.none }
        guard try await passwords.matches(password, known?.1.password), let worker = known?.0 else { return nil }
        return try await begin(worker)
    }

    /// A session without a password: for tests and benchmarks.
    package func begin(_ worker: Worker) async throws -> Session {
        let token = Secrets.token()
        let now = clock.now()
        try await store.write(
            "DELETE FROM sessions WHERE began <= \(now - 2 * Self.longest)",
            """
            INSERT INTO sessions (mark, account, began, seen)
            VALUES (\(vault.sessionMark(token)), \(worker.id.value), \(now), \(now))
            """
        )
        return Session(worker: worker, token: token, idleEnd: now + Self.idle(worker))
    }

    /// The session of this cookie, if it lives; asking keeps it alive.
    package func session(_ token: String) async throws -> Session? {
        let mark = vault.sessionMark(token)
        let row = try await store.rows(
            """
            SELECT accounts.id, lane, rights, sealed, began, seen
            FROM sessions JOIN accounts ON accounts.id = sessions.account WHERE mark = \(mark)
            """
        ).first
        guard let row else { return nil }
        let (worker, _) = try await unseal(row)
        let now = clock.now()
        let stored = try row.instant("seen")
        let seen = max(stored, sightings.last(mark) ?? stored)
        guard now < (try row.instant("began")) + Self.longest, now < seen + Self.idle(worker) else { return nil }
        sightings.saw(mark, now)
        if now > stored + Sightings.writtenEvery {
            try await store.write("UPDATE sessions SET seen = \(now) WHERE mark = \(mark)")
        }
        return Session(worker: worker, token: token, idleEnd: now + Self.idle(worker))
    }

    /// Whose session this was, for half a day after it ended by itself; nil for one that was signed out.
    package func owner(ofEnded token: String) async throws -> Worker? {
        let rows = try await store.rows(
            """
            SELECT accounts.id, lane, rights, sealed
            FROM sessions JOIN accounts ON accounts.id = sessions.account WHERE mark = \(vault.sessionMark(token))
            """)
        guard let row = rows.first else { return nil }
        return try await unseal(row).0
    }

    package func signOut(_ token: String) async throws { try await end(vault.sessionMark(token)) }

    private func end(_ mark: Data) async throws {
        sightings.forget(mark)
        try await store.write("DELETE FROM sessions WHERE mark = \(mark)")
    }

    /// A secret for a browser that has not signed in.
    package func visitor() -> String { Secrets.token() }

    package func formToken(_ token: String) -> String { vault.formToken(token) }
    package func isFormToken(_ given: String, of token: String) -> Bool { vault.isFormToken(given, of: token) }
}

/// When each session was last seen, so that not every request must write it down.
final class Sightings: Sendable {
    static let writtenEvery: TimeInterval = 60
    private let seen = Mutex<[Data: Date]>([:])

    func last(_ mark: Data) -> Date? { seen.withLock { $0[mark] } }
    func saw(_ mark: Data, _ instant: Date) { seen.withLock { $0[mark] = instant } }
    func forget(_ mark: Data) { seen.withLock { $0[mark] = nil } }
}
