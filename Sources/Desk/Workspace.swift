package import Casework
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
    package let purpose: Purpose
    /// It reads beside the process that writes.
    private let isReading: Bool

    package var now: Date { clock.now() }

    /// What a home is for; a demo's sign-ins are made at random, and it never leaves this machine.
    package enum Purpose: String, Sendable { case demo, office }

    /// The home was made for something else.
    package struct OtherPurpose: Error { package let found: Purpose }

    /// Opens a home, or makes it when it is empty, and folds everything in it into the index.
    /// - Parameter opensPerHour: so many different records a worker opens in an hour without waiting.
    /// - Parameter makes: whether it is made; an office that was there and of which nothing is left is not made anew.
    package init(
        home: URL, key: MasterKey, purpose: Purpose, clock: Clock = .system, cost: PasswordCost = .real,
        instruments: Instruments? = nil, opensPerHour: Int = 30, makes: Bool = true
    ) async throws {
        try self.init(home, key, purpose, clock, cost, instruments, opensPerHour, isReading: false, makes: makes)
        do { try await begin(purpose) } catch {
            // Whoever opens it for what it is, or after a remedy, finds it free, though a thread that wrote last may hold on
            // to this one for a moment.
            try? close()
            throw error
        }
    }

    private func begin(_ purpose: Purpose) async throws {
        // A kill can leave keys there that are destroyed later, and where no backups are kept nobody would look.
        Keeper.clearTrial(in: store.home)
        try await settleFormat()
        try await settle(purpose)
        // The first thing that the key opens: a wrong one is told here, not in the middle of the work.
        _ = try await desk.keys.makeKey(of: .lane(1))
        try await start.run()
        // Who copies the keys in this moment must not keep the home from opening: the next turn does the rest.
        try? await finishErasures()
        try await desk.recall()
    }

    /// Opens a home beside the process that serves it, to prove what is in it: nothing is folded, so that damage is
    /// named and does not keep it shut. It reads and nothing else.
    package static func proving(home: URL, key: MasterKey) async throws -> Workspace {
        let workspace = try Workspace(home, key, .office, .system, .tiny, nil, 30, isReading: true, makes: false)
        guard try workspace.desk.keys.key(of: .lane(1)) != nil else { throw WrongKey() }
        _ = try workspace.checkFormat()
        return workspace
    }

    /// Opens a home beside the process that serves it, to read and nothing else.
    package static func reading(home: URL, key: MasterKey) async throws -> Workspace {
        let workspace = try await proving(home: home, key: key)
        var start = workspace.start
        start.renews = false
        try await start.run()
        return workspace
    }

    private init(
        _ home: URL, _ key: MasterKey, _ purpose: Purpose, _ clock: Clock, _ cost: PasswordCost,
        _ instruments: Instruments?, _ opensPerHour: Int, isReading: Bool, makes: Bool
    ) throws {
        let rulebook = try Rulebook.shipped()
        let index = try Index(rulebook)
        store = try Store(
            home, isReading: isReading, makes: makes, chainStart: Chain.start, chain: Chain.digest,
            rowMark: { try Self.vault(key, $0).rowMark }, act: index.follower.act)
        self.clock = clock
        self.purpose = purpose
        self.isReading = isReading
        let vault = try Self.vault(key, store.wrappedKey)
        let keys = KeyRing(store, vault)
        accounts = Accounts(
            store: store, vault: vault, keys: keys, passwords: try Passwords(vault, cost: cost), clock: clock,
            sightings: Sightings(), needsSecondFactor: purpose == .office)
        desk = Desk(
            store: store, vault: vault, keys: keys, folds: Folds(store, keys), index: index,
            clock: clock, budget: Budget(ofWorker: opensPerHour), rulebook: rulebook,
            instruments: try instruments ?? .shipped(), accounts: accounts)
    }

    /// The home was made with another master key, or its keys are not from there.
    package struct WrongKey: Error { package init() {} }

    /// - Throws: ``WrongKey``: nothing may be marked by another key than the home's.
    private static func vault(_ key: MasterKey, _ wrappedKey: (UUID) throws -> Data?) throws -> Vault {
        let carried = try wrappedKey(Vault.carriedOwner)
        let wrapped = try wrappedKey(.lane(1))
        do {
            let vault = if let carried { try Vault(key, carried: carried) } else { Vault(key) }
            if let wrapped { _ = try vault.unwrap(wrapped, for: .lane(1)) }
            return vault
        } catch { throw WrongKey() }
    }

    /// Whether this is the key of a home that another workspace may hold; false too where nobody can tell.
    package static func isKey(_ key: MasterKey, of home: URL) -> Bool {
        let wrapped = { (owner: UUID) in try Store.wrappedKey(of: owner, in: home) }
        guard (try? wrapped(.lane(1))) != nil else { return false }
        return (try? vault(key, wrapped)) != nil
    }

    /// Figures for the command line, whose user holds the key. Only a workspace that can't write, and so can leave no
    /// look, answers without one.
    package func figures<Figures: Sendable>(
        from: Date, until: Date, lane: Int = 1, into figures: Figures,
        _ count: @escaping @Sendable (inout Figures, Card) -> Void
    ) async throws -> Figures {
        guard isReading else { throw NotDone.notRecorded }
        return try await desk.index.figures(from: from, until: until, in: lane, into: figures, count)
    }

    private var start: Start { Start(store: store, vault: desk.vault, folds: desk.folds, index: desk.index) }

    /// Ends: the home can be opened anew. Nothing works afterwards.
    package func close() throws { try store.close() }

    /// A newer program's entries would be read by halves, so an older one keeps its hands off a home that a newer one
    /// wrote in.
    private func settleFormat() async throws {
        if try checkFormat() != Entry.format { try await keep("\(Entry.format)", for: .entryFormat) }
    }

    /// - Throws: ``StoreTrouble/tooNew(version:)``.
    private func checkFormat() throws -> Int? {
        let kept = try fact(.entryFormat).flatMap(Int.init)
        if let kept, kept > Entry.format { throw StoreTrouble.tooNew(version: kept) }
        return kept
    }

    private func settle(_ purpose: Purpose) async throws {
        let kept = try await keepFirst(purpose.rawValue, for: .purpose)
        guard let found = Purpose(rawValue: kept), found != purpose else { return }
        throw OtherPurpose(found: found)
    }
}
