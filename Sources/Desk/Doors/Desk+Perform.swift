package import Casework
package import Foundation
import Storage
import Vault

/// An action that was performed.
package struct Performed<Subject: Record>: Hashable, Sendable {
    package let record: ID<Subject>
    package let version: Int
}

extension Desk {
    /// The door in.
    /// - Parameter key: the idempotency key; one that was used answers as it did then.
    /// - Throws: ``NotDone``; or the store's errors, after which nothing was acknowledged.
    @discardableResult
    package func perform<A: Action>(
        _ action: A, on id: ID<A.Subject>, by worker: Worker, key: UUID
    ) async throws -> Performed<A.Subject> {
        try await perform(Reading(action), on: id, by: worker, key: key)
    }

    /// The same for an action that was read from a form: all that is wrong with it is told at once.
    @discardableResult
    package func perform<A: Action>(
        _ reading: Reading<A>, on id: ID<A.Subject>, by worker: Worker, key: UUID
    ) async throws -> Performed<A.Subject> {
        let mark = try mark(reading.action, id, worker)
        for _ in 0..<Self.patience {
            if let earlier = try await store.receipt(key) { return try answer(earlier, mark) }
            let prepared: (batch: Batch, version: Int)
            do { prepared = try await prepare(reading, id, worker) } catch let notDone as NotDone {
                // The same request may have been performed in this very moment; then this is its answer.
                guard let earlier = try await store.receipt(key) else { throw notDone }
                return try answer(earlier, mark)
            }
            var batch = prepared.batch
            batch.receipt = (key, mark)
            switch try await store.append(batch) {
            case .committed: return Performed(record: id, version: prepared.version)
            case .answered(let earlier): return try answer(earlier, mark)
            case .overtaken: continue
            case .rightsChanged: throw NotDone.notPermitted(A.duty)
            }
        }
        throw NotDone.busy
    }

    /// Asks the policy and the rules, and seals what is to be written.
    private func prepare<A: Action>(
        _ reading: Reading<A>, _ id: ID<A.Subject>, _ worker: Worker
    ) async throws -> (batch: Batch, version: Int) {
        let action = reading.action
        let fold = try await admit(action, id, worker)
        let now = clock.now()
        let context = Context(now: now, worker: worker)
        let faults = reading.faults(fold.record, context)
        guard faults.all.isEmpty else { throw NotDone.faulty(faults) }
        do { try action.check(fold.record, context) } catch { throw NotDone.refused(error) }

        let version = fold.version + 1
        let entry = try Entry(action, id: UUID(), worker: worker.id, instant: now)
        var batch = Batch(worker)
        batch.entries = [try await seal(entry, on: id, version: version, in: worker.lane)]
        batch.settle = { [index] committed in
            Self.follow(index, fold, Placed(entry, version: version, number: committed.numbers[0]), worker)
        }
        return (batch, version)
    }

    /// The record within the worker's scope, for a worker who may do this to it.
    private func admit<A: Action>(_ action: A, _ id: ID<A.Subject>, _ worker: Worker) async throws -> Fold<A.Subject> {
        let place = try await index.whereabouts(of: id.value)
        if let place {
            let sight = place.kind == A.Subject.kind ? Policy.sight(worker, of: place.kind, in: place.lane) : .unknown
            guard sight == .open else { throw NotDone.unknown }
        }
        guard worker.duties.contains(A.duty) else { throw NotDone.notPermitted(A.duty) }
        let fold = try await folds.current(id, in: worker.lane)
        guard A.opens != fold.isThere else { throw A.opens ? NotDone.refused(.alreadyThere) : NotDone.unknown }
        return fold
    }

    private func seal<R: Record>(
        _ entry: Entry, on id: ID<R>, version: Int, in lane: Int
    ) async throws -> Batch.Entry {
        let key = try await keys.makeKey(of: id.value)
        let place = JournalRow.place(id.value, lane: lane, version: version)
        return Batch.Entry(
            record: id.value, version: version, sealed: try key.seal(JSONEncoder.sorted.encode(entry), at: place))
    }

    /// The index follows what is durable. If it can't, the process must stop: nothing may report failure any more.
    private static func follow<R: Record>(_ index: Index, _ fold: Fold<R>, _ placed: Placed, _ worker: Worker) {
        do {
            var fold = fold
            try fold.apply(placed)
            if let code = fold.code { try index.put(fold.card, code: code, lane: worker.lane) }
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
