import Casework
import Foundation
import Storage
import Synchronization
import Vault

/// Folds records from their journals. Some folds are kept in memory and continued from their version, never stored.
final class Folds: Sendable {
    fileprivate let store: Store
    let keys: KeyRing
    private struct Key: Hashable {
        let lane: Int
        let record: UUID
    }

    private struct Kept {
        let fold: any Sendable
        let version: Int
    }

    private let kept = Mutex<[Key: Kept]>([:])
    /// Beyond this many the kept folds are let go; each can be made again in about a millisecond.
    private let most = 2_000

    init(_ store: Store, _ keys: KeyRing) {
        self.store = store
        self.keys = keys
    }

    /// The record as its whole journal makes it now; one without a journal is not there, nor is one that was erased.
    func current<R: Record>(_ id: ID<R>, in lane: Int) async throws -> Fold<R> {
        guard !keys.isErased(id.value) else { return Fold(id: id) }
        let place = Key(lane: lane, record: id.value)
        var fold = kept.withLock { $0[place]?.fold as? Fold<R> } ?? Fold(id: id)
        let rows = try store.journal(of: id.value, in: lane, after: fold.version)
        guard !rows.isEmpty else { return fold }
        guard let key = try keys.key(of: id.value) else { throw MissingKey(record: id.value) }
        for row in rows { try fold.apply(row.placed(by: key)) }
        keep(fold, in: lane)
        return fold
    }

    /// Whoever acts on the record next begins here. An older fold than the one that is kept leaves that alone.
    func keep<R: Record>(_ fold: Fold<R>, in lane: Int) {
        let place = Key(lane: lane, record: fold.id.value)
        kept.withLock { kept in
            if kept.count >= most { kept = [:] }
            if let newer = kept[place], newer.version >= fold.version { return }
            kept[place] = keys.isErased(place.record) ? nil : Kept(fold: fold, version: fold.version)
        }
    }

    func forget(_ records: some Sequence<UUID>, in lane: Int) {
        kept.withLock { kept in for record in records { kept[Key(lane: lane, record: record)] = nil } }
    }
}

extension Folds {
    /// What a record is, by its first entry; nil for one that is not there or was erased.
    func kind(of record: UUID, in lane: Int) async throws -> RecordKind? {
        guard let row = try store.journal(of: record, in: lane).first, let key = try keys.key(of: record)
        else { return nil }
        return try row.placed(by: key).entry.kind
    }
}

extension JournalRow {
    /// Where the sealed entry stands.
    static func place(_ record: UUID, lane: Int, version: Int) -> Place {
        Place(table: "journal", lane: lane, owner: record, version: version)
    }

    func placed(by key: DataKey) throws -> Placed {
        let json = try key.unseal(sealed, at: Self.place(record, lane: lane, version: version))
        return Placed(try JSONDecoder().decode(Entry.self, from: json), version: version, number: number)
    }
}
