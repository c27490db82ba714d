import Casework
import Foundation
import Storage
import TestSupport
import Testing
import Vault

@testable import Desk

@Suite struct BackupTests {
    /// What was acknowledged before a backup is in it, whatever is written meanwhile; it opens without the rest.
    @Test func itIsWholeThoughOthersWriteMeanwhile() async throws {
        let world = try await World()
        let before = try await world.receive()
        let (data, keys) = (world.folder.url.appending(path: "data"), world.folder.url.appending(path: "keys"))

        async let written: Void = {
            for number in 0..<40 {
                try await world.receive(ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number)")))
            }
        }()
        let backup = try world.workspace.backup(data: data, keys: keys)
        try await written

        #expect(try backup.check(world.key) == World.now)
        let home = world.folder.url.appending(path: "restored")
        try backup.place(in: home)
        let restored = try await Workspace(
            home: home, key: world.key, purpose: .demo, clock: world.clock.clock, cost: .tiny)
        #expect(try await restored.verify() == [])
        _ = try await restored.desk.open(Complaint.self, before, by: world.dewi)
    }

    @Test func twoOfOneSecondAreTwo() async throws {
        let world = try await World()
        let folder = { (name: String) in world.folder.url.appending(path: name) }
        let both = try (0..<2).map { _ in try world.workspace.backup(data: folder("data"), keys: folder("keys")) }
        #expect(both[0].data != both[1].data && both[0].manifest != both[1].manifest)
        for backup in both { #expect(try backup.check(world.key) == World.now) }
    }

    @Test func oneThatWasPutTogetherFromTwoIsFound() async throws {
        let world = try await World()
        let folder = { (name: String) in world.folder.url.appending(path: name) }
        let first = try world.workspace.backup(data: folder("data"), keys: folder("keys"))
        try await world.receive()
        world.clock.advance(60)
        let second = try world.workspace.backup(data: folder("data"), keys: folder("keys"))

        #expect(throws: Backup.Trouble.changed) { try Backup(data: first.data, keys: second.keys).check(world.key) }
        #expect(throws: Backup.Trouble.changed) { try second.check(MasterKey()) }
        _ = try second.check(world.key)
    }

    @Test func whatLetsPeopleInIsProvedToo() async throws {
        let world = try await World()
        let (store, accounts) = (world.desk.store, world.accounts)
        _ = try await accounts.begin(world.dewi)
        _ = try await accounts.makeToken("x", duties: [.approve], mayPerform: true, days: 1, for: world.hasan)
        try await accounts.keepDraft("Catatan", .form, of: world.dewi)
        try await world.receive()
        #expect(try await world.workspace.verify() == [])

        let damages: [(SQL, SQL, String)] = [
            ("UPDATE accounts SET rights = rights + 1", "UPDATE accounts SET rights = rights - 1", "accounts"),
            ("UPDATE sessions SET began = began + 1", "UPDATE sessions SET began = began - 1", "sessions"),
            (
                "UPDATE tokens SET account = \(world.dewi.id.value)",
                "UPDATE tokens SET account = \(world.hasan.id.value)", "tokens"
            ),
            (
                "UPDATE drafts SET account = \(world.hasan.id.value)",
                "UPDATE drafts SET account = \(world.dewi.id.value)", "drafts"
            ),
        ]
        for (damage, mend, table) in damages {
            try await store.write(damage)
            let tables = try await world.workspace.verify().map { finding in
                if case .wrongRow(let table, _) = finding { table } else { "" }
            }
            #expect(Set(tables).contains(table))
            try await store.write(mend)
            #expect(try await world.workspace.verify() == [])
        }
        try await store.write("UPDATE receipts SET version = version + 1")
        let findings = try await world.workspace.verify()
        #expect(!findings.isEmpty)
    }

    /// No false alarm: what is proved beside the service is one moment of it.
    @Test func itIsProvedWhileOthersWrite() async throws {
        let world = try await World()
        try await world.receive()
        async let written: Void = {
            for number in 0..<200 {
                try await world.receive(ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number).")))
            }
        }()
        for _ in 0..<5 {
            let beside = try await Workspace.proving(home: world.home, key: world.key)
            #expect(try await beside.verify(live: false) == [])
            try beside.close()
        }
        try await written
    }

    @Test func aRebuiltCardIsTheOneThatWasThere() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let before = try await world.desk.index.all()
        #expect(try await world.workspace.rebuild().renewed == 0)

        try await world.desk.store.write("UPDATE cards SET format = 0 WHERE record = \(file.value)")
        #expect(try await world.workspace.rebuild().renewed == 1)
        #expect(try await world.workspace.rebuild().renewed == 0)
        #expect(try await world.workspace.refold().all() == before)
    }
}
