import Foundation
import GRDB

/// A database in RAM: a pool in WAL mode on tmpfs, every reader opened once and then unlinked, so that a crash leaves
/// no file. (One in-memory queue is slow beside a long reader, and SQLite's `memdb` starves readers.)
package final class MemoryDatabase: Sendable {
    /// The folder would write to a disk.
    package struct NotInMemory: Error { package let folder: String }

    private let database: any DatabaseWriter
    private let nearby: Nearby
    private let committed: @Sendable () -> Void
    private static let readers = 4

    /// - Parameter folder: must be on tmpfs; on systems without one, one in-memory queue serves.
    /// - Parameter committed: is called after each commit, before whoever wrote goes on and before the next write.
    package init(
        schema: String, folder: String = "/dev/shm", committed: @escaping @Sendable () -> Void = {}
    ) throws {
        self.committed = committed
        var configuration = Configuration()
        configuration.maximumReaderCount = Self.readers
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 33554432")
        }
        #if os(Linux)
            guard Self.isMemory(folder) else { throw NotInMemory(folder: folder) }
            let path = "\(folder)/lindung-\(UUID().uuidString)"
            guard mkdir(path, 0o700) == 0 else { throw CocoaError(.fileWriteUnknown) }
            defer { try? FileManager.default.removeItem(atPath: path) }
            let pool = try DatabasePool(path: path + "/index.sqlite", configuration: configuration)
            database = pool
            try pool.write { try $0.execute(sql: schema) }
            try pool.openEveryReader(Self.readers)
            var reading = configuration
            reading.readonly = true
            nearby = try Nearby(pool.path, reading)
        #else
            let queue = try DatabaseQueue(configuration: configuration)
            database = queue
            try database.write { try $0.execute(sql: schema) }
            nearby = Nearby(queue)
        #endif
    }

    #if os(Linux)
        /// Whether the folder is on tmpfs; of several mounts above it the nearest counts.
        private static func isMemory(_ folder: String) -> Bool {
            var nearest: (point: Substring, type: Substring) = ("", "")
            let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
            for mount in mounts.split(separator: "\n") {
                let words = mount.split(separator: " ")
                guard words.count > 2, words[1].count >= nearest.point.count else { continue }
                if words[1] == "/" || folder == words[1] || folder.hasPrefix(words[1] + "/") {
                    nearest = (words[1], words[2])
                }
            }
            return nearest.type == "tmpfs"
        }
    #endif

    package func rows(_ sql: SQL) async throws -> [Row] { try await database.read { try $0.rows(sql) } }

    /// The same for an answer of a few rows that are found by their key.
    package func find(_ sql: SQL) throws -> [Row] { try nearby.read { try $0.rows(sql) } }

    /// Several answers that agree with each other.
    package func rows(_ statements: [SQL]) async throws -> [[Row]] {
        try await database.read { db in try statements.map { try db.rows($0) } }
    }

    /// Several answers that agree with each other, one after the other until there are so many rows.
    package func rows(_ statements: [SQL], until enough: Int) async throws -> [Row] {
        try await database.read { db in
            var rows: [Row] = []
            for statement in statements where rows.count < enough { rows += try db.rows(statement) }
            return rows
        }
    }

    /// Goes through an answer row by row, so that it may be as long as it likes.
    package func reduce<Sum: Sendable>(
        _ sql: SQL, into sum: Sum, _ add: @escaping @Sendable (inout Sum, Row) throws -> Void
    ) async throws -> Sum {
        try await database.read { db in
            var sum = sum
            try db.each(sql) { try add(&sum, $0) }
            return sum
        }
    }

    /// Runs the statements as one; blocks the thread, since who calls it answers only afterwards.
    package func write(_ statements: [SQL]) throws {
        try write { db in
            for statement in statements { try db.run(statement) }
        }
    }

    /// Runs statements that are made from an answer, as one with it.
    package func write(of sql: SQL, _ make: ([Row]) throws -> [SQL]) throws {
        try write { db in
            for statement in try make(try db.rows(sql)) { try db.run(statement) }
        }
    }

    /// Makes one commit of all that is written meanwhile, by this thread.
    package func together(_ work: () throws -> Void) throws { try write { _ in try work() } }

    private func write(_ work: (Database) throws -> Void) throws {
        try database.unsafeReentrantWrite { db in
            if db.isInsideTransaction { return try work(db) }
            try db.transaction { try work(db) }
            committed()
        }
    }

    /// How SQLite would answer, a line a step.
    package func plan(_ sql: SQL) async throws -> [String] {
        // A connection hears of a new index when it runs a statement, and to explain one runs none.
        let answers = try await rows(["SELECT 1 FROM sqlite_schema", "EXPLAIN QUERY PLAN \(sql)"])
        return try answers[1].map { try $0.text("detail") }
    }
}

extension DatabasePool {
    /// Holds all readers at once, so that each opens its files while they still have a name.
    fileprivate func openEveryReader(_ count: Int) throws {
        let arrived = DispatchSemaphore(value: 0)
        let leave = DispatchSemaphore(value: 0)
        for _ in 0..<count {
            asyncRead { access in
                _ = try? access.get().row("SELECT count(*) AS n FROM sqlite_schema")
                arrived.signal()
                leave.wait()
            }
        }
        for _ in 0..<count { arrived.wait() }
        for _ in 0..<count { leave.signal() }
    }
}
