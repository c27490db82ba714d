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
        batch.cards += [try SealedCard.seal(next, by: key, in: worker.lane)].compactMap { $0 }
        batch.settle = { [before = batch.settle] committed in
            before(committed)
            follow(fold, Placed(entry, version: version, number: committed.numbers[position]), worker)
        }
    }

    /// The index follows what is durable. If it can't, the process must stop: nothing may report failure any more.
    private func follow<R: Record>(_ fold: Fold<R>, _ placed: Placed, _ worker: Worker) {
        do {
            var fold = fold
            try fold.apply(placed)
            if let indexed = Indexed(fold, lane: worker.lane) { try index.put([indexed]) }
            if let office = fold.record as? Office { try index.use(office, in: worker.lane) }
        } catch {
            store.halt("the index can't follow the journal")
        }
    }
}
