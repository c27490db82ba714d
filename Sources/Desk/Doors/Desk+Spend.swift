import Casework
import Foundation
import Storage
import Vault

extension Desk {
    /// Counts an opening that is on record already, and lets whoever opens too many wait before anything is unsealed.
    /// Going on with a record costs nothing: a page's form, its answer and the page again are one opening.
    /// - Throws: ``NotDone/tooManyOpened`` when too many of this worker's wait already.
    func spend(_ record: UUID, by worker: Worker) async throws {
        let now = clock.now()
        let rest = budget.rest(of: record, by: worker.id, at: now)
        let spent = budget.spend(record, by: worker.id, in: worker.lane, at: now)
        if let rest { return try await wait(rest) }
        if spent.worker > Budget.fewestForAlarm {
            let usual = try await usual(of: worker, at: now)
            if budget.isAlarming(spent.worker, by: worker.id, usual: usual, at: now) {
                try await alarm(NoteManyOpened(worker.id, spent.worker, usually: usual), in: worker.lane)
            }
        }
        guard let pause = budget.pause(after: spent, for: record, by: worker.id, at: now) else {
            throw NotDone.tooManyOpened
        }
        try await wait(pause)
    }

    /// Counts whose names a search told, and which complaints came from a number. It slows nobody down, since people search
    /// while somebody waits on the phone; but of whoever tries the alphabet, or numbers, the head is told.
    func countFound(_ records: [UUID], for worker: Worker) async throws {
        guard let count = budget.tell(records, to: worker.id, at: clock.now()) else { return }
        try await alarm(NoteManyOpened(worker.id, count, usually: nil, searched: true), in: worker.lane)
    }

    private func wait(_ pause: Duration) async throws {
        if pause > .zero { try await clock.pause(pause) }
    }

    /// On the office's own record, where its head and its administrator see it. An installation whose office was not set
    /// up has nobody to tell. It is the door's own act: no form and no program can perform it.
    private func alarm(_ note: NoteManyOpened, in lane: Int) async throws {
        let id = Office.id(in: lane)
        let door = try await accounts.operator(in: lane)
        for _ in 0..<Self.patience {
            let fold = try folds.current(id, in: lane)
            guard fold.isThere else { return }
            var batch = Batch(door)
            let entry = try Entry(note, id: .random(), worker: door.id, instant: clock.now())
            try await add(entry, after: fold, id, door, to: &batch)
            if case .committed = try await store.append(batch) { return }
        }
        throw NotDone.busy
    }

    /// How many different records the worker opened in the middle one of the hours of the last month in which any was
    /// opened; nil where there were too few such hours to tell.
    private func usual(of worker: Worker, at now: Date) async throws -> Int? {
        if let known = budget.usual(of: worker.id, at: now) { return known.count }
        var hours: [Int: Set<UUID>] = [:]
        try await eachLook(since: now - 30 * 24 * 3600, in: worker.lane, of: worker.id.value, parts: Self.partsForUsual)
        { look, _ in
            guard look.isOpening, look.worker == worker.id, let record = look.record,
                look.instant < now - Budget.hour
            else { return }
            hours[Int(look.instant.timeIntervalSince1970 / Budget.hour), default: []].insert(record)
        }
        let counts = hours.values.map(\.count).sorted()
        let usual = counts.count < 5 ? nil : counts[counts.count / 2]
        budget.remember(usual: usual, of: worker.id, at: now)
        return usual
    }

    /// So many looks are read to tell what is usual, five hundred in each part: where programs ask all day, a month's
    /// would keep whoever opens a file waiting.
    private static var partsForUsual: Int { 100 }

    /// What was opened within the hour before a start counts on.
    func recall() async throws {
        let now = clock.now()
        for lane in try store.heads(of: .looks).keys {
            var openings: [KeptLook] = []
            try await eachLook(since: now - Budget.hour, in: lane) { look, _ in
                if look.isOpening, look.instant <= now { openings.append(look) }
            }
            for look in openings.reversed() {
                if let record = look.record { budget.recall(record, by: look.worker, in: lane, at: look.instant) }
            }
        }
    }
}
