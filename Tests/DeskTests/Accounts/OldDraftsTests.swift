import Casework
import Foundation
import Storage
import TestSupport
import Testing

@testable import Desk

/// What the server's chore forgets.
@Suite struct OldDraftsTests {
    private let world: World

    init() async throws { world = try await World() }

    private func count() throws -> Int {
        try #require(try world.workspace.store.find("SELECT count(*) AS n FROM drafts").first).int("n")
    }

    @Test func aClockThatRanAheadTakesNoDraft() async throws {
        let id = try await world.accounts.keepDraft("Ia takut pulang", .form, of: world.rina)
        try await world.receive()
        world.clock.advance(3 * 24 * 3600)
        // Somebody else goes on typing under the same clock.
        try await world.accounts.keepDraft("melati", .search, of: world.dewi)
        try await world.workspace.dropOldDrafts()
        world.clock.advance(-3 * 24 * 3600)
        #expect(try world.accounts.draft(id, .form, of: world.rina) == "Ia takut pulang")
    }

    /// An entry says that the day has come, and a look does as well.
    @Test(arguments: [true, false]) func whatIsOldOnceSomebodyDidSomethingGoes(isLook: Bool) async throws {
        let complaint = try await world.receive()
        try await world.accounts.keepDraft("Ia takut pulang", .form, of: world.rina)
        world.clock.advance(24 * 3600 + 60)
        if isLook {
            _ = try await world.desk.open(Complaint.self, complaint, by: world.dewi)
        } else {
            try await world.receive(ReceiveComplaint(channel: .direct, what: "Besok."))
        }
        try await world.workspace.dropOldDrafts()
        #expect(try count() == 0)
    }
}
