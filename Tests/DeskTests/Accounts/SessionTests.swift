import Casework
import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk
@testable import Storage

@Suite struct SessionTests {
    @Test func theRightPasswordBeginsASession() async throws {
        let world = try await World()

        let session = try #require(try await world.accounts.signIn(" Dewi ", World.password))

        #expect(session.worker == world.dewi)
        #expect(try await world.accounts.session(session.token)?.worker == world.dewi)
    }

    @Test(arguments: [("dewi", "wrong"), ("nobody", World.password), ("", ""), ("dewi", "")])
    func anythingElseDoesNot(handle: String, password: String) async throws {
        let world = try await World()
        #expect(try await world.accounts.signIn(handle, password) == nil)
    }

    @Test func nonsenseIsNoSession() async throws {
        let world = try await World()
        #expect(try await world.accounts.session("nonsense") == nil)
    }

    @Test func anIdleSessionEnds() async throws {
        let world = try await World()
        let session = try await world.accounts.begin(world.dewi)
        let administrator = try await world.accounts.begin(world.yohana)

        world.clock.advance(15 * 60)
        #expect(try await world.accounts.session(administrator.token) == nil)
        #expect(try await world.accounts.session(session.token) != nil)
        world.clock.advance(29 * 60)
        #expect(try await world.accounts.session(session.token) != nil)
        world.clock.advance(30 * 60)
        #expect(try await world.accounts.session(session.token) == nil)
    }

    @Test func noSessionOutlivesHalfADay() async throws {
        let world = try await World()
        let session = try await world.accounts.begin(world.dewi)

        for _ in 0..<47 {
            world.clock.advance(15 * 60)
            #expect(try await world.accounts.session(session.token) != nil)
        }
        world.clock.advance(15 * 60)
        #expect(try await world.accounts.session(session.token) == nil)
    }

    @Test func signingOutEndsIt() async throws {
        let world = try await World()
        let session = try await world.accounts.begin(world.dewi)

        try await world.accounts.signOut(session.token)

        #expect(try await world.accounts.session(session.token) == nil)
    }

    @Test func newRightsAndPasswordsEndEverySession() async throws {
        let world = try await World()
        let first = try await world.accounts.begin(world.dewi)
        try await world.accounts.setPosts([.head], of: world.dewi.id)
        #expect(try await world.accounts.session(first.token) == nil)

        await #expect(throws: NotDone.rightsChanged) { try await world.accounts.begin(world.dewi) }
        let changed = try #require(try world.accounts.all().first { $0.handle == "dewi" }).worker
        let second = try await world.accounts.begin(changed)
        try await world.accounts.setPassword("lain-sama-sekali", of: world.dewi.id)
        #expect(try await world.accounts.session(second.token) == nil)
        #expect(try await world.accounts.signIn("dewi", World.password) == nil)
        #expect(try await world.accounts.signIn("dewi", "lain-sama-sekali")?.worker.posts == [.head])
    }

    @Test func anEndedSessionStaysEndedWhateverTheClockSays() async throws {
        let world = try await World()
        let session = try await world.accounts.begin(world.dewi)
        world.clock.advance(31 * 60)
        #expect(try await world.accounts.session(session.token) == nil)

        world.clock.advance(-31 * 60)
        #expect(try await world.accounts.session(session.token) == nil)
        #expect(try await world.accounts.owner(ofEnded: session.token)?.worker.id == world.dewi.id)
    }

    @Test(arguments: [
        "account = (SELECT id FROM accounts WHERE id <> account LIMIT 1)", "began = began + 1", "seen = seen + 1",
        "step = 1 - step",
        "device = zeroblob(40)",
    ])
    func aSessionThatWasRewrittenIsNone(change: String) async throws {
        let world = try await World()
        let session = try await world.accounts.begin(world.dewi)
        try await world.accounts.store.write(SQL(stringLiteral: "UPDATE sessions SET \(change)"))
        #expect(try await world.accounts.session(session.token) == nil)
    }

