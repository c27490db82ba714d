package import Casework
import Foundation
import Storage
import Vault

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
        let answers = try reading.action.json()
        let mark = mark(A.self, answers, id, worker)
        var asking = asking
        asking.mark = mark
        for _ in 0..<Self.patience {
            var prepared: Prepared<A.Subject>
            do { prepared = try await prepare(reading, answers, id, worker, asking) } catch let notDone as NotDone {
                // The same request may have been performed before; then this is its answer.
                guard let earlier = try store.receipt(asking.key) else { throw notDone }
                return try await answer(earlier, mark, in: worker.lane)
            }
            prepared.batch.receipt = (asking.key, mark)
            switch try await store.append(prepared.batch) {
            case .committed:
                // It is decided and on record; what can't be destroyed now is destroyed at the next turn.
                if prepared.erases { try? await destroyErased(in: worker.lane) }
                await dropErasedCards(of: prepared.batch)
                guard prepared.erases || !keys.isErased(id.value) else { throw NotDone.unknown }
                return prepared.performed
            case .answered(let earlier): return try await answer(earlier, mark, in: worker.lane)
            case .overtaken: continue
            case .rightsChanged: throw NotDone.rightsChanged
            }
        }
        throw NotDone.busy
    }

    /// What was erased while this was written, which nobody can read, leaves no card; one that stays opens for nobody.
    func dropErasedCards(of batch: Batch) async {
        for record in batch.entries.map(\.record) where keys.isErased(record) {
            try? await store.write("DELETE FROM cards WHERE record = \(record)")
        }
    }

    /// The same where nobody is there to ask: what is cautioned of is ticked, if it may be, and performed.
    /// - Parameter ticks: whether it goes on whatever this caution says.
    @discardableResult
    package func perform<A: Action>(
        _ reading: Reading<A>, on id: ID<A.Subject>, by worker: Worker, ticking ticks: (Caution) -> Bool
    ) async throws -> Performed<A.Subject> {
        do { return try await perform(reading, on: id, by: worker) } catch NotDone.cautioned(let cautions)
            where cautions.allSatisfy(ticks)
        {
            return try await perform(reading, on: id, by: worker, Asking(ticked: Set(cautions.map(\.mark))))
        }
    }

    private struct Prepared<Subject: Record> {
        var batch: Batch
        var performed: Performed<Subject>
        var erases = false
    }

    /// Asks the policy and the rules, and seals what is to be written.
    private func prepare<A: Action>(
        _ reading: Reading<A>, _ answers: Data, _ id: ID<A.Subject>, _ worker: Worker, _ asking: Asking
    ) async throws -> Prepared<A.Subject> {
        let action = reading.action
        let (fold, context, shown) = try await judged(reading, id, worker, asking)
        let (now, facts) = (context.now, context.facts)
        let cautions = fold.cautions(action, context)
        guard cautions.allSatisfy({ asking.ticked.contains($0.mark) }) else {
            // What the caution tells of other records is a look at them.
            var look = Look(.lookup, by: worker, at: clock.now())
            look.shown = shown
            try await leave(look, by: worker)
            try await countFound(shown, for: worker)
            throw NotDone.cautioned(cautions)
        }

        var batch = Batch(worker)
        let entry = try Entry(
            action, answers: answers, id: .random(), worker: worker.id, instant: now, ticked: cautions.map(\.mark),
            token: worker.token)
        try await add(entry, after: fold, id, worker, to: &batch)
        let stamp = Stamp(entry: entry.id, instant: now, worker: worker.id, version: fold.version + 1)
        let deeds = action.entails(fold.record, stamp, facts)
        // What was erased needs no note any more that somebody is not the same person.
        for deed in deeds where !(deed.action is NoteUnlink && keys.isErased(deed.record)) {
            if A.needsEveryFile {
                guard try await sight(of: deed.record, by: worker) == .open else {
                    throw NotDone.refused(.noSuchRecord)
                }
            }
            try await checkReach(of: deed, by: worker)
            try checkRoom(in: deed.record, for: worker)
            try await add(deed.action, on: deed.record, because: entry, context, worker, to: &batch)
        }
        if let back = fold.takesBack(action, by: worker.id, at: now) {
            for deed in back.deeds {
                try await checkReach(of: deed, by: worker)
                if A.Subject.kind == Complaint.kind { try await checkSecrecy(of: deed, by: worker) }
                try await undo(deed.action, on: deed.record, of: back.of, back.because, entry, worker, to: &batch)
            }
        }
        let performed = Performed(
            record: id, version: fold.version + 1, entry: entry.id,
            waitsForApproval: action.mend.map { !fold.isFree($0, by: worker.id, at: now) } ?? false,
            opened: deeds.opened)
        var prepared = Prepared(batch: batch, performed: performed)
        prepared.erases = deeds.contains { $0.action is NoteErasure }
        if let staffing = (action as? any StaffAction)?.staffing(stamp) {
            let change = try await accounts.change(staffing, in: worker.lane)
            prepared.batch.changes = change.statements
            prepared.performed.secret = change.secret
        }
        return prepared
    }

    /// What is hidden from a worker is as good as nothing: what they do elsewhere does not happen to it either.
    private func checkReach(of deed: Deed, by worker: Worker) async throws {
        let there = try await index.whereabouts(of: deed.record, for: worker, at: clock.now())
        guard there.map({ Policy.isHidden($0, from: worker) }) != true else { throw NotDone.refused(.noSuchRecord) }
    }

    /// A complaint of a restricted case does not go back to the inbox before somebody shows the case again: whoever does
    /// that is another one than who restricted it.
    private func checkSecrecy(of deed: Deed, by worker: Worker) async throws {
        let there = try await index.whereabouts(of: deed.record, for: worker, at: clock.now())
        guard there?.isRestricted != true else { throw NotDone.refused(Refusal("restricted-complaint")) }
    }

    /// Asks policy and rules, all but the cautions, and writes nothing.
    private func judged<A: Action>(
        _ reading: Reading<A>, _ id: ID<A.Subject>, _ worker: Worker, _ asking: Asking
    ) async throws -> (fold: Fold<A.Subject>, context: Context, shown: [UUID]) {
        let action = reading.action
        let fold = try await admitted(action, id, worker, asking)
        if let exactly = asking.exactly, exactly != fold.version { throw NotDone.stale }
        let (facts, shown) = try await facts(fold.lookups(of: action), id.value, worker)
        let context = Context(now: clock.now(), worker: worker, facts: facts, law: law(in: worker.lane))
        let faults = fold.faults(reading, context)
        guard faults.all.isEmpty else { throw NotDone.faulty(faults) }
        let isConflict = asking.seen.map { !fold.unseen(action.topic, since: $0).isEmpty } ?? false
        do { try fold.check(action, context) } catch { throw isConflict ? NotDone.conflict(error) : .refused(error) }
        if isConflict { throw NotDone.conflict(nil) }
        return (fold, context, shown)
    }

    /// What an action would be told by the door, without performing it: its cautions, or why not.
    package func check<A: Action>(
        _ reading: Reading<A>, on id: ID<A.Subject> = ID(), by worker: Worker, _ asking: Asking = Asking()
    ) async throws -> [Caution] {
        let (fold, context, _) = try await judged(reading, id, worker, asking)
        return fold.cautions(reading.action, context)
    }

    /// The same as `admit`; whoever is turned away is on record. The same request again is not turned away: a record, for
    /// one, can't be opened twice.
    private func admitted<A: Action>(
        _ action: A, _ id: ID<A.Subject>, _ worker: Worker, _ asking: Asking
    ) async throws -> Fold<A.Subject> {
        do { return try await admit(action, id, worker) } catch let notDone as NotDone {
            let isAgain = try store.receipt(asking.key).map { $0.mark == asking.mark } ?? false
            if !isAgain { try await leaveLook(denied: id.value, by: worker) }
            throw notDone
        }
    }

    /// The record within the worker's scope, for a worker who may do this to it.
    private func admit<A: Action>(_ action: A, _ id: ID<A.Subject>, _ worker: Worker) async throws -> Fold<A.Subject> {
        if let only = A.Subject.onlyID(in: worker.lane), only != id { throw NotDone.unknown }
        guard !keys.isErased(id.value) else { throw NotDone.unknown }
        if let place = try await index.whereabouts(of: id.value, for: worker, at: clock.now()) {
            let sight = place.kind == A.Subject.kind ? Policy.sight(worker, of: place) : .unknown
            let isFromOutside = sight != .unknown && A.duty(seeing: sight).map(worker.duties.contains) == true
            guard sight == .open || isFromOutside else { throw NotDone.unknown }
        }
        let fold = try folds.current(id, in: worker.lane)
        guard fold.isThere || A.opens else { throw NotDone.unknown }
        guard A.hasForm || action.mend != nil else { throw NotDone.unknown }
        guard let duty = fold.duty(for: action) else { throw NotDone.refused(MendingRules.noSuchEntry) }
        guard worker.duties.contains(duty) else { throw NotDone.notPermitted(duty) }
        guard A.opens != fold.isThere else { throw NotDone.refused(.alreadyThere) }
        if A.opens, try accounts.owns(id.value) { throw NotDone.refused(.alreadyThere) }
        if worker.token != nil, fold.isForPeople(action) { throw NotDone.refused(.notByToken) }
        try checkRoom(in: id.value, for: worker)
        return fold
    }

    /// Programs write no more into a record that has so many entries: one that runs wild would make it too long for anybody
    /// to open. People write few, and go on.
    static var mostByPrograms: Int { 1_000 }

    private func checkRoom(in record: UUID, for worker: Worker) throws {
        guard worker.token != nil, try store.version(of: record, in: worker.lane) >= Self.mostByPrograms else { return }
        throw NotDone.refused(.recordFull)
    }

    /// What the action's rules asked to know beyond the record, and which other records that shows.
    private func facts(
        _ lookups: [Lookup], _ record: UUID, _ worker: Worker
    ) async throws -> (facts: [Lookup: [String]], shown: [UUID]) {
        var facts: [Lookup: [String]] = [:]
        var shown: [UUID] = []
        for lookup in lookups {
            switch lookup {
            case .complaints(let phone):
                let others = try await index.codes(matching: List.match(phone), in: Scope(worker), except: record)
                facts[lookup] = others.map(\.code)
                shown += others.map(\.record)
            case .handle(let handle):
                let owner = try accounts.owner(of: handle)
                facts[lookup] = [owner?.description].compactMap { $0 }
            case .casesOf(let manager):
                facts[lookup] = try await index.cases(of: manager, in: worker.lane).map { "\($0)" }
            case .unreviewedEmergencies:
                facts[lookup] = try await index.unreviewedEmergencies(of: worker).map { "\($0.timeIntervalSince1970)" }
            case .restriction:
                let place = try await index.whereabouts(of: record, for: worker, at: clock.now())
                facts[lookup] = place?.isRestricted == true ? [record.text] : []
            case .restricted(let member):
                let managing = try await accounts.workers(with: .manageCases, in: worker.lane).map(\.id)
                facts[lookup] = ["\(try await index.restricted(keptBy: member, of: managing, in: worker.lane))"]
            case .office:
                facts[lookup] = [Office.id(in: worker.lane).description]
            case .code:
                facts[lookup] = [try await index.code(of: record)].compactMap { $0 }
            case .holders(let duty):
                // Whoever must not see this record is nobody who could do anything about it.
                let shutOut = try await index.conflicts(of: record)
                facts[lookup] = try await accounts.workers(with: duty, in: worker.lane).map(\.id.description)
                    .filter { !shutOut.contains($0) }
            }
        }
        return (facts, shown)
    }

    /// What a key's receipt remembers of the request: who asked what of which record.
    private func mark<A: Action>(_ action: A.Type, _ answers: Data, _ id: ID<A.Subject>, _ worker: Worker) -> Data {
        vault.receiptMark(Data("\(A.Subject.kind)\n\(A.name)\n\(id)\n\(worker.id)\n".utf8) + answers)
    }

    /// What was answered when it was performed.
    private func answer<R: Record>(
        _ receipt: Receipt, _ mark: Data, in lane: Int
    ) async throws -> Performed<R> {
        guard receipt.mark == mark else { throw NotDone.keyUsed }
        var performed = Performed(record: ID<R>(receipt.record), version: receipt.version)
        guard !keys.isErased(receipt.record) else { return performed }
        // It was done, whatever became of the record since.
        guard let fold = try? folds.current(performed.record, in: lane),
            let happened = fold.history.first(where: { $0.stamp.version == receipt.version })
        else { return performed }
        performed.entry = happened.stamp.entry
        performed.waitsForApproval = happened.approval != nil
        performed.opened = fold.opened(by: happened)
        return performed
    }
}

extension Refusal {
    /// The record is there; what opens it can't happen to it twice.
    static let alreadyThere = Refusal("already-there")
    /// Who signs in, and what can't be undone, is people's.
    static let notByToken = Refusal("not-by-token")
    /// What is written into it by programs would keep people from reading it.
    static let recordFull = Refusal("record-full")
    /// What it would happen to is not there, or can't take it.
    static let noSuchRecord = Refusal("no-such-record")
}
