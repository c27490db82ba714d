package import Casework
import Foundation
import Storage
import Vault

/// What the office's record does to accounts, in the transaction that journals it.
extension Accounts {
    /// The statements of a change, and the one-time secret that it makes. The first of them changes one row, or somebody
    /// was quicker.
    func change(_ staffing: Staffing, in lane: Int) async throws -> (statements: [SQL], secret: String?) {
        switch staffing {
        case .add(let id, let handle, let name, let posts):
            let secret = Secrets.password()
            let profile = AccountProfile(
                handle: StaffMember.normal(handle), name: name, posts: posts,
                password: try await passwords.hash(secret),
                oneTimeUntil: clock.now() + Self.secretLife)
            return ([try await insertion(profile, id, lane)], secret)
        case .posts(let id, let posts):
            return (try await update(id) { $0.posts = posts }, nil)
        case .secret(let id, let lost):
            let secret = Secrets.password()
            let hash = try await passwords.hash(secret)
            let statements = try await update(id) { [clock] profile in
                if lost == .phone { profile.secondFactor = nil }
                profile.password = hash
                profile.oneTimeUntil = clock.now() + Self.secretLife
            }
            return (statements + [withoutTokens(id)], secret)
        case .end(let id):
            let statements = try await update(id) { profile in
                profile.hasLeft = true
                profile.posts = []
            }
            return (statements + [withoutTokens(id)], nil)
        }
    }

    /// Who forgot the password, changed it, or left, may have lost more.
    func withoutTokens(_ id: ID<Worker>) -> SQL { "DELETE FROM tokens WHERE account = \(id.value)" }

    func insertion(_ profile: AccountProfile, _ id: ID<Worker>, _ lane: Int) async throws -> SQL {
        let sealed = try await seal(profile, of: id, in: lane, rights: 1)
        return """
            INSERT INTO accounts (id, lane, handle, rights, sealed)
            VALUES (\(id.value), \(lane), \(vault.handleMark(profile.handle)), 1, \(sealed)) ON CONFLICT DO NOTHING
            """
    }

    /// Puts a changed account in the place of the one that it was read as; every session of this worker ends.
    func update(_ id: ID<Worker>, _ change: (inout AccountProfile) -> Void) async throws -> [SQL] {
        var (worker, profile) = try account(id)
        change(&profile)
        let sealed = try await seal(profile, of: id, in: worker.lane, rights: worker.rights + 1)
        return [
            """
            UPDATE accounts SET sealed = \(sealed), rights = \(worker.rights + 1)
            WHERE id = \(id.value) AND rights = \(worker.rights)
            """,
            "DELETE FROM sessions WHERE account = \(id.value)",
        ]
    }

    /// Whether a key of this id is an account's or the installation's own: it is no record's.
    func owns(_ id: UUID) throws -> Bool {
        if id.isReserved { return true }
        return try !store.find("SELECT 1 AS one FROM accounts WHERE id = \(id)").isEmpty
    }

    /// Who signs in with this name, in any office of the installation.
    func owner(of handle: String) throws -> ID<Worker>? {
        let mark = vault.handleMark(StaffMember.normal(handle))
        return try store.find("SELECT id FROM accounts WHERE handle = \(mark)").first.map { ID(try $0.id("id")) }
    }

    /// The command line as a worker: what it changes is journaled under this name. It administers and reads no case.
    package func `operator`(in lane: Int = 1) async throws -> Worker {
        // No worker can have this name: a form takes no such character.
        let handle = "\u{1}operator \(lane)"
        let id = try owner(of: handle) ?? ID<Worker>()
        if try store.find("SELECT id FROM accounts WHERE id = \(id.value)").isEmpty {
            let profile = AccountProfile(
                handle: handle, name: "Operator (\(NSUserName()))", posts: [.administrator],
                password: try await passwords.hash(Secrets.password()), hasLeft: true, isOperator: true)
            try await store.write(try await insertion(profile, id, lane))
        }
        guard let kept = try owner(of: handle) else { throw NotDone.unknown }
        return try account(kept).0
    }
}
