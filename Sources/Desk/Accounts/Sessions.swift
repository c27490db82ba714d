package import Casework
package import Foundation
import Storage
import Synchronization
import Vault

/// Somebody who is signed in, or on the way.
package struct Session: Sendable {
    package let worker: Worker
    /// The cookie's secret; only its mark is stored.
    package let token: String
    package var step = Step.open
    /// The device cookie to set; nil where the browser has it already, or has not shown both factors yet.
    package var devices: String?

    /// What has to happen before anything else works.
    package enum Step: Int, Sendable {
        case open = 0
        /// The authenticator's code is missing.
        case code
        /// The password is a secret that somebody else made, or its owner wants another.
        case password
        /// There is no authenticator yet, or its owner wants another.
        case authenticator
    }
}

extension Accounts {
    /// Idle time after which a session ends, and its longest life (NIST SP 800-63B-4, 5).
    package static func idle(_ worker: Worker) -> TimeInterval {
        (worker.posts.contains(.administrator) ? 15 : 30) * 60
    }
    package static let longest: TimeInterval = 12 * 3600

    /// Nil for an unknown name and for a wrong password, after the same time.
    /// - Throws: ``TooManyTries``, for both as well; for who has a one-time secret, much later (`docs/adr`, 13).
    package func signIn(_ handle: String, _ password: String, from caller: Caller = Caller()) async throws -> Session? {
        let mark = vault.handleMark(StaffMember.normal(handle))
        let row = try store.find("SELECT id, lane, rights, sealed FROM accounts WHERE handle = \(mark)").first
        let known = if let row { try unseal(row) } else { (Worker, AccountProfile)?.none }
        let isSecret = known?.1.oneTimeUntil.map { clock.now() < $0 } ?? false
        let meters = meters(mark, known?.0.rights, caller, at: isSecret ? .secret : .password)
        try passwords.expectRoom()
        try await tries.count(meters)
        guard try await passwords.matches(password, known?.1.password), let (worker, profile) = known,
            !profile.hasLeft, profile.oneTimeUntil.map({ clock.now() < $0 }) ?? true
        else { return nil }
        if profile.secondFactor != nil, !trusts(caller, mark, worker.rights) {
            return try await begin(worker, .code, from: caller)
        }
        try await tries.forgive(meters)
        return try await begin(worker, step(after: profile), from: caller)
    }

    /// What comes after both factors.
    private func step(after profile: AccountProfile) -> Session.Step {
        if profile.oneTimeUntil != nil { return .password }
        return needsSecondFactor && profile.secondFactor == nil ? .authenticator : .open
    }

    /// Begins the session of a worker who was checked, or whom a test or a benchmark lets in. Rights that changed
    /// meanwhile begin none.
    package func begin(
        _ worker: Worker, _ step: Session.Step = .open, from caller: Caller = Caller()
    ) async throws -> Session {
        let token = Secrets.token()
        let mark = vault.sessionMark(token)
        let now = clock.now()
        let device = try await sealDevice(KeptDevice(caller, mark), of: worker.id)
        let row = SessionRow(
            mark: mark, account: worker.id.value, began: now, seen: now, step: step.rawValue, device: device)
        try await store.write("DELETE FROM sessions WHERE began <= \(now - 2 * Self.longest)")
        let begun = try await store.change(
            """
            INSERT INTO sessions (mark, account, began, seen, step, ended, device, proof)
            SELECT \(mark), id, \(now), \(now), \(row.step), 0, \(device), \(row.proof(vault)) FROM accounts
            WHERE id = \(worker.id.value) AND rights = \(worker.rights)
            """)
        guard begun == 1 else { throw NotDone.rightsChanged }
        return Session(worker: worker, token: token, step: step)
    }

    /// Begins what comes next for who has shown both factors, or just got them; the browser is known from now on.
    func begin(again id: ID<Worker>, from caller: Caller) async throws -> Session {
        let (worker, profile) = try account(id)
        var session = try await begin(worker, step(after: profile), from: caller)
        session.devices = remembering(caller, vault.handleMark(profile.handle), worker.rights)
        return session
    }

