import Casework
import Desk
import Foundation
import TestSupport
import Testing
import Vault

/// A home that an earlier version made is opened by this one: `Homes/tables-1` is of the version before tokens,
/// `Homes/tables-2` of the one before two factors, `Homes/tables-4` of the one before tallies. Each is an office with a
/// few workers, one complaint and the case that it became, all made up.
@Suite struct UpgradeTests {
    private let folder: TemporaryFolder
    private var home: URL { folder.url.appending(path: "office") }

    init() throws { folder = try TemporaryFolder() }

    /// - Returns: its key.
    private func place(_ version: String) throws -> MasterKey {
        let made = Repository.root.appending(path: "Tests/FaultTests/Homes/\(version)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for file in ["data.sqlite", "keys.sqlite"] {
            try FileManager.default.copyItem(at: made.appending(path: file), to: home.appending(path: file))
        }
        return try #require(MasterKey(bytes: try Data(contentsOf: made.appending(path: "master"))))
    }

    @Test(arguments: ["tables-1", "tables-2", "tables-4"])
    func whatAnEarlierVersionWroteIsAllThere(version: String) async throws {
        let key = try place(version)
        let before = try await Workspace.proving(home: home, key: key)
        #expect(try await before.verify(live: false) == [])
        try before.close()

        let workspace = try await Workspace(home: home, key: key, purpose: .office, cost: .tiny)
        #expect(try await workspace.verify() == [])
        let workers = try Dictionary(
            uniqueKeysWithValues: workspace.accounts.all().map { ($0.handle, $0.worker) })
        let (dewi, rina) = (try #require(workers["dewi"]), try #require(workers["rina"]))
        let found = try await workspace.desk.list(.search("Melati"), by: rina)
        let file = try #require(found.rows.first { $0.card.kind == CaseFile.kind })
        let opened = try await workspace.desk.open(CaseFile.self, ID(file.card.record), by: rina)
        #expect(
            opened.record.client?.name == "Melati"
                && opened.record.client?.age(on: Day(opened.record.opening?.at ?? .now)) == 14)

        // And it goes on.
        try await workspace.desk.perform(RecordNote(note: "Lanjut."), on: ID<CaseFile>(file.card.record), by: rina)
        let token = try await workspace.accounts.makeToken(
            "x", duties: [.takeComplaints], mayPerform: false, days: 1, for: dewi)
        #expect(token != nil)
        #expect(try await workspace.verify() == [])
        await HeadSigner(workspace).turn()
        #expect(try await workspace.coverage(by: workspace.signedHeads()).allSatisfy { $0.signed == $0.size })
        #expect(try await workspace.verify() == [])
    }
}
