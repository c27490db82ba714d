package import Casework
package import Foundation
import Storage
import Vault

/// Who may sign in. The one part beside the doors: it reads no record.
package struct Accounts: Sendable {
    let store: Store
    let vault: Vault
    let keys: KeyRing
    let passwords: Passwords
    let clock: Clock
    let sightings: Sightings
    let known = Known<Place, Data, AccountProfile>()
    let knownSessions = Known<Data, Row, SessionRow?>()
    let knownTokens = Known<[UUID], Data, KeptToken>()
    /// An office asks every worker for an authenticator; a made-up city lets its visitors in without.
    package let needsSecondFactor: Bool

    var tries: Tries { Tries(store: store, vault: vault, clock: clock) }

    /// What an account keeps sealed.
    struct AccountProfile: Codable {
        var handle: String
        var name: String
        var posts: [Post]
        var password: PasswordHash
        /// Until when the password is a secret that somebody else knows; nil for one of the worker's own choosing.
        var oneTimeUntil: Date?
        /// Nil before the first sign-in, and after the phone was lost.
        var secondFactor: SecondFactor?
        /// Who left signs in no more.
        var hasLeft = false
        /// The command line, which signs in nowhere.
        var isOperator: Bool?
    }

    /// The name is used already.
    package struct HandleTaken: Error {}

    /// Beside the office's record: for a test's small world and for benchmarks. An office adds its staff by `AddWorker`.
    @discardableResult
    package func add(
        handle: String, name: String, posts: [Post], password: String, lane: Int = 1
    ) async throws -> ID<Worker> {
        let id = ID<Worker>()
        let mark = vault.handleMark(StaffMember.normal(handle))
        guard try store.find("SELECT id FROM accounts WHERE handle = \(mark)").isEmpty else {
            throw HandleTaken()
        }
        let profile = AccountProfile(
            handle: StaffMember.normal(handle), name: name, posts: posts, password: try await passwords.hash(password))
        try await store.write(try await insertion(profile, id, lane))
        return id
    }

    /// How long a secret works (OWASP ASVS 5.0 V6.4.1).
    package static let secretLife: TimeInterval = 24 * 3600
    /// Eight where it is one of two factors, fifteen alone (NIST SP 800-63B-4, 3.1.1.2).
    package var shortestPassword: Int { needsSecondFactor ? 8 : 15 }

    /// Why a password can't be chosen; nil for one that can.
    package func fault(_ password: String, of worker: Worker) async throws -> Problem? {
        if password.isBlank { return .missing }
        if password.count < shortestPassword { return .tooShort(limit: shortestPassword) }
        let handle = try account(worker.id).1.handle
        return Guessable.isGuessable(password, besides: [handle, worker.name]) ? .guessable : nil
    }

    /// A password of the worker's own in the place of the one before; a session of its own begins. Nil for the one
    /// before, since somebody else may know it, and for a session that is not asked for one.
    package func choosePassword(
        _ password: String, for session: Session, from caller: Caller = Caller()
    ) async throws -> Session? {
        guard session.step == .password,
            try await !passwords.matches(password, try account(session.worker.id).1.password)
        else { return nil }
        try await setPassword(password, of: session.worker.id, and: [withoutTokens(session.worker.id)])
        return try await begin(again: session.worker.id, from: caller)
    }

    /// A password in the place of the one before, as a demo's and a test's staff get theirs. Every session of this worker
    /// ends.
    package func setPassword(_ password: String, of id: ID<Worker>) async throws {
        try await setPassword(password, of: id, and: [])
    }

    private func setPassword(_ password: String, of id: ID<Worker>, and others: [SQL]) async throws {
        let hash = try await passwords.hash(password)
        try await change(id, and: others) { profile in
            profile.password = hash
            profile.oneTimeUntil = nil
        }
    }

    /// All workers of the installation with their user names.
    package func all() throws -> [(worker: Worker, handle: String)] {
        var workers: [(Worker, String)] = []
        for row in try store.known("SELECT id, lane, rights, sealed FROM accounts") {
            let (worker, profile) = try unseal(row)
            if profile.isOperator != true { workers.append((worker, profile.handle)) }
        }
        return workers.sorted { $0.1 < $1.1 }
    }

    /// The workers of a lane with a duty, by name.
    package func workers(with duty: Duty, in lane: Int) async throws -> [Worker] {
        try all().map(\.worker).filter { $0.lane == lane && $0.duties.contains(duty) }.sorted {
            $0.name < $1.name
        }
    }

    /// The names of these workers.
    package func names(_ ids: Set<ID<Worker>>) throws -> [ID<Worker>: String] {
        var names: [ID<Worker>: String] = [:]
        for row in try store.known(
            "SELECT id, lane, rights, sealed FROM accounts WHERE id IN \(ids.map(\.value))")
        {
            let worker = try unseal(row).0
            names[worker.id] = worker.name
        }
        return names
    }

    func account(_ id: ID<Worker>) throws -> (Worker, AccountProfile) {
        let rows = try store.known("SELECT id, lane, rights, sealed FROM accounts WHERE id = \(id.value)")
        guard let row = rows.first else { throw NotDone.unknown }
        return try unseal(row)
    }

    /// Two who change one account at once come one after the other. Sessions, and what else is to end with them, are gone
    /// in the commit that changes the account: a session that begins from then on has the new rights (`begin` compares
    /// them).
    func change(_ id: ID<Worker>, and others: [SQL] = [], _ change: (inout AccountProfile) -> Void) async throws {
        for _ in 0..<Desk.patience {
            let statements = try await update(id, change)
            if try await store.change(statements[0], then: statements.dropFirst() + others) == 1 { return }
        }
        throw NotDone.busy
    }

    func seal(_ profile: AccountProfile, of id: ID<Worker>, in lane: Int, rights: Int) async throws -> Data {
        let key = try await keys.makeKey(of: id.value)
        return try key.seal(JSONEncoder.sorted.encode(profile), at: Self.place(id.value, lane, rights))
    }

    func unseal(_ row: Row) throws -> (Worker, AccountProfile) {
        let id = try row.id("id")
        let lane = try row.int("lane")
        guard let key = try keys.key(of: id) else { throw Broken() }
        // Bound to the version of the rights: an older row does not open.
        let rights = try row.int("rights")
        let sealed = try row.data("sealed")
        let place = Self.place(id, lane, rights)
        let profile = try known.value(place, sealed) {
            try JSONDecoder().decode(AccountProfile.self, from: key.unseal(sealed, at: place))
        }
        let worker = Worker(
            id: ID(id), lane: lane, name: profile.name, posts: profile.posts, rights: rights)
        return (worker, profile)
    }

    static func place(_ id: UUID, _ lane: Int, _ rights: Int) -> Place {
        Place(table: "accounts", lane: lane, owner: id, version: rights)
    }
}
