import Casework
import Foundation
import Synchronization

/// How many different records people open in an hour. Whoever carries an office's files away opens many; whoever works
/// opens few, and the same ones again.
final class Budget: Sendable {
    /// Beyond so many in an hour each further one takes longer.
    let ofWorker: Int
    /// The same for all of an office together.
    var ofOffice: Int { 10 * ofWorker }

    static let hour: TimeInterval = 3600
    /// The most that one opening adds to the wait, in seconds.
    static let longestPause: TimeInterval = 5
    /// So long a worker's openings may wait for each other.
    static let longestQueue: TimeInterval = 30
    /// So many names that searches tell in an hour are no alarm.
    var ofNames: Int { 10 * ofWorker }
    /// Fewer are no alarm, however few somebody opens otherwise.
    static let fewestForAlarm = 10

    private struct State {
        var workers: [ID<Worker>: Window] = [:]
        var offices: [Int: Window] = [:]
        /// What a worker opens in an ordinary hour, and when that was found out.
        var usual: [ID<Worker>: (count: Int?, at: Date)] = [:]
        var alarmed: [ID<Worker>: Date] = [:]
        /// What searches told each of.
        var told: [ID<Worker>: Window] = [:]
        var alarmedOfNames: [ID<Worker>: Date] = [:]
    }

    /// The different records of the last hour. What is too old leaves by the front, so that each opening costs the same.
    private struct Window {
        private var last: [UUID: Date] = [:]
        private var openings: [(record: UUID, at: Date)] = []
        private var first = 0
        /// When each of them had its turn, or will have it.
        private(set) var turns: [UUID: Date] = [:]
        private var lastTurn = Date.distantPast

        mutating func spend(_ record: UUID, at now: Date) -> Int {
            last[record] = now
            openings.append((record, now))
            // One from the future is of a clock that was put back: it would never grow old, nor let those behind it.
            while first < openings.count, !Budget.isWithinHour(openings[first].at, before: now) {
                let old = openings[first]
                if last[old.record] == old.at {
                    last[old.record] = nil
                    turns[old.record] = nil
                }
                first += 1
            }
            if first > openings.count / 2 {
                openings.removeFirst(first)
                first = 0
            }
            return last.count
        }

        /// Nil where too many wait already.
        mutating func takeTurn(_ record: UUID, after pause: TimeInterval, at now: Date) -> Date? {
            guard pause > 0 else {
                turns[record] = now
                return now
            }
            // Later than any turn can be: the clock was put back.
            let before = lastTurn > now + Budget.longestQueue ? now : max(lastTurn, now)
            guard before + pause <= now + Budget.longestQueue else { return nil }
            lastTurn = before + pause
            turns[record] = lastTurn
            return lastTurn
        }
    }

    private static func isWithinHour(_ instant: Date, before now: Date) -> Bool {
        instant <= now && now < instant + hour
    }

    private let state = Mutex(State())

    init(ofWorker: Int) { self.ofWorker = ofWorker }

    /// How many different records the worker and the office opened in the last hour, this one among them.
    func spend(_ record: UUID, by worker: ID<Worker>, in lane: Int, at now: Date) -> (worker: Int, office: Int) {
        state.withLock { state in
            (
                state.workers[worker, default: Window()].spend(record, at: now),
                state.offices[lane, default: Window()].spend(record, at: now)
            )
        }
    }

    /// What is left to wait where the worker opened this record in the last hour already, mostly nothing; nil where not.
    /// Whoever breaks off and asks again waits for the same turn.
    func rest(of record: UUID, by worker: ID<Worker>, at now: Date) -> Duration? {
        let turn = state.withLock { $0.workers[worker]?.turns[record] }
        return turn.map { .seconds(min(max(0, $0.timeIntervalSince(now)), Self.longestQueue)) }
    }

    /// How long this opening waits: a quarter of a second more for each one beyond the budget, and each after the one
    /// before, so that many at once are no quicker than one by one. Nil where too many of the worker's wait already.
    func pause(
        after spent: (worker: Int, office: Int), for record: UUID, by worker: ID<Worker>, at now: Date
    ) -> Duration? {
        let beyond = max(0, spent.worker - ofWorker) + (spent.office > ofOffice ? 4 : 0)
        let pause = min(Self.longestPause, 0.25 * Double(beyond))
        let turn = state.withLock { $0.workers[worker, default: Window()].takeTurn(record, after: pause, at: now) }
        return turn.map { .seconds($0.timeIntervalSince(now)) }
    }

    /// Counts an opening of before a start.
    func recall(_ record: UUID, by worker: ID<Worker>, in lane: Int, at instant: Date) {
        _ = spend(record, by: worker, in: lane, at: instant)
        state.withLock { _ = $0.workers[worker]?.takeTurn(record, after: 0, at: instant) }
    }

    /// Whether somebody should be told of so many: three times what the worker opens in an ordinary hour, or the budget
    /// where nobody knows yet what is ordinary. Once an hour is enough.
    func isAlarming(_ count: Int, by worker: ID<Worker>, usual: Int?, at now: Date) -> Bool {
        guard count > usual.map({ max(3 * $0, Self.fewestForAlarm) }) ?? ofWorker else { return false }
        return state.withLock { state in
            if let last = state.alarmed[worker], Self.isWithinHour(last, before: now) { return false }
            state.alarmed[worker] = now
            return true
        }
    }

    /// Counts records that a search told of by name; how many those of the last hour are where somebody should hear of it,
    /// once an hour.
    func tell(_ records: [UUID], to worker: ID<Worker>, at now: Date) -> Int? {
        state.withLock { state in
            var count = 0
            for record in records { count = state.told[worker, default: Window()].spend(record, at: now) }
            if let last = state.alarmedOfNames[worker], Self.isWithinHour(last, before: now) { return nil }
            guard count > ofNames else { return nil }
            state.alarmedOfNames[worker] = now
            return count
        }
    }

    /// What was found out within the hour.
    func usual(of worker: ID<Worker>, at now: Date) -> (count: Int?, at: Date)? {
        state.withLock { $0.usual[worker] }.flatMap { Self.isWithinHour($0.at, before: now) ? $0 : nil }
    }

    func remember(usual: Int?, of worker: ID<Worker>, at now: Date) {
        state.withLock { $0.usual[worker] = (usual, now) }
    }
}
