import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// The second factor of an office's staff (OWASP ASVS 5.0 V6.5).
@Suite struct SecondFactorTests {
    private let world: World
    private var accounts: Accounts { world.accounts }

    init() async throws { world = try await World(purpose: .office) }

    @Test func whoHasNoneSetsOneUpBeforeAnythingElse() async throws {
        let first = try #require(try await accounts.signIn("dewi", World.password))
        #expect(first.step == .authenticator)
        #expect(try await accounts.session(first.token)?.step == .authenticator)

        let secret = try await accounts.offeredAuthenticator(first).secret
        #expect(try await accounts.takeAuthenticator("000000", for: first) == nil)
        let taken = try #require(try await accounts.takeAuthenticator(world.code(secret), for: first))

        #expect(taken.session.step == .open && taken.session.token != first.token)
        #expect(try await accounts.session(first.token) == nil)
        #expect(Set(taken.backupCodes).count == Accounts.backupCodeCount)
        // 24 letters of 31, which is above 112 bits.
        #expect(taken.backupCodes.allSatisfy { $0.filter { $0 != "-" }.count == 24 })
    }

    @Test func thePasswordAloneOpensNothing() async throws {
        let (secret, _, _) = try await world.enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(half.step == .code && half.devices == nil)

        #expect(try await accounts.enter("123456", for: half) == nil)
        let whole = try #require(try await accounts.enter(world.code(secret), for: half))
        #expect(whole.step == .open && whole.token != half.token && whole.devices != nil)
        #expect(try await accounts.session(half.token) == nil)
    }

    @Test func anOpenSessionIsNoStepOfASignIn() async throws {
        let (secret, _, session) = try await world.enrol()
        #expect(try await accounts.enter(world.code(secret), for: session) == nil)
    }

    @Test func aCodeWorksOnce() async throws {
        let (secret, _, _) = try await world.enrol()
        let code = try world.code(secret)
        let (one, two) = (
            try #require(try await accounts.signIn("dewi", World.password)),
            try #require(try await accounts.signIn("dewi", World.password))
        )
        #expect(try await accounts.enter(code, for: one) != nil)
        #expect(try await accounts.enter(code, for: two) == nil)
    }

