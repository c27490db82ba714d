import Foundation
import Synchronization

/// Lets the index follow what is durable, in the order of the commits and on a thread of its own: nobody who writes waits
/// for it, and many steps share a commit of the index, which is what costs. Whoever reads has it follow at once, and
/// waits for what was acknowledged before, so that nobody misses what they were told is done.
final class Follower: Sendable {
    typealias Step = @Sendable () throws -> Void

    /// What one act brings to the index: nobody sees half of it.
    private struct Act {
        var steps: [Step] = []
        var records: [UUID] = []
        var isUrgent = false
    }

    private struct State {
        var telling = Act()
        var waiting: [Act] = []
        var told = 0
        var followed = 0
        /// For each record with an act still to be followed: the number of the last such act.
        var lastAct: [UUID: Int] = [:]
        var readers: [(upTo: Int, reader: CheckedContinuation<Void, Never>)] = []
    }

    /// So many acts share a commit.
    private static let together = 64
    /// So long it waits for more of them while nobody reads.
    private static let patience = DispatchTimeInterval.milliseconds(20)
    /// So many acts are left to it at most: after that, who writes helps.
    private static let mostWaiting = 512

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "lindung.index")
    private let commit: @Sendable (() throws -> Void) throws -> Void
    private let halt: @Sendable (String) -> Void

    /// - Parameter commit: makes one commit of what the steps put.
    /// - Parameter halt: stops the process: an index that can't follow what was acknowledged can't be mended.
    init(
        commit: @escaping @Sendable (() throws -> Void) throws -> Void, halt: @escaping @Sendable (String) -> Void
    ) {
        self.commit = commit
        self.halt = halt
    }

    /// Hands over what is told in between as one act, in the order of the calls: there is one thread that commits.
    func act(_ telling: () -> Void) {
        telling()
        let (waiting, isUrgent) = state.withLock { state in
            let act = state.telling
            state.telling = Act()
            guard !act.steps.isEmpty else { return (0, false) }
            state.told += 1
            state.waiting.append(act)
            for record in act.records { state.lastAct[record] = state.told }
            return (state.waiting.count, act.isUrgent)
        }
        if isUrgent || waiting > Self.mostWaiting {
            queue.sync(execute: follow)
        } else if waiting == 1 {
            queue.asyncAfter(deadline: .now() + Self.patience, execute: follow)
        } else if waiting == Self.together {
            queue.async(execute: follow)
        }
    }

    /// - Parameter atOnce: the act is followed before it is acknowledged.
    func tell(of record: UUID, atOnce: Bool = false, _ step: @escaping Step) {
        state.withLock { state in
            state.telling.steps.append(step)
            state.telling.records.append(record)
            if atOnce { state.telling.isUrgent = true }
        }
    }

    /// Waits until everything that was told before is in the index.
    func catchUp() async { await wait { $0.told } }

    /// Waits until what was told of one record is in the index.
    func catchUp(with record: UUID) async { await wait { $0.lastAct[record] ?? 0 } }

    private func wait(for number: @Sendable (borrowing State) -> Int) async {
        guard state.withLock({ number($0) > $0.followed }) else { return }
        await withCheckedContinuation { reader in
            let isThere = state.withLock { state in
                let upTo = number(state)
                guard upTo > state.followed else { return true }
                state.readers.append((upTo, reader))
                return false
            }
            if isThere { reader.resume() } else { queue.async(execute: follow) }
        }
    }

    private func follow() {
        while true {
            let acts = state.withLock { state in
                defer { state.waiting.removeFirst(min(Self.together, state.waiting.count)) }
                return Array(state.waiting.prefix(Self.together))
            }
            guard !acts.isEmpty else { return }
            do { try commit { for step in acts.flatMap(\.steps) { try step() } } } catch {
                halt("the index can't follow the journal")
            }
            let readers = state.withLock { state in
                state.followed += acts.count
                let followed = state.followed
                state.lastAct = followed == state.told ? [:] : state.lastAct.filter { $0.value > followed }
                defer { state.readers.removeAll { $0.upTo <= followed } }
                return state.readers.filter { $0.upTo <= followed }.map(\.reader)
            }
            for reader in readers { reader.resume() }
        }
    }
}
