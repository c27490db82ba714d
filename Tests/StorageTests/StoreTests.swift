import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct StoreTests {
    private let folder: TemporaryFolder
    private let store: Store
    private let worker = UUID()
    /// No secret: what it marks is tried in `DamageTests`.
    private let mark: ((UUID) throws -> Data?) throws -> Store.RowMark = { _ in
        { row in Data((0..<32).map { place in row.reduce(UInt8(place)) { $0 &* 31 &+ $1 } }) }
    }

    init() async throws {
        folder = try TemporaryFolder()
        store = try Store(folder.url, chainStart: Data([0]), chain: { $0 + Data([UInt8($2)]) + $3 }, rowMark: mark)
        try await store.write(
            "INSERT INTO accounts (id, lane, handle, rights, sealed) VALUES (\(worker), 1, \(Data([1])), 7, \(Data()))")
    }

    private func batch(_ record: UUID, version: Int, key: UUID? = nil, rights: Int = 7) -> Batch {
        var batch = Batch(lane: 1, rights: .init(account: worker, version: rights))
        batch.entries = [.init(record: record, version: version, sealed: Data([9]))]
        batch.receipt = key.map { ($0, Data([4])) }
        return batch
    }

    @Test func aCommitWaitsForTheDisk() async throws {
        let synchronous = try await store.data.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA synchronous")
        }
        #expect(synchronous == 2)
        let keys = try await store.keys.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(keys == 2)
    }

    @Test func temporaryTablesStayInMemory() async throws {
        let inMemory = 2
        for connection in 0..<3 {
            let mode = try await store.data.read { try Int.fetchOne($0, sql: "PRAGMA temp_store") }
            #expect(mode == inMemory, "reader \(connection)")
        }
        #expect(try await store.data.write { try Int.fetchOne($0, sql: "PRAGMA temp_store") } == inMemory)
    }

    @Test func oneProcessWritesAHome() throws {
        #expect(throws: HomeLock.Taken.self) {
            try Store(folder.url, chainStart: Data(), chain: { $3 + $0 }, rowMark: mark)
        }
    }

    @Test func entriesAreNumberedAndChained() async throws {
        let record = UUID()
        for version in 1...3 {
            guard case .committed(let committed) = try await store.append(batch(record, version: version)) else {
                Issue.record("not committed")
                return
            }
            #expect(committed.numbers == [version])
        }

        let digests = try await store.rows("SELECT digest FROM journal ORDER BY seq").map { try $0.data("digest") }
        #expect(digests == [Data([0, 1, 9]), Data([0, 1, 9, 2, 9]), Data([0, 1, 9, 2, 9, 3, 9])])
        let head = try await store.rows("SELECT seq, digest FROM heads WHERE book = 'journal'")
        #expect(try head.map { try $0.int("seq") } == [3])
        #expect(try head.first?.data("digest") == digests.last)
    }

    @Test func aVersionThatIsTakenIsNotWrittenAgain() async throws {
        let record = UUID()
        _ = try await store.append(batch(record, version: 1))

        guard case .overtaken = try await store.append(batch(record, version: 1)) else {
            Issue.record("a version was written twice")
            return
        }
        guard case .overtaken = try await store.append(batch(record, version: 3)) else {
            Issue.record("a version was left out")
            return
        }
        #expect(try store.journal(of: record, in: 1).map(\.version) == [1])
    }

    @Test func aKeyIsAnsweredAsBefore() async throws {
        let record = UUID()
        let key = UUID()
        _ = try await store.append(batch(record, version: 1, key: key))

        guard case .answered(let receipt) = try await store.append(batch(record, version: 2, key: key)) else {
            Issue.record("a key was used twice")
            return
        }
        #expect(receipt == Receipt(mark: Data([4]), record: record, version: 1))
    }

    @Test func rightsThatChangedAreNoticed() async throws {
        guard case .rightsChanged = try await store.append(batch(UUID(), version: 1, rights: 6)) else {
            Issue.record("written with rights that are gone")
            return
        }
    }

    @Test func manyWritersShareCommitsAndLoseNothing() async throws {
        let store = store
        let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<200 {
                let batch = batch(UUID(), version: 1)
                group.addTask {
                    guard case .committed(let committed) = try await store.append(batch) else { return [] }
                    return committed.numbers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(numbers.sorted() == Array(1...200))
    }

    /// The log goes into the file by itself, and a clean end leaves nothing beside it.
    @Test func theLogStaysSmallAndIsGoneAtTheEnd() async throws {
        let log = folder.url.appending(path: "data.sqlite-wal").path
        let size = { (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0 }
        var largest = 0
        for _ in 0..<1_200 {
            _ = try await store.append(batch(UUID(), version: 1))
            largest = max(largest, size())
        }
        #expect((1...16_000_000).contains(largest), "\(largest)")

        try store.close()
        #expect(size() == 0)
    }

    /// Of one that fails in the middle nothing is written, alone or in a group, and the others of the group are.
    @Test(arguments: [false, true])
    func halfOfAnActIsNone(inAGroup: Bool) async throws {
        let store = store
        let slow: Storage.SQL = """
            INSERT INTO facts (name, value) SELECT 'slow', count(*) FROM (
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT i FROM n)
            """
        let busy = Task { if inAGroup { try await store.write(slow) } }
        if inAGroup { try await Task.sleep(for: .milliseconds(50)) }
        let half: Storage.SQL = "INSERT INTO facts (name, value) VALUES ('half', 'x')"
        let failing = Task { try await store.write(half, "INSERT INTO nowhere VALUES (1)") }
        let whole = Task { try await store.write("INSERT INTO facts (name, value) VALUES ('whole', 'x')") }
        await #expect(throws: (any Error).self) { try await failing.value }
        try await whole.value
        try await busy.value
        let names = try store.find("SELECT name FROM facts WHERE name IN ('half', 'whole')").map { try $0.text("name") }
        #expect(names == ["whole"])
    }

    /// A backup in the middle of which a key is destroyed would hold data without it, and without the reason.
    @Test func aBackupThatAKeyIsMissingFromIsMadeAnew() async throws {
        let owners = (1...7).map { _ in UUID() }
        for owner in owners { try await store.keep(Data([1]), for: owner) }
        let data = folder.url.appending(path: "copy-data.sqlite")
        let keys = folder.url.appending(path: "copy-keys.sqlite")
        var turns = 0
        let destroy = { [store] in
            try store.keys.write { try $0.execute(sql: "DELETE FROM keys WHERE owner = (SELECT min(owner) FROM keys)") }
        }
        try store.backup(data: data, keys: keys) {
            turns += 1
            if turns == 1 { try destroy() }
        }
        #expect(turns == 2)
        let copied = try await DatabaseQueue(path: keys.path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM keys")
        }
        #expect(copied == owners.count - 1)
        for copy in [data, keys] { try FileManager.default.removeItem(at: copy) }

        #expect(throws: Store.NeverQuiet.self) { try store.backup(data: data, keys: keys, between: destroy) }
        for copy in [data, keys] { #expect(!FileManager.default.fileExists(atPath: copy.path)) }
    }

    @Test func oneWritersFailureIsItsOwn() async throws {
        let store = store
        let good = batch(UUID(), version: 1)
        let failing = Task { try await store.write("INSERT INTO nowhere VALUES (1)") }
        let succeeding = Task { try await store.append(good) }

        await #expect(throws: (any Error).self) { try await failing.value }
        guard case .committed = try await succeeding.value else {
            Issue.record("not committed")
            return
        }
    }

    /// Its first entry is written and counted before its second one fails, alone and among others.
    @Test func whoFailsMovesNoHead() async throws {
        let store = store
        var twice = batch(UUID(), version: 1)
        twice.entries += twice.entries
        let doubled = twice
        await #expect(throws: (any Error).self) { try await store.append(doubled) }
        let numbers = await withTaskGroup(of: [Int].self) { group in
            for place in 0..<60 {
                let batch = place % 3 == 1 ? doubled : batch(UUID(), version: 1)
                group.addTask {
                    guard case .committed(let committed)? = try? await store.append(batch) else { return [] }
                    return committed.numbers
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(numbers.sorted() == Array(1...40))
        let last = try #require(try await store.rows("SELECT seq, digest FROM journal ORDER BY seq").last)
        let head = try #require(try store.heads(of: .journal)[1])
        #expect(head.number == 40 && last.values == [.integer(40), .blob(head.digest)])
    }

    @Test(arguments: ["journal", "looks"])
    func booksAreNeverChangedOrCut(book: String) async throws {
        var batch = batch(UUID(), version: 1)
        batch.looks = [.init(id: UUID(), sealed: Data([1]))]
        _ = try await store.append(batch)

        let data = store.data
        await #expect(throws: DatabaseError.self) {
            try await data.write { try $0.execute(sql: "DELETE FROM \(book)") }
        }
        await #expect(throws: DatabaseError.self) {
            try await data.write { try $0.execute(sql: "UPDATE \(book) SET sealed = x'00'") }
        }
    }

    @Test func aNewerStoreIsRefused() async throws {
        let folder = try TemporaryFolder()
        do {
            let store = try Store(folder.url, chainStart: Data(), chain: { $0 + $3 }, rowMark: mark)
            try await store.data.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        }
        #expect(throws: StoreTrouble.tooNew(version: 99)) {
            try Store(folder.url, chainStart: Data(), chain: { $0 + $3 }, rowMark: mark)
        }
    }
}

@Suite struct MemoryDatabaseTests {
    private let schema = "CREATE TABLE t (a INTEGER, b TEXT) STRICT;"

    #if os(Linux)
        @Test func leavesNoFile() async throws {
            let folder = "/dev/shm/lindung-test-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(atPath: folder) }

            let database = try MemoryDatabase(schema: schema, folder: folder)
            try database.write(["INSERT INTO t (a, b) VALUES (\(1), \("satu"))"])

            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).isEmpty)
            #expect(try await database.rows("SELECT b FROM t").first?.text("b") == "satu")
        }
    #endif

    @Test func readersSeeWhatWasWritten() async throws {
        let database = try MemoryDatabase(schema: schema)
        for number in 0..<50 { try database.write(["INSERT INTO t (a, b) VALUES (\(number), \("x"))"]) }
        let sums = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { try await database.rows("SELECT count(*) AS n FROM t").first?.int("n") ?? 0 }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums == Array(repeating: 50, count: 16))
    }

    #if os(Linux)
        @Test func refusesAFolderOnADisk() throws {
            let folder = try TemporaryFolder()
            #expect(throws: MemoryDatabase.NotInMemory.self) {
                try MemoryDatabase(schema: schema, folder: folder.url.path)
            }
        }
    #endif
}

@Suite struct SQLTests {
    @Test func valuesAreBoundNeverWritten() {
        let sql: Storage.SQL = "SELECT * FROM t WHERE a = \("'; DROP TABLE t; --") AND b IN \(["x", "y"])"
        #expect(sql.text == "SELECT * FROM t WHERE a = ? AND b IN (?, ?)")
        #expect(sql.values == [.text("'; DROP TABLE t; --"), .text("x"), .text("y")])
    }

    @Test func statementsNest() {
        let sql: Storage.SQL = "a = \(1) AND \("b = \(2)" as Storage.SQL)"
        #expect(sql.text == "a = ? AND b = ?")
        #expect(sql.values == [.integer(1), .integer(2)])
    }
}
