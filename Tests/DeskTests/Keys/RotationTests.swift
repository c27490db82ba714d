import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage
@testable import Vault

/// Another master key in the place of the first (OWASP ASVS 5.0 V13.3.4).
@Suite struct RotationTests {
    private let world: World
    private let new = MasterKey()

    init() async throws { world = try await World(purpose: .office) }

    @Test func everythingOpensWithTheNewKeyAndNothingWithTheOld() async throws {
        let (complaint, file) = try await world.openCase()
        let token = try #require(
            try await world.accounts.makeToken(
                "x", duties: [.takeComplaints], mayPerform: true, days: 9, for: world.dewi))
        let session = try await world.accounts.begin(world.dewi)

        try await world.workspace.rotate(to: new)
        let after = try await world.restarted(with: new)

        #expect(try await after.verify() == [])
        #expect(try await after.desk.open(CaseFile.self, file, by: world.rina).record.client?.name == "Melati")
        #expect(
            try await after.desk.list(.search("Melati"), by: world.dewi).rows.map(\.card.record).contains(
                complaint.value))
        // Passwords and tokens still work; sessions have ended.
        #expect(try await after.accounts.signIn("dewi", World.password) != nil)
        #expect(try after.accounts.bearer(token.secret)?.worker.id == world.dewi.id)
        #expect(try await after.accounts.session(session.token) == nil)
        try after.close()
        await #expect(throws: Workspace.WrongKey.self) { try await world.restarted(with: world.key) }
    }

    @Test func itTurnsAgainAndAgain() async throws {
        let id = try await world.receive()
        var workspace = world.workspace
        for _ in 0..<3 {
            let key = MasterKey()
            try await workspace.rotate(to: key)
            try workspace.close()
            workspace = try await Workspace(
                home: world.home, key: key, purpose: .office, clock: world.clock.clock, cost: .tiny)
            #expect(try await workspace.desk.open(Complaint.self, id, by: world.dewi).record.received?.reporter != nil)
            #expect(try await workspace.accounts.signIn("rina", World.password) != nil)
        }
        #expect(try await workspace.verify() == [])
    }

    @Test func nothingOfTheOldWrappingStaysInTheFiles() async throws {
        _ = try await world.receive()
        let before = try world.workspace.store.wrappedKeys()
        #expect(before.count > 3)
        try await world.workspace.rotate(to: new)
        try world.workspace.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: world.home.path) where name.hasPrefix("keys") {
            let bytes = try Data(contentsOf: world.home.appending(path: name))
            for wrapped in before.values { #expect(bytes.range(of: wrapped) == nil) }
        }
    }

    @Test func aKeyThatDoesNotOpenStopsItAndChangesNothing() async throws {
        let id = try await world.receive()
        try await world.workspace.store.keep(Data(count: 60), for: UUID())
        await #expect(throws: Broken.self) { try await world.workspace.rotate(to: new) }
        let after = try await world.restarted()
        #expect(try await after.desk.open(Complaint.self, id, by: world.dewi).version == 1)
    }

    @Test func aBackupOpensWithTheKeyOfItsTime() async throws {
        let folders = try TemporaryFolder()
        let (data, keys) = (folders.url.appending(path: "data"), folders.url.appending(path: "keys"))
        let before = try world.workspace.backup(data: data, keys: keys)
        try await world.workspace.rotate(to: new)
        let workspace = try await world.restarted(with: new)
        world.clock.advance(60)
        let after = try workspace.backup(data: data, keys: keys)

        _ = try before.check(world.key)
        _ = try after.check(new)
        #expect(throws: Backup.Trouble.changed) { try before.check(new) }
        #expect(throws: Backup.Trouble.changed) { try after.check(world.key) }
    }
}
