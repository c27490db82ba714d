import Casework
import Foundation
import Storage

/// What an act makes happen on other records, and takes back there.
extension Desk {
    /// Takes back what an entry made happen on another record.
    func undo<A: Action>(
        _ action: A, on record: UUID, of cause: UUID, _ reason: LongText, _ because: Entry, _ worker: Worker,
        to batch: inout Batch
    ) async throws {
        let id = ID<A.Subject>(record)
        let fold = try folds.current(id, in: worker.lane)
        let undoing: (any Mend<A.Subject>)?
        do { undoing = try fold.undoing(cause, because: reason) } catch { throw NotDone.refused(error) }
        guard let undoing else { return }
        try await undo(undoing, fold, id, because, worker, to: &batch)
    }

    private func undo<M: Mend>(
        _ mend: M, _ fold: Fold<M.Subject>, _ id: ID<M.Subject>, _ because: Entry, _ worker: Worker,
        to batch: inout Batch
    ) async throws {
        let entry = try Entry(
            mend, id: .random(), worker: worker.id, instant: because.instant, cause: because.id, token: worker.token)
        try await add(entry, after: fold, id, worker, to: &batch)
    }

    /// One entailed act: checked by its own rules, permitted by what entails it.
    func add<A: Action>(
        _ action: A, on record: UUID, because cause: Entry, _ context: Context, _ worker: Worker, to batch: inout Batch
    ) async throws {
        let id = ID<A.Subject>(record)
        let fold = try folds.current(id, in: worker.lane)
        // Nobody is called from what was voided or erased.
        let isOfContact = action is NoteSafeContact || action is NoteUnsafePhone || action is NoteNewerContact
        if isOfContact, fold.voided != nil || keys.isErased(record) { return }
        guard A.opens != fold.isThere else { throw NotDone.refused(A.opens ? .alreadyThere : .noSuchRecord) }
        guard fold.faults(Reading(action), context).all.isEmpty else { throw NotDone.refused(.noSuchRecord) }
        do { try fold.check(action, context) } catch { throw NotDone.refused(error) }
        let entry = try Entry(
            action, id: .random(), worker: worker.id, instant: cause.instant, cause: cause.id, token: worker.token)
        try await add(entry, after: fold, id, worker, to: &batch)
    }
}
