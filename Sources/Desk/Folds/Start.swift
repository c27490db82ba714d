import Casework
package import Foundation
import Storage
import Synchronization
import Vault

/// What happens before a workspace answers: the index learns every record, from its sealed card where that fits, and
/// else from its journal.
struct Start: Sendable {
    let store: Store
    let vault: Vault
    let folds: Folds
    let index: Index
    /// Whether cards that did not fit are sealed anew.
    var renews = true

    /// So many cards share one transaction of the index.
    private static let group = 500

    /// - Parameter usingCards: false folds every record from its journal.
    /// - Returns: how many records had to be folded.
    @discardableResult
    func run(usingCards: Bool = true) async throws -> Int {
        let offices = try await offices()
        let erased = Set(offices.values.flatMap(\.erasedRecords))
        folds.keys.forget(erased)
        let wrapped = try store.wrappedKeys()
        let state = Mutex((ready: [Indexed](), unfit: [StoredRecord]()))
        try await store.eachRecord { [index, vault] stored in
            if erased.contains(stored.record) { return }
            guard let bytes = wrapped[stored.record] else { throw MissingKey(record: stored.record) }
            let key = try vault.unwrap(bytes, for: stored.record)
            try state.withLock { state in
                if usingCards, let indexed = SealedCard.unseal(stored, by: key) {
                    state.ready.append(indexed)
                } else {
                    state.unfit.append(stored)
                }
                guard state.ready.count >= Self.group else { return }
                try index.put(state.ready)
                state.ready = []
            }
        }
        let (ready, unfit) = state.withLock { $0 }
        try index.put(ready)
        for stored in unfit { try await fold(stored) }
        for (lane, office) in offices { try index.use(office, in: lane) }
        return unfit.count
    }

    /// Each lane's office, which says what was erased.
    private func offices() async throws -> [Int: Office] {
        var offices: [Int: Office] = [:]
        for lane in try await store.heads(of: .journal).keys {
            offices[lane] = try await folds.current(Office.id(in: lane), in: lane).record
        }
        return offices
    }

    private func fold(_ stored: StoredRecord) async throws {
        guard let kind = try await folds.kind(of: stored.record, in: stored.lane),
            let type = Records[kind]
        else { throw Broken() }
        try await fold(type, stored)
    }

    private func fold<R: Record>(_ type: R.Type, _ stored: StoredRecord) async throws {
        let fold = try await folds.current(ID<R>(stored.record), in: stored.lane)
        if let indexed = try Indexed(fold, lane: stored.lane) { try index.put([indexed]) }
        guard renews, let key = try await folds.keys.key(of: stored.record),
            let card = try SealedCard.seal(fold, by: key, in: stored.lane)
        else { return }
        try await store.renew(card, in: stored.lane)
    }
}

/// A record whose key is gone: nobody can read it any more.
package struct MissingKey: Error {
    package let record: UUID
}
