import Casework
import Foundation
import Storage
import Vault

/// What an act brings to the store, and how the index follows it.
extension Desk {
    /// Everything that one entry brings: itself, the record's next card, and what the index must follow.
    func add<R: Record>(
        _ entry: Entry, after fold: Fold<R>, _ id: ID<R>, _ worker: Worker, to batch: inout Batch
    ) async throws {
        let version = fold.version + 1
        let key = try await keys.makeKey(of: id.value)
        let place = JournalRow.place(id.value, lane: worker.lane, version: version)
        let sealed = try key.seal(JSONEncoder.sorted.encode(entry), at: place)
        let position = batch.entries.count
        batch.entries.append(Batch.Entry(record: id.value, version: version, sealed: sealed))
        // The running number is known only inside the commit; nothing on a card depends on it.
        var next = fold
        try next.apply(Placed(entry, version: version, number: 0))
        let card = next.card
        let packed = card.packed
        let opened = next.history.first?.stamp.instant ?? entry.instant
        batch.cards.append(try SealedCard.seal(card, packed, opened: opened, by: key, in: worker.lane))
        batch.settle = { [before = batch.settle, next] committed in
            before?(committed)
            var next = next
            next.place(at: committed.numbers[position])
            folds.keep(next, in: worker.lane)
            guard let code = next.code else { return }
            follow(Indexed(card, packed, code, lane: worker.lane), next.record as? Office)
        }
    }

    /// The index follows what is durable. Only for an office's record does the commit wait: what everything else goes by
    /// must be in force before it is acknowledged.
    private func follow(_ card: Indexed, _ office: Office?) {
        index.follower.tell(of: card.card.record, atOnce: office != nil) {
            // A complaint may be told of in the moment in which its case is erased.
            guard !keys.isErased(card.card.record) else { return }
            try index.put(card)
            guard let office else { return }
            try index.use(office, in: card.lane)
            forget(office.erasedRecords, in: card.lane)
        }
    }
}
