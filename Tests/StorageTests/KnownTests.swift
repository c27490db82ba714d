import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

/// What is remembered is never older than what somebody was told is done.
@Suite struct KnownTests {
    private let folder: TemporaryFolder
    private let store: Store
    private let worker = UUID()
    private var rights: Storage.SQL { "SELECT rights FROM accounts WHERE id = \(worker)" }

    init() async throws {
        folder = try TemporaryFolder()
        store = try Store(
            folder.url, chainStart: Data([0]), chain: { $0 + Data([UInt8($2)]) + $3 },
            rowMark: { _ in { _ in Data(count: 32) } })
        try await store.write(
            "INSERT INTO accounts (id, lane, handle, rights, sealed) VALUES (\(worker), 1, \(Data([1])), 7, \(Data()))")
    }

    private func known() throws -> Int? { try store.known(rights).first?.int("rights") }

    /// What this store did not write, it does not see: that is how it shows that it remembers.
    private func changeBeside(to rights: Int) async throws {
        let worker = worker
        try await store.data.write { try $0.run("UPDATE accounts SET rights = \(rights) WHERE id = \(worker)") }
    }

    private func batch() -> Batch { Batch(lane: 1, rights: .init(account: worker, version: 8)) }

    @Test func aLookLeavesItKnown() async throws {
        #expect(try known() == 7)
        try await changeBeside(to: 8)

        var looking = batch()
        looking.looks = [.init(id: UUID(), sealed: Data([1]))]
        _ = try await store.append(looking)

        #expect(try known() == 7)
    }

    @Test func anActLeavesItKnown() async throws {
        #expect(try known() == 7)
        try await changeBeside(to: 8)

        var acting = batch()
        acting.entries = [.init(record: UUID(), version: 1, sealed: Data([9]))]
        _ = try await store.append(acting)

        #expect(try known() == 7)
    }

    @Test func anActThatChangesAnAccountIsAskedAfter() async throws {
        #expect(try known() == 7)
        try await changeBeside(to: 8)

        var acting = batch()
        acting.entries = [.init(record: UUID(), version: 1, sealed: Data([9]))]
        acting.changes = ["UPDATE accounts SET rights = 9 WHERE id = \(worker)"]
        _ = try await store.append(acting)

        #expect(try known() == 9)
    }

    @Test func aStatementIsAskedAfter() async throws {
        #expect(try known() == 7)

        #expect(try await store.change("UPDATE accounts SET rights = 8 WHERE id = \(worker)") == 1)
        #expect(try known() == 8)

        try await store.write("DELETE FROM accounts WHERE id = \(worker)")
        #expect(try known() == nil)
    }

    /// A new password and the end of what the old one let in are one commit.
    @Test func whatBelongsToAChangeIsWrittenWithItOrNotAtAll() async throws {
        let raised: Storage.SQL = "UPDATE accounts SET rights = 8 WHERE id = \(worker)"
        let gone: Storage.SQL = "DELETE FROM accounts WHERE id = \(worker)"
        await #expect(throws: (any Error).self) {
            try await store.change(raised, then: ["INSERT INTO nowhere (a) VALUES (1)"])
        }
        #expect(try known() == 7)
        let nobody = try await store.change("UPDATE accounts SET rights = 8 WHERE rights = 1", then: [gone])
        #expect(nobody == 0)
        #expect(try known() == 7)
        #expect(try await store.change(raised, then: [gone]) == 1)
        #expect(try known() == nil)
    }

    @Test func anAnswerOfBeforeIsNotKept() throws {
        let remembered = Remembered<String, Int>()
        #expect(remembered.answer("how many", after: 5) { 2 } == 2)

        // Somebody slow asked before the last write.
        #expect(remembered.answer("how many", after: 4) { 1 } == 1)

        #expect(remembered.answer("how many", after: 5) { 1 } == 2)
    }
}
