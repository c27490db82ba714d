import Casework
import Foundation
import Storage
import Synchronization
import Vault

/// The data keys of records, accounts and lanes, unwrapped as they are needed.
final class KeyRing: Sendable {
    private let store: Store
    private let vault: Vault
    private let known = Mutex<[UUID: DataKey]>([:])
    /// The records whose keys are destroyed, or are about to be: nothing opens them from here on.
    private let erased = Mutex<Set<UUID>>([])
    /// Beyond this many the ring starts anew; a key is a hundred bytes.
    private let most = 20_000

    init(_ store: Store, _ vault: Vault) {
        self.store = store
        self.vault = vault
    }

    /// Nil when there is none: an owner that is not there, or one that was erased.
    func key(of owner: UUID) throws -> DataKey? {
        if isErased(owner) { return nil }
        if let key = known.withLock({ $0[owner] }) { return key }
        guard let wrapped = try store.wrappedKey(of: owner) else { return nil }
        let key = try vault.unwrap(wrapped, for: owner)
        remember(key, of: owner)
        return key
    }

    /// The owner's key, made and kept durably if there was none.
    func makeKey(of owner: UUID) async throws -> DataKey {
        if let key = try key(of: owner) { return key }
        guard !isErased(owner) else { throw Broken() }
        let key = DataKey()
        if try await store.keep(try vault.wrap(key, for: owner), for: owner) {
            remember(key, of: owner)
            return key
        }
        // Another was quicker: the one that is kept counts.
        guard let kept = try self.key(of: owner) else { throw Broken() }
        return kept
    }

    func isErased(_ owner: UUID) -> Bool { erased.withLock { $0.contains(owner) } }

    /// Whoever is reading one of the keys in this moment does not put it back.
    func forget(_ records: some Sequence<UUID>) {
        erased.withLock { $0.formUnion(records) }
        known.withLock { known in for record in records { known[record] = nil } }
    }

    private func remember(_ key: DataKey, of owner: UUID) {
        known.withLock { known in
            if known.count >= most { known = [:] }
            known[owner] = isErased(owner) ? nil : key
        }
    }
}

extension UUID {
    /// The owner of a lane's look key.
    static func lane(_ lane: Int) -> UUID {
        let bytes = Data("lane".utf8) + Data(count: 4) + withUnsafeBytes(of: Int64(lane).bigEndian) { Data($0) }
        return UUID(data: bytes) ?? .random()
    }

    /// The owner of a key that signs heads: "signing key", followed by its number, from 0.
    static func signing(_ generation: Int) -> UUID {
        let bytes = signingKey + Data([0]) + withUnsafeBytes(of: UInt32(generation).bigEndian) { Data($0) }
        return UUID(data: bytes) ?? .random()
    }

    private static let signingKey = Data("signing key".utf8)

    /// Whether it stands for a key of the installation. A record's id is chosen by who opens it, and could spell one.
    var isReserved: Bool {
        data.prefix(8) == Data("lane".utf8) + Data(count: 4) || data.prefix(11) == Self.signingKey
            || self == Vault.carriedOwner
    }
}
