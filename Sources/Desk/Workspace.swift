import Casework
package import Foundation
import Storage
package import Vault

/// What runs: a store, its keys, a clock. There is no global state, so a process can hold several, and a test is one
/// in a temporary folder with a clock that it sets.
package struct Workspace: Sendable {
    package let desk: Desk
    package let accounts: Accounts
    let store: Store
    let clock: Clock

    package var now: Date { clock.now() }

    /// What a home is for; a demo's sign-ins are made at random, and it never leaves this machine.
    package enum Purpose: String, Sendable { case demo, office }

    /// The home was made for something else.
    package struct OtherPurpose: Error { package let found: Purpose }

    /// Opens a home, or makes it when it is empty, and folds everything in it into the index.
    package init(
        home: URL, key: MasterKey, purpose: Purpose, clock: Clock = .system, cost: PasswordCost = .real
    ) async throws {
        let store = try Store(home, chainStart: Chain.start, chain: Chain.digest)
        let vault = Vault(key)
        let keys = KeyRing(store, vault)
        let folds = Folds(store, keys)
        self.store = store
        self.clock = clock
        desk = Desk(
            store: store, vault: vault, keys: keys, folds: folds, index: try Index(), clock: clock)
        accounts = Accounts(
            store: store, vault: vault, keys: keys, passwords: try Passwords(vault, cost: cost), clock: clock,
            sightings: Sightings())
        try await settle(purpose)
        // The first thing that the key opens: a wrong one is told here, not in the middle of the work.
        _ = try await keys.makeKey(of: .lane(1))
        try await fold()
    }

    private func settle(_ purpose: Purpose) async throws {
        try await store.write(
            "INSERT INTO facts (name, value) VALUES ('purpose', \(purpose.rawValue)) ON CONFLICT DO NOTHING")
        let row = try await store.rows("SELECT value FROM facts WHERE name = 'purpose'").first
        guard let found = try row.map({ try $0.text("value") }).flatMap(Purpose.init), found != purpose else { return }
        throw OtherPurpose(found: found)
    }

    /// Tells the index every record, from its first entry on.
    private func fold() async throws {
        let unwrap = try await store.unwrapping(desk.vault)
        try await store.eachRecord { [index = desk.index] rows in
            guard let first = rows.first, let key = try unwrap(first.record) else { return }
            let journal = try rows.map { try $0.placed(by: key) }
            guard let kind = journal.first?.entry.kind else { return }
            for type in Records.all where type.kind == kind {
                try index.put(type, first.record, journal, lane: first.lane)
            }
        }
    }
}

extension Store {
    /// Unwraps any record's key without waiting; nil for one that was erased.
    fileprivate func unwrapping(_ vault: Vault) async throws -> @Sendable (UUID) throws -> DataKey? {
        let wrapped = try await wrappedKeys()
        return { owner in try wrapped[owner].map { try vault.unwrap($0, for: owner) } }
    }
}

extension Index {
    fileprivate func put<R: Record>(_ type: R.Type, _ record: UUID, _ journal: [Placed], lane: Int) throws {
        var fold = Fold<R>(id: ID(record))
        for placed in journal { try fold.apply(placed) }
        if let code = fold.code { try put(fold.card, code: code, lane: lane) }
    }
}
