import Casework
import Foundation
import Storage
import Synchronization
import Vault

/// Folds records from their journals. Some folds are kept in memory, never stored. One that is kept is what the journal
/// says now: whoever writes an entry keeps the fold with it before it is acknowledged, and nobody else writes any.
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

    private struct State {
        var kept: [Key: Kept] = [:]
        /// How often kept folds were let go.
        var lettings = 0
        /// How many entries they hold together.
        var entries = 0

        mutating func drop(_ place: Key) {
            if let old = kept.removeValue(forKey: place) { entries -= old.version }
        }
    }

    private let state = Mutex(State())
    /// Beyond this many the kept folds are let go; each can be made again in about a millisecond.
    private static let most = 2_000
    /// Beyond this many entries too: some records are long.
    private static let mostEntries = 100_000

    init(_ store: Store, _ keys: KeyRing) {
        self.store = store
        self.keys = keys
    }

    /// The record as its whole journal makes it now; one without a journal is not there, nor is one that was erased.
    func current<R: Record>(_ id: ID<R>, in lane: Int) throws -> Fold<R> {
        guard !keys.isErased(id.value) else { return Fold(id: id) }
        let place = Key(lane: lane, record: id.value)
        let (kept, lettings) = state.withLock { ($0.kept[place]?.fold, $0.lettings) }
        if let fold = kept as? Fold<R> { return fold }
        var fold = Fold(id: id)
        let rows = try store.journal(of: id.value, in: lane)
        guard !rows.isEmpty else { return fold }
        guard let key = try keys.key(of: id.value) else { throw MissingKey(record: id.value) }
        for row in rows { try fold.apply(row.placed(by: key)) }
        state.withLock { state in
            // What was let go meanwhile may have been newer than this.
            if state.lettings == lettings { keep(fold, at: place, &state) }
        }
        return fold
    }

    /// Once its newest entry is durable: whoever acts on the record next begins here.
    func keep<R: Record>(_ fold: Fold<R>, in lane: Int) {
        state.withLock { keep(fold, at: Key(lane: lane, record: fold.id.value), &$0) }
    }

    /// An older fold than the one that is kept leaves that alone.
    private func keep<R: Record>(_ fold: Fold<R>, at place: Key, _ state: inout State) {
        if state.kept.count >= Self.most || state.entries >= Self.mostEntries {
            state.kept = [:]
            state.entries = 0
            state.lettings += 1
        }
        if let older = state.kept[place], older.version >= fold.version { return }
        state.drop(place)
        guard !keys.isErased(place.record) else { return }
        state.kept[place] = Kept(fold: fold, version: fold.version)
        state.entries += fold.version
    }

    func forget(_ records: some Sequence<UUID>, in lane: Int) {
        state.withLock { state in
            for record in records { state.drop(Key(lane: lane, record: record)) }
            state.lettings += 1
        }
    }
}

extension Folds {
    /// What a record is, by its first entry; nil for one that is not there or was erased.
    func kind(of record: UUID, in lane: Int) throws -> RecordKind? {
        guard let row = try store.beginning(of: record, in: lane), let key = try keys.key(of: record)
        else { return nil }
        return try row.placed(by: key).entry.kind
    }
}

extension Folds {
    /// A record as the index is to keep it.
    func indexed(_ stored: StoredRecord) async throws -> Indexed? {
        guard let kind = try kind(of: stored.record, in: stored.lane), let type = Records[kind]
        else { throw Broken() }
        return try await indexed(type, stored)
    }

    private func indexed<R: Record>(_ type: R.Type, _ stored: StoredRecord) async throws -> Indexed? {
        let fold = try current(ID<R>(stored.record), in: stored.lane)
        let packed = fold.card.packed
        return try fold.code.map { Indexed(try Card(packed: packed), packed, $0, lane: stored.lane) }
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
