package import Casework
package import Foundation
import Storage
import Vault

/// What goes with an action that is performed.
package struct Asking: Sendable {
    /// The idempotency key; one that was used answers as it did then.
    package let key: UUID
    /// The record's version that the worker saw; nil for one that is not there yet, or to act whatever came since.
    package let seen: Int?
    /// The marks of the cautions that were ticked.
    package let ticked: Set<String>

    package init(key: UUID = UUID(), seen: Int? = nil, ticked: Set<String> = []) {
        self.key = key
        self.seen = seen
        self.ticked = ticked
    }
}

/// An action that was performed.
package struct Performed<Subject: Record>: Hashable, Sendable {
    package let record: ID<Subject>
    package let version: Int
}

extension Desk {
    /// The door in.
    /// - Throws: ``NotDone``; or the store's errors, after which nothing was acknowledged.
    @discardableResult
    package func perform<A: Action>(
        _ action: A, on id: ID<A.Subject>, by worker: Worker, _ asking: Asking = Asking()
    ) async throws -> Performed<A.Subject> {
        try await perform(Reading(action), on: id, by: worker, asking)
    }

    /// The same for an action that was read from a form: all that is wrong with it is told at once.
    @discardableResult
    package func perform<A: Action>(
        _ reading: Reading<A>, on id: ID<A.Subject>, by worker: Worker, _ asking: Asking = Asking()
    ) async throws -> Performed<A.Subject> {
        let mark = try mark(reading.action, id, worker)
        for _ in 0..<Self.patience {
            if let earlier = try await store.receipt(asking.key) { return try answer(earlier, mark) }
            var prepared: (batch: Batch, version: Int)
            do { prepared = try await prepare(reading, id, worker, asking) } catch let notDone as NotDone {
                // The same request may have been performed in this very moment; then this is its answer.
                guard let earlier = try await store.receipt(asking.key) else { throw notDone }
                return try answer(earlier, mark)
            }
            prepared.batch.receipt = (asking.key, mark)
            switch try await store.append(prepared.batch) {
            case .committed: return Performed(record: id, version: prepared.version)
            case .answered(let earlier): return try answer(earlier, mark)
            case .overtaken: continue
            case .rightsChanged: throw NotDone.rightsChanged
            }
        }
        throw NotDone.busy
    }

    /// Asks the policy and the rules, and seals what is to be written.
    private func prepare<A: Action>(
        _ reading: Reading<A>, _ id: ID<A.Subject>, _ worker: Worker, _ asking: Asking
    ) async throws -> (batch: Batch, version: Int) {
        let action = reading.action
        let fold = try await admit(action, id, worker)
        let now = clock.now()
        let context = Context(now: now, worker: worker, facts: try await facts(action.lookups, id.value, worker))
        let faults = fold.faults(reading, context)
        guard faults.all.isEmpty else { throw NotDone.faulty(faults) }
        do { try fold.check(action, context) } catch { throw NotDone.refused(error) }
        if let seen = asking.seen, !fold.unseen(action.topic, since: seen).isEmpty { throw NotDone.conflict }
        let cautions = action.cautions(fold.record, context)
        guard cautions.allSatisfy({ asking.ticked.contains($0.mark) }) else { throw NotDone.cautioned(cautions) }

        let entry = try Entry(
            action, id: UUID(), worker: worker.id, instant: now, ticked: cautions.map(\.mark))
        return (try await seal(entry, after: fold, id, worker), fold.version + 1)
    }

    /// The record within the worker's scope, for a worker who may do this to it.
    private func admit<A: Action>(_ action: A, _ id: ID<A.Subject>, _ worker: Worker) async throws -> Fold<A.Subject> {
        let place = try await index.whereabouts(of: id.value)
        if let place {
            let sight = place.kind == A.Subject.kind ? Policy.sight(worker, of: place.kind, in: place.lane) : .unknown
            guard sight == .open else { throw NotDone.unknown }
        }
        let fold = try await folds.current(id, in: worker.lane)
        guard fold.isThere || A.opens else { throw NotDone.unknown }
        guard let duty = fold.duty(for: action) else { throw NotDone.refused(MendingRules.noSuchEntry) }
        guard worker.duties.contains(duty) else { throw NotDone.notPermitted(duty) }
        guard A.opens != fold.isThere else { throw NotDone.refused(.alreadyThere) }
        return fold
    }

    /// What the action's rules asked to know beyond the record.
    private func facts(_ lookups: [Lookup], _ record: UUID, _ worker: Worker) async throws -> [Lookup: [String]] {
        var facts: [Lookup: [String]] = [:]
        for lookup in lookups {
            switch lookup {
            case .complaints(let phone):
                // A phone that could not be read stands in as a blank.
                guard let match = List.match(phone.text) else { continue }
                facts[lookup] = try await index.codes(matching: match, in: Scope(worker), except: record)
            }
        }
        return facts
    }

    /// Everything that one entry brings: itself, the record's next card, and what the index must follow.
    private func seal<R: Record>(
        _ entry: Entry, after fold: Fold<R>, _ id: ID<R>, _ worker: Worker
    ) async throws -> Batch {
        let version = fold.version + 1
        let key = try await keys.makeKey(of: id.value)
        let place = JournalRow.place(id.value, lane: worker.lane, version: version)
        var batch = Batch(worker)
        batch.entries = [
            Batch.Entry(
                record: id.value, version: version, sealed: try key.seal(JSONEncoder.sorted.encode(entry), at: place))
        ]
        // The running number is known only inside the commit; nothing on a card depends on it.
        var next = fold
        try next.apply(Placed(entry, version: version, number: 0))
        batch.cards = [try SealedCard.seal(next, by: key, in: worker.lane)].compactMap { $0 }
        batch.settle = { [index] committed in
            Self.follow(index, fold, Placed(entry, version: version, number: committed.numbers[0]), worker)
        }
        return batch
    }

    /// The index follows what is durable. If it can't, the process must stop: nothing may report failure any more.
    private static func follow<R: Record>(_ index: Index, _ fold: Fold<R>, _ placed: Placed, _ worker: Worker) {
        do {
            var fold = fold
            try fold.apply(placed)
            if let indexed = Indexed(fold, lane: worker.lane) { try index.put([indexed]) }
        } catch {
            preconditionFailure("the index can't follow the journal")
        }
    }

    /// What a key's receipt remembers of the request: who asked what of which record.
    private func mark<A: Action>(_ action: A, _ id: ID<A.Subject>, _ worker: Worker) throws -> Data {
        let request = Data("\(A.Subject.kind)\n\(A.name)\n\(id)\n\(worker.id)\n".utf8)
        return vault.receiptMark(request + (try action.json()))
    }

    private func answer<R: Record>(_ receipt: Receipt, _ mark: Data) throws -> Performed<R> {
        guard receipt.mark == mark else { throw NotDone.keyUsed }
        return Performed(record: ID(receipt.record), version: receipt.version)
    }
}

extension Refusal {
    /// The record is there; what opens it can't happen to it twice.
    static let alreadyThere = Refusal("already-there")
}