    @Test func anOlderAccountDoesNotOpen() async throws {
        let world = try await World()
        let store = world.accounts.store
        let id = world.dewi.id.value
        let before = try #require(try await store.rows("SELECT sealed FROM accounts WHERE id = \(id)").first)
        try await world.accounts.setPosts([], of: world.dewi.id)
        try await store.write("UPDATE accounts SET sealed = \(try before.data("sealed")) WHERE id = \(id)")
        await #expect(throws: Broken.self) { try await world.accounts.signIn("dewi", World.password) }
    }

    @Test func aUserNameIsTakenOnce() async throws {
        let world = try await World()
        await #expect(throws: Accounts.HandleTaken.self) {
            try await world.accounts.add(handle: "DEWI", name: "x", posts: [], password: "x")
        }
    }

    @Test func draftsAreTheirOwnersAloneAndGrowOld() async throws {
        let world = try await World()
        let id = try await world.accounts.keepDraft("melati", .search, of: world.dewi)

        #expect(try world.accounts.draft(id, .search, of: world.dewi) == "melati")
        #expect(try world.accounts.draft(id, .search, of: world.hasan) == nil)
        world.clock.advance(24 * 3600)
        #expect(try world.accounts.draft(id, .search, of: world.dewi) == nil)
    }

    // MARK: secrets of the first sign-in

    @Test func aSecretWorksForADayAndOnlyToChooseAPassword() async throws {
        let world = try await World()
        let secret = try await world.addMaya([.caseManager])

        let session = try #require(try await world.accounts.signIn("maya", secret))
        #expect(session.step == .password)
        #expect(try await world.accounts.session(session.token)?.step == .password)

        #expect(try await world.accounts.choosePassword(secret, for: session)?.token == nil)
        let own = try #require(try await world.accounts.choosePassword("enam kata yang saya ingat", for: session))
        #expect(try await world.accounts.session(own.token)?.step == .open)
        #expect(try await world.accounts.session(session.token) == nil)
        #expect(try await world.accounts.signIn("maya", secret) == nil)
        #expect(try await world.accounts.signIn("maya", "enam kata yang saya ingat")?.step == .open)
    }

    @Test func aSecretDies() async throws {
        let world = try await World()
        let secret = try await world.addMaya([.caseManager])
        world.clock.advance(Accounts.secretLife)
        #expect(try await world.accounts.signIn("maya", secret) == nil)
    }

    @Test func whoForgotGetsAnotherAndWhoLeftGetsNone() async throws {
        let world = try await World()
        let (office, first) = (Office.id(in: 1), try await world.addMaya([.caseManager]))
        let maya = try #require(try await world.accounts.signIn("maya", first)).worker
        let session = try await world.accounts.begin(maya)
        let `operator` = try await world.accounts.operator()
        let secret = try #require(
            try await world.desk.perform(IssueSecret(maya.id), on: office, by: `operator`).secret)
        #expect(try await world.accounts.session(session.token) == nil)
        #expect(try await world.accounts.signIn("maya", first) == nil)
        #expect(try await world.accounts.signIn("maya", secret)?.step == .password)

        try await world.desk.perform(EndWorker(maya.id, because: "Pindah."), on: office, by: `operator`)
        #expect(try await world.accounts.signIn("maya", secret) == nil)
    }

    @Test(arguments: [
        ("", Problem.missing as Problem?), ("   ", .missing), ("pendek", .tooShort(limit: 15)),
        ("dewi-di-kota-batam", .guessable), ("Kota-Batam-Lindung-2026", .guessable), ("ANGGRAINI di Batam", .guessable),
        ("empat kata acak saja", nil),
    ])
    func aPasswordIsLongAndNotAName(password: String, problem: Problem?) async throws {
        let world = try await World()
        #expect(try await world.accounts.fault(password, of: world.dewi) == problem)
    }
}

extension Accounts {
    /// Other posts beside the office's record; they count from the next request on.
    func setPosts(_ posts: [Post], of id: ID<Worker>) async throws {
        try await change(id) { $0.posts = posts }
    }
}