    /// The session of this cookie, if it lives; asking keeps it alive.
    package func session(_ token: String) async throws -> Session? {
        let mark = vault.sessionMark(token)
        guard let (row, worker) = try row(mark), !row.isEnded, let step = Session.Step(rawValue: row.step)
        else { return nil }
        guard isAlive(row, worker) else {
            try await lock(row)
            return nil
        }
        let now = clock.now()
        sightings.saw(mark, now)
        if now > row.seen + Sightings.writtenEvery {
            var seen = row
            seen.seen = now
            try await rewrite(row, as: seen)
        }
        return Session(worker: worker, token: token, step: step)
    }

    func isAlive(_ row: SessionRow, _ worker: Worker) -> Bool {
        let now = clock.now()
        let seen = max(row.seen, sightings.last(row.mark) ?? row.seen)
        return !row.isEnded && now < row.began + Self.longest && now < seen + Self.idle(worker)
    }

    /// Ends a session as if it had been idle too long: what was typed is kept, and its owner comes back by the password.
    package func lock(_ session: Session) async throws {
        if let (row, _) = try row(vault.sessionMark(session.token)) { try await lock(row) }
    }

    /// It stays ended, whatever the clock says later.
    private func lock(_ row: SessionRow) async throws {
        sightings.forget(row.mark)
        var ended = row
        ended.ended = 1
        try await rewrite(row, as: ended)
    }

    /// Leaves a row alone that somebody else has written meanwhile, unless to end it.
    private func rewrite(_ row: SessionRow, as new: SessionRow) async throws {
        try await store.write(
            """
            UPDATE sessions SET seen = \(new.seen), ended = \(new.ended), proof = \(new.proof(vault))
            WHERE mark = \(row.mark) AND (\(new.ended) = 1 OR proof = \(row.proof(vault)))
            """)
    }

    /// Whose session this was and by what name, for half a day after it ended by itself; nil for one that was signed out,
    /// and for one that never showed both factors: what it sends is not its owner's word.
    package func owner(ofEnded token: String) async throws -> (worker: Worker, handle: String)? {
        guard let (row, worker) = try row(vault.sessionMark(token)), row.isEnded, row.isOpen else { return nil }
        return (worker, try account(worker.id).1.handle)
    }

    /// A session's row with its worker; nil also for one that somebody changed.
    private func row(_ mark: Data) throws -> (SessionRow, Worker)? {
        let rows = try store.known(
            """
            SELECT \(SessionRow.columns), accounts.id AS id, lane, rights, sealed
            FROM sessions JOIN accounts ON accounts.id = sessions.account WHERE mark = \(mark)
            """)
        guard let found = rows.first else { return nil }
        let row = try knownSessions.value(mark, found) {
            let row = try SessionRow(found)
            return try found.data("proof") == row.proof(vault) ? row : nil
        }
        return if let row { (row, try unseal(found).0) } else { nil }
    }

    package func signOut(_ token: String) async throws { try await end(vault.sessionMark(token)) }

    func end(_ mark: Data) async throws {
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
    /// Beyond this many, those of over a minute ago are let go, since sessions end also where nobody tells this: what is
    /// on disk lacks a minute at most.
    private let most = 2_000

    func last(_ mark: Data) -> Date? { seen.withLock { $0[mark] } }
    func saw(_ mark: Data, _ instant: Date) {
        seen.withLock { seen in
            if seen.count >= most { seen = seen.filter { $0.value > instant - Self.writtenEvery } }
            seen[mark] = instant
        }
    }
    func forget(_ mark: Data) { seen.withLock { $0[mark] = nil } }
}

/// A session as it stands on disk.
struct SessionRow {
    let mark: Data
    let account: UUID
    let began: Date
    var seen: Date
    let step: Int
    var ended = 0
    let device: Data

    var isEnded: Bool { ended != 0 }
    var isOpen: Bool { step == Session.Step.open.rawValue }

    static let columns: SQL = "mark, account, began, seen, step, ended, device, proof"

    /// What binds all of it together: a row that was changed proves nothing.
    func proof(_ vault: Vault) -> Data {
        vault.proof(
            "sessions", mark.hex, account.uuidString, "\(began.microseconds)", "\(seen.microseconds)", "\(step)",
            "\(ended)", device.hex)
    }
}

extension SessionRow {
    init(_ row: Row) throws {
        mark = try row.data("mark")
        account = try row.id("account")
        began = try row.instant("began")
        seen = try row.instant("seen")
        step = try row.int("step")
        ended = try row.int("ended")
        device = try row.data("device")
    }
}
