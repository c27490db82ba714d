import Casework
import Desk
import Foundation
import TestSupport
import Testing
import Vault

/// `lindung rotate-key` killed at random instants and run again: always one key opens everything.
@Suite(.serialized) struct RotationKillTests {
    private static let rounds = 24

    @Test func aKilledRotationGoesOn() async throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "office")
        let file = KeyFile(URL(filePath: home.path + ".key"))
        let before = try file.create()
        let made = try await Workspace(home: home, key: before, purpose: .office, cost: .tiny)
        let id = try await made.accounts.add(
            handle: "dewi", name: "Dewi", posts: [.intakeOfficer], password: World.password)
        let dewi = try #require(try await made.accounts.all().first { $0.worker.id == id }).worker
        var complaints: [ID<Complaint>] = []
        for n in 0..<200 {
            let complaint = ReceiveComplaint(channel: .school, what: LongText("Laporan \(n)."), danger: .no)
            complaints.append(try await made.desk.perform(complaint, on: ID(), by: dewi).record)
        }
        try made.close()

        let environment = ["LINDUNG_HOME": home.path]
        var killed = 0
        for round in 0..<Self.rounds {
            let child = try Child("lindung", ["rotate-key"], environment)
            try await Task.sleep(for: .milliseconds(round * 12))
            kill(child.pid, SIGKILL)
            if child.wait() == 128 + SIGKILL { killed += 1 }
        }
        let last = try Child("lindung", ["rotate-key"], environment)
        #expect(
            try last.output.readToEnd().map { String(decoding: $0, as: UTF8.self) }?.contains("copy 2 of 2") == true)
        #expect(last.wait() == 0)
        #expect(killed > 0)
        #expect(!file.next.isThere)

        let after = try await Workspace(
            home: home, key: try file.read(), purpose: .office, cost: .tiny, opensPerHour: 100_000)
        #expect(try await after.verify() == [])
        for complaint in complaints {
            #expect(try await after.desk.open(Complaint.self, complaint, by: dewi).version == 1)
        }
        try after.close()
        await #expect(throws: Broken.self) {
            try await Workspace(home: home, key: before, purpose: .office, cost: .tiny)
        }
    }

    /// `lindung rotate-signing-key` in the same way: whatever was signed before stays good.
    @Test func aKilledChangeOfTheSigningKeyLeavesOneInForce() async throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "office")
        let file = KeyFile(URL(filePath: home.path + ".key"))
        let key = try file.create()
        let made = try await Workspace(home: home, key: key, purpose: .office, cost: .tiny)
        try await made.accounts.add(handle: "dewi", name: "Dewi", posts: [.intakeOfficer], password: World.password)
        let dewi = try #require(try await made.accounts.all().first).worker
        for n in 0..<50 {
            let complaint = ReceiveComplaint(channel: .school, what: LongText("Laporan \(n)."), danger: .no)
            try await made.desk.perform(complaint, on: ID(), by: dewi)
        }
        try made.close()
        #expect(try Child("lindung", ["rotate-signing-key"], ["LINDUNG_HOME": home.path]).wait() == 0)
        let signed = try await Workspace.proving(home: home, key: key)
        let kept = try await signed.signedHeads()
        try signed.close()

        var killed = 0
        for round in 0..<Self.rounds {
            let child = try Child("lindung", ["rotate-signing-key"], ["LINDUNG_HOME": home.path])
            try await Task.sleep(for: .milliseconds(round * 12))
            kill(child.pid, SIGKILL)
            if child.wait() == 128 + SIGKILL { killed += 1 }
            let proved = try await Workspace.proving(home: home, key: key)
            #expect(try await proved.verify(live: false, against: kept) == [])
            try proved.close()
        }
        #expect(killed > 0 && !kept.isEmpty)
        #expect(try Child("lindung", ["rotate-signing-key"], ["LINDUNG_HOME": home.path]).wait() == 0)
    }
}
