import Foundation
import GRDB
import Synchronization

/// Lets writers that arrive together share one durable commit. Each is in a savepoint of its own, or alone in the
/// transaction, so one's failure is its own. All are answered in order, after the commit and after `settle` has seen what
/// it brought.
///
/// What all of them must know and move on is `Shared`: it goes from one to the next as a value, a writer that fails leaves
/// it as it was before, and it is written once, before the commit.
final class GroupCommit<Outcome: Sendable, Shared: Sendable>: Sendable {
    typealias Work = @Sendable (Database, inout Shared) throws -> Outcome

    private struct Writer {
        let work: Work
        let reply: CheckedContinuation<Outcome, any Error>
    }
    private struct Queue {
        var waiting: [Writer] = []
        var isServed = false
        /// How many were served since the last checkpoint; the first after a start finds what a kill may have left.
        var served = GroupCommit.untilCheckpoint
    }

    /// After so many writes the log goes into the file: some hundred kilobytes, since who comes meanwhile waits until they
    /// are synced.
    private static var untilCheckpoint: Int { 100 }
    /// So many share a commit at most.
    private static var largest: Int { 256 }

    private let queue = Mutex(Queue())
    private let database: any DatabaseWriter
    /// What nobody has looked up yet.
    private let initial: Shared
    /// As the last commit left it.
    private let committed: Mutex<Shared>
    private let finish: @Sendable (inout Shared, Database) throws -> Void
    private let settle: @Sendable ([Outcome]) -> Void
    private let halt: @Sendable (String) -> Void

    /// - Parameter shared: what nobody has looked up yet.
    /// - Parameter finish: writes what was moved on.
    /// - Parameter halt: stops the process; called when the disk failed at a commit, since nobody can know then what is
    ///   on it (a sync that failed is never tried again).
    init(
        _ database: any DatabaseWriter, sharing shared: Shared,
        halt: @escaping @Sendable (String) -> Void, finish: @escaping @Sendable (inout Shared, Database) throws -> Void,
        settle: @escaping @Sendable ([Outcome]) -> Void
    ) {
        initial = shared
        committed = Mutex(shared)
        self.finish = finish
        self.database = database
        self.halt = halt
        self.settle = settle
    }

    /// Waits for the commit. A task cancelled before it stands in the queue writes nothing; after that it is too late.
    func write(_ work: @escaping Work) async throws -> Outcome {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { reply in
            let isFirst = queue.withLock { queue in
                queue.waiting.append(Writer(work: work, reply: reply))
                defer { queue.isServed = true }
                return !queue.isServed
            }
            if isFirst { database.asyncWriteWithoutTransaction(serve) }
        }
    }

    /// One group. Those who came during its commit are the next, behind whatever else waits for the writer.
    @Sendable private func serve(_ db: Database) {
        let group = queue.withLock { queue in
            defer { queue.waiting.removeFirst(min(Self.largest, queue.waiting.count)) }
            return Array(queue.waiting.prefix(Self.largest))
        }
        for (writer, outcome) in zip(group, commit(group.map(\.work), db)) { writer.reply.resume(with: outcome) }
        checkpoint(after: group.count, db)
        let isMore = queue.withLock { queue in
            queue.isServed = !queue.waiting.isEmpty
            return queue.isServed
        }
        if isMore { database.asyncWriteWithoutTransaction(serve) }
    }

    private func haltIfBroken(_ error: any Error, at act: String = "a commit") {
        if (error as? DatabaseError)?.resultCode == .SQLITE_IOERR { halt("the disk failed at \(act)") }
    }

    /// SQLite's own checkpoints keep it to themselves when a sync fails, so they are off, and the disk would go on
    /// failing unheard. None of these waits for one: they were answered.
    private func checkpoint(after count: Int, _ db: Database) {
        let isDue = queue.withLock { queue in
            queue.served += count
            guard queue.served >= Self.untilCheckpoint else { return false }
            queue.served = 0
            return true
        }
        guard isDue else { return }
        do { _ = try db.checkpoint(.passive) } catch { haltIfBroken(error, at: "a checkpoint") }
    }

    private func commit(_ group: [Work], _ db: Database) -> [Result<Outcome, any Error>] {
        var outcomes: [Result<Outcome, any Error>] = []
        var shared = committed.withLock { $0 }
        do {
            try db.transaction {
                for work in group {
                    let outcome = Result {
                        try group.count == 1 ? work(db, &shared) : db.savepoint(&shared, work)
                    }
                    if case .failure(let error) = outcome { haltIfBroken(error) }
                    outcomes.append(outcome)
                    // Disk full or an I/O error: SQLite rolled back the whole transaction.
                    guard db.isInsideTransaction else { throw GroupLost() }
                }
                // Who is alone in it has no savepoint.
                if group.count == 1 { _ = try outcomes[0].get() }
                try finish(&shared, db)
            }
            committed.withLock { [shared] in $0 = shared }
        } catch {
            committed.withLock { $0 = initial }
            haltIfBroken(error)
            return group.map { _ in .failure(error) }
        }
        settle(outcomes.compactMap { try? $0.get() })
        return outcomes
    }
}

/// SQLite gave up the transaction that this write shared; nothing of it was written.
package struct GroupLost: Error {}

extension Database {
    /// GRDB's own parses these few statements each time.
    func transaction(_ work: () throws -> Void) throws {
        try run("BEGIN IMMEDIATE")
        do {
            try work()
            try run("COMMIT")
        } catch {
            if isInsideTransaction { try? run("ROLLBACK") }
            throw error
        }
    }

    fileprivate func savepoint<T, Shared>(
        _ shared: inout Shared, _ work: (Database, inout Shared) throws -> T
    ) throws -> T {
        try run("SAVEPOINT one")
        let before = shared
        do {
            let value = try work(self, &shared)
            try run("RELEASE one")
            return value
        } catch {
            shared = before
            if isInsideTransaction {
                // Half of one's work must not go into the others' commit.
                do {
                    try run("ROLLBACK TO one")
                    try run("RELEASE one")
                } catch { try? run("ROLLBACK") }
            }
            throw error
        }
    }
}