    @Test func ofManyAtOnceOneIsRight() async throws {
        let (secret, _, _) = try await world.enrol()
        let code = try world.code(secret)
        var halves: [Session] = []
        for _ in 0..<4 { halves.append(try #require(try await accounts.signIn("dewi", World.password))) }
        let accounts = accounts
        let entered = try await withThrowingTaskGroup(of: Bool.self) { group in
            for half in halves {
                group.addTask {
                    do { return try await accounts.enter(code, for: half) != nil } catch is TooManyTries {
                        return false
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(entered == 1)
    }

    @Test(arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func aCodeIsRightForOnePeriodBeforeAndAfter(steps: Int, isRight: Bool) async throws {
        let (secret, _, _) = try await world.enrol()
        world.clock.advance(300)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await (accounts.enter(world.code(secret, later: steps), for: half) != nil) == isRight)
    }

    @Test func aBackupCodeWorksOnceAndEndsEverySession() async throws {
        let (_, backupCodes, session) = try await world.enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        let typed = backupCodes[3].uppercased().replacing("-", with: " ")
        #expect(try await accounts.enter(typed, for: half)?.step == .open)
        #expect(try await accounts.session(session.token) == nil)

        let again = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.enter(backupCodes[3], for: again) == nil)
        #expect(try await accounts.enter(backupCodes[4], for: again) != nil)
    }

    @Test func anothersBackupCodeIsNone() async throws {
        let (_, backupCodes, _) = try await world.enrol()
        let first = try #require(try await accounts.signIn("rina", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        _ = try #require(try await accounts.takeAuthenticator(world.code(secret), for: first))
        let half = try #require(try await accounts.signIn("rina", World.password))
        #expect(try await accounts.enter(backupCodes[0], for: half) == nil)
    }

    // MARK: - A browser that was here before

    @Test func aSharedLaptopChangesHandsByThePasswordForHalfADay() async throws {
        let (_, _, session) = try await world.enrol()
        let laptop = Caller(devices: session.devices)

        try await accounts.lock(session)
        #expect(try await accounts.session(session.token) == nil)
        #expect(try await accounts.owner(ofEnded: session.token)?.handle == "dewi")
        #expect(try await accounts.signIn("dewi", World.password, from: laptop)?.step == .open)
        // For her alone, in that browser alone, and no longer than a session may last.
        #expect(try await accounts.signIn("dewi", World.password, from: Caller())?.step == .code)
        world.clock.advance(Accounts.longest)
        #expect(try await accounts.signIn("dewi", World.password, from: laptop)?.step == .code)
    }

    @Test func whoSignsOutIsAskedForTheCodeAgainAndIsStillKnown() async throws {
        let (secret, _, session) = try await world.enrol()
        let laptop = Caller(devices: session.devices)
        try await accounts.signOut(session.token)
        let left = Caller(devices: try await accounts.leaving(session.worker, from: laptop))
        #expect(left.devices.entries.count == 1)
        let half = try #require(try await accounts.signIn("dewi", World.password, from: left))
        #expect(half.step == .code)
        // Strangers who guess do not make this browser wait.
        for _ in 0..<5 { #expect(try await accounts.signIn("dewi", "wrong") == nil) }
        #expect(try await accounts.enter(world.code(secret), for: half, from: left)?.step == .open)
        #expect(try await accounts.leaving(session.worker, from: Caller()) == nil)
    }

    /// Who knows the password alone leaves nothing behind in its owner's name.
    @Test func aHalfSignInHasNoOwnerWhenItEnds() async throws {
        _ = try await world.enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try accounts.devices(of: half).allSatisfy { !$0.isThis })
        world.clock.advance(31 * 60)
        #expect(try await accounts.session(half.token) == nil)
        #expect(try await accounts.owner(ofEnded: half.token) == nil)
    }

    @Test func noStepIsTakenThatASessionIsNotAskedFor() async throws {
        let (_, _, session) = try await world.enrol()
        let secret = try await accounts.offeredAuthenticator(session).secret
        #expect(try await accounts.takeAuthenticator(world.code(secret), for: session) == nil)
        #expect(try await accounts.choosePassword("hujan di atap seng", for: session) == nil)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.takeAuthenticator(world.code(secret), for: half) == nil)
        #expect(try await accounts.choosePassword("hujan di atap seng", for: half) == nil)
    }

    /// The clock was a year ahead for a while.
    @Test func aClockThatWasWrongLocksNobodyOut() async throws {
        world.clock.advance(365 * 24 * 3600)
        let (_, backupCodes, _) = try await world.enrol()
        for _ in 0..<9 { _ = try? await accounts.signIn("dewi", "wrong") }
        world.clock.advance(-365 * 24 * 3600)

        let half = try #require(try await accounts.signIn("dewi", World.password))
        // What was tried a moment ago by the right clock counts as ever.
        await #expect(throws: TooManyTries.self) { try await accounts.signIn("dewi", World.password) }
        world.clock.advance(20 * 60)
        let open = try #require(try await accounts.enter(backupCodes[0], for: half))
        let step = try #require(
            try await accounts.confirm(World.password, backupCodes[1], for: open, then: .authenticator))
        let secret = try await accounts.offeredAuthenticator(step).secret
        #expect(try await accounts.takeAuthenticator(world.code(secret), for: step)?.session.step == .open)
    }

    @Test func theCookieOfOneIsNoneOfAnother() async throws {
        let (_, _, session) = try await world.enrol()
        let first = try #require(try await accounts.signIn("rina", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        _ = try #require(try await accounts.takeAuthenticator(world.code(secret), for: first))
        let laptop = Caller(devices: session.devices)
        #expect(try await accounts.signIn("rina", World.password, from: laptop)?.step == .code)
    }

    @Test func signingOutEverywhereMakesEveryBrowserAStranger() async throws {
        let (_, _, session) = try await world.enrol()
        let laptop = Caller(devices: session.devices)
        let token = try #require(
            try await accounts.makeToken("x", duties: [.takeComplaints], mayPerform: true, days: 9, for: session.worker)
        )
        try await accounts.signOutEverywhere(world.dewi)
        #expect(try accounts.bearer(token.secret) == nil)
        #expect(try await accounts.session(session.token) == nil)
        #expect(try await accounts.signIn("dewi", World.password, from: laptop)?.step == .code)
    }

    @Test(arguments: ["", "~", "nonsense", "00~1-2", String(repeating: "0", count: 32) + "~9999999999999999999-x"])
    func nonsenseIsNoCookie(cookie: String) async throws {
        _ = try await world.enrol()
        #expect(try await accounts.signIn("dewi", World.password, from: Caller(devices: cookie))?.step == .code)
    }

    @Test func theDevicesAreListedAndEndedOneByOne() async throws {
        let phone = Caller(agent: "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")
        let one = try await accounts.begin(world.dewi, from: phone)
        world.clock.advance(60)
        let two = try await accounts.begin(world.dewi)
        _ = try await accounts.begin(world.rina)

        let devices = try accounts.devices(of: two)
        #expect(devices.map(\.isThis) == [true, false])
        #expect(devices[1].browser == "Firefox" && devices[1].system == "Android")
        try await accounts.endDevice(devices[1].id, of: world.rina)
        #expect(try await accounts.session(one.token) != nil)
        try await accounts.endDevice(devices[1].id, of: world.dewi)
        #expect(try await accounts.session(one.token) == nil)
        #expect(try await accounts.session(two.token) != nil)
    }

    // MARK: - Changing it

    @Test func bothFactorsAreShownBeforeEitherIsChanged() async throws {
        let (secret, _, session) = try await world.enrol()
        #expect(try await accounts.confirm("wrong", world.code(secret), for: session, then: .password) == nil)
        #expect(try await accounts.confirm(World.password, "000000", for: session, then: .password) == nil)
        let code = try world.code(secret)
        let step = try #require(try await accounts.confirm(World.password, code, for: session, then: .authenticator))
        #expect(step.step == .authenticator)
        #expect(try await accounts.session(session.token) == nil)

        let another = try await accounts.offeredAuthenticator(step).secret
        #expect(another != secret)
        world.clock.advance(60)
        _ = try #require(try await accounts.takeAuthenticator(world.code(another), for: step))
        world.clock.advance(60)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.enter(world.code(secret), for: half) == nil)
        #expect(try await accounts.enter(world.code(another), for: half) != nil)
    }

    @Test func aLostPhoneIsForgottenOnlyWhereTheRecordSaysSo() async throws {
        let office = Office.id(in: 1)
        let first = try #require(try await accounts.signIn("maya", try await world.addMaya([.intakeOfficer])))
        #expect(first.step == .password)
        let chosen = try #require(try await accounts.choosePassword("hujan di atap seng", for: first))
        #expect(chosen.step == .authenticator)
        let app = try await accounts.offeredAuthenticator(chosen).secret
        _ = try #require(try await accounts.takeAuthenticator(world.code(app), for: chosen))

        let maya = chosen.worker.id
        let secret = try #require(try await world.desk.perform(IssueSecret(maya), on: office, by: world.yohana).secret)
        #expect(try await accounts.signIn("maya", secret)?.step == .code)
        let another = try #require(
            try await world.desk.perform(IssueSecret(maya, lost: .phone), on: office, by: world.yohana).secret)
        #expect(try await accounts.signIn("maya", another)?.step == .password)
    }
}
