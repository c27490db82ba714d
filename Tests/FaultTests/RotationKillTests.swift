import Casework
import Desk
import Foundation
import TestSupport
import Testing
import Vault

/// Changes of a key, killed at random instants and run again.
@Suite(.serialized) struct RotationKillTests {
    private static let rounds = 24

    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "office") }
    private var file: KeyFile { KeyFile(URL(filePath: home.path + ".key")) }
    private var environment: [String: String] { ["LINDUNG_HOME": home.path] }

    init() throws { folder = try TemporaryFolder() }

    /// An office with some complaints.
    private func makeOffice(
        _ count: Int
    ) async throws -> (key: MasterKey, dewi: Worker, complaints: [ID<Complaint>]) {
        let key = try file.create()
        let made = try await Workspace(home: home, key: key, purpose: .office, cost: .tiny)
        let id = try await made.accounts.add(
            handle: "dewi", name: "Dewi", posts: [.intakeOfficer], password: World.password)
        let dewi = try #require(try made.accounts.all().first { $0.worker.id == id }).worker
        var complaints: [ID<Complaint>] = []
        for n in 0..<count {
            let complaint = ReceiveComplaint(channel: .school, what: LongText("Laporan \(n)."), danger: .no)
            complaints.append(try await made.desk.perform(complaint, on: ID(), by: dewi).record)
        }
        try made.close()
        return (key, dewi, complaints)
    }

    /// Kills a command a little later each time; there must be times when it was not done yet.
    private func kill(_ command: String, afterEach check: () async throws -> Void = {}) async throws {
        var killed = 0
        for round in 0..<Self.rounds {
            let child = try Child("lindung", [command], environment)
            try await Task.sleep(for: .milliseconds(round * 12))
            Foundation.kill(child.pid, SIGKILL)
            if child.wait() == 128 + SIGKILL { killed += 1 }
            try await check()
        }
        #expect(killed > 0)
    }

    /// Always one key opens everything.
    @Test func aKilledRotationGoesOn() async throws {
        let (before, dewi, complaints) = try await makeOffice(200)
        try await kill("rotate-key")
        let last = try Child("lindung", ["rotate-key"], environment)
        #expect(
            try last.output.readToEnd().map { String(decoding: $0, as: UTF8.self) }?.contains("copy 2 of 2") == true)
        #expect(last.wait() == 0)
        #expect(!file.next.isThere)

        let after = try await Workspace(
            home: home, key: try file.read(), purpose: .office, cost: .tiny, opensPerHour: 100_000)
        #expect(try await after.verify() == [])
        for complaint in complaints {
            #expect(try await after.desk.open(Complaint.self, complaint, by: dewi).version == 1)
        }
        try after.close()
        await #expect(throws: Workspace.WrongKey.self) {
            try await Workspace(home: home, key: before, purpose: .office, cost: .tiny)
        }
    }

    /// Whatever was signed before stays good.
    @Test func aKilledChangeOfTheSigningKeyLeavesOneInForce() async throws {
        let key = try await makeOffice(50).key
        #expect(try Child("lindung", ["rotate-signing-key"], environment).wait() == 0)
        let signed = try await Workspace.proving(home: home, key: key)
        let kept = try await signed.signedHeads()
        try signed.close()
        #expect(!kept.isEmpty)

        try await kill("rotate-signing-key") {
            let proved = try await Workspace.proving(home: home, key: key)
            #expect(try await proved.verify(live: false, against: kept) == [])
            try proved.close()
        }
        #expect(try Child("lindung", ["rotate-signing-key"], environment).wait() == 0)
    }
}
