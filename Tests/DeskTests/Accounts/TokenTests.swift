import Casework
import Foundation
import Storage
import TestSupport
import Testing
import Vault

@testable import Desk

/// What lets programs act in a worker's name.
@Suite struct TokenTests {
    private func make(
        _ world: World, for worker: Worker, _ duties: Set<Duty> = [.takeComplaints], days: Int = 30
    ) async throws -> (token: Token, secret: String) {
        let made = try await world.accounts.makeToken(
            "Hotline", duties: duties, mayPerform: true, days: days, for: worker)
        return try #require(made)
    }

    @Test func itHasItsWorkersDutiesAsFarAsItWasGivenThem() async throws {
        let world = try await World()
        let (token, secret) = try await make(world, for: world.rina, [.takeComplaints, .approve])

        let bearer = try #require(try world.accounts.bearer(secret))
        #expect(bearer.worker.id == world.rina.id && bearer.worker.duties == [.takeComplaints])
        #expect(try world.accounts.tokens(of: world.rina) == [token])
        #expect(try world.accounts.tokens(of: world.dewi).isEmpty)
        // A post that is taken away takes the duty from the token too, at once.
        try await world.accounts.setPosts([.administrator], of: world.rina.id)
        #expect(try world.accounts.bearer(secret)?.worker.duties == [])
    }

    @Test func itEndsByItsDayByBeingTakenBackAndWithItsWorker() async throws {
        let world = try await World()
        let (administrator, _) = try await world.openOffice()
        let short = try await make(world, for: world.dewi, days: 1)
        let taken = try await make(world, for: world.dewi)
        let kept = try await make(world, for: world.dewi)

        try await world.accounts.revokeToken(taken.token.id, of: world.rina)
        #expect(try world.accounts.bearer(taken.secret) != nil)
        try await world.accounts.revokeToken(taken.token.id, of: world.dewi)
        #expect(try world.accounts.bearer(taken.secret) == nil)
        world.clock.advance(24 * 3600)
        #expect(try world.accounts.bearer(short.secret) == nil)
        #expect(try world.accounts.bearer(kept.secret) != nil)

        let added = AddWorker("sinta", "Sinta Dewi", [.intakeOfficer])
        try await world.desk.perform(added, on: Office.id(in: 1), by: administrator)
        let sinta = try #require(try world.accounts.all().first { $0.handle == "sinta" }).worker
        let hers = try await make(world, for: sinta)
        // Nobody acts through an account whose secret somebody else knows.
        #expect(try world.accounts.bearer(hers.secret) == nil)
        try await world.accounts.setPassword(World.password, of: sinta.id)
        #expect(try world.accounts.bearer(hers.secret) != nil)
        try await world.desk.perform(EndWorker(sinta.id, because: "Pindah."), on: Office.id(in: 1), by: administrator)
        #expect(try world.accounts.bearer(hers.secret) == nil)
        #expect(try world.accounts.tokens(of: sinta).isEmpty)
    }

    @Test func aRowThatWasChangedLetsNobodyIn() async throws {
        let world = try await World()
        let weak = try await make(world, for: world.dewi)
        let strong = try await make(world, for: world.hasan, [.approve])
        let vault = world.desk.vault
        let (mine, theirs) = (vault.tokenMark(weak.secret), vault.tokenMark(strong.secret))
        try await world.workspace.store.write("DELETE FROM tokens WHERE mark = \(mine)")
        try await world.workspace.store.write("UPDATE tokens SET mark = \(mine) WHERE mark = \(theirs)")

        #expect(throws: Broken.self) { try world.accounts.bearer(weak.secret) }
        try await world.workspace.store.write("UPDATE tokens SET account = \(world.rina.id.value)")
        #expect(throws: Broken.self) { try world.accounts.bearer(weak.secret) }
    }

    @Test(arguments: ["", "lindung_", "lindung_00", "x", "lindung_" + String(repeating: "0", count: 64)])
    func nonsenseLetsNobodyIn(secret: String) async throws {
        let world = try await World()
        #expect(try world.accounts.bearer(secret) == nil)
    }

    @Test func nobodyHasTooMany() async throws {
        let world = try await World()
        for _ in 0..<Accounts.mostTokens { _ = try await make(world, for: world.dewi) }
        let more = try await world.accounts.makeToken(
            "x", duties: [.takeComplaints], mayPerform: false, days: 1, for: world.dewi)
        #expect(more == nil)
    }
}
