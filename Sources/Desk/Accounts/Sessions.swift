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
    /// The password is still a secret that somebody else made: nothing works before another was chosen.
    package var mustChoosePassword = false
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
        guard try await passwords.matches(password, known?.1.password), let (worker, profile) = known,
            !profile.hasLeft, profile.oneTimeUntil.map({ clock.now() < $0 }) ?? true
        else { return nil }
        var session = try await begin(worker)
        session.mustChoosePassword = profile.oneTimeUntil != nil
        return session
    }

    /// Begins the session of a worker whose password was checked, or whom a test or a benchmark lets in. Rights that
    /// changed meanwhile begin none.
    package func begin(_ worker: Worker) async throws -> Session {
        let token = Secrets.token()
        let mark = vault.sessionMark(token)
        let now = clock.now()
        let proof = vault.sessionProof(mark, worker.id.value, now.microseconds)
        try await store.write("DELETE FROM sessions WHERE began <= \(now - 2 * Self.longest)")
        let begun = try await store.change(
            """
            INSERT INTO sessions (mark, account, began, seen, proof)
            SELECT \(mark), id, \(now), \(now), \(proof) FROM accounts
            WHERE id = \(worker.id.value) AND rights = \(worker.rights)
            """)
        guard begun == 1 else { throw NotDone.rightsChanged }
        return Session(worker: worker, token: token)
    }

    /// The session of this cookie, if it lives; asking keeps it alive.
    package func session(_ token: String) async throws -> Session? {
        let mark = vault.sessionMark(token)
        guard let row = try await row(mark), try row.int("ended") == 0 else { return nil }
        let (worker, profile) = try await unseal(row)
        let now = clock.now()
        let stored = try row.instant("seen")
        let seen = max(stored, sightings.last(mark) ?? stored)
        guard now < (try row.instant("began")) + Self.longest, now < seen + Self.idle(worker) else {
            // It stays ended, whatever the clock says later.
            try await store.write("UPDATE sessions SET ended = 1 WHERE mark = \(mark)")
            return nil
        }
        sightings.saw(mark, now)
        if now > stored + Sightings.writtenEvery {
            try await store.write("UPDATE sessions SET seen = \(now) WHERE mark = \(mark)")
        }
        return Session(
            worker: worker, token: token, mustChoosePassword: profile.oneTimeUntil != nil)
    }

    /// Whose session this was, for half a day after it ended by itself; nil for one that was signed out.
    package func owner(ofEnded token: String) async throws -> Worker? {
        guard let row = try await row(vault.sessionMark(token)), try row.int("ended") == 1 else { return nil }
        return try await unseal(row).0
    }

    /// A session's row with its account's; nil also for one that somebody gave to another account.
    private func row(_ mark: Data) async throws -> Row? {
        let rows = try await store.rows(
            """
            SELECT accounts.id, lane, rights, sealed, began, seen, ended, proof
            FROM sessions JOIN accounts ON accounts.id = sessions.account WHERE mark = \(mark)
            """)
        guard let row = rows.first else { return nil }
        let proof = vault.sessionProof(mark, try row.id("id"), Int64(try row.int("began")))
        return try row.data("proof") == proof ? row : nil
    }

    package func signOut(_ token: String) async throws { try await end(vault.sessionMark(token)) }

    private func end(_ mark: Data) async throws {
        sightings.forget(mark)
        try await store.write("DELETE FROM sessions WHERE mark = \(mark)")
    }

    /// Nobody is signed in any more, and no program is let in.
    package func endEverySessionAndToken() async throws {
        try await store.write("DELETE FROM sessions", "DELETE FROM tokens")
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
