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

    /// The code that an app shows that was given this key.
    private func code(_ secret: String, later steps: Int = 0) throws -> String {
        try AuthenticatorApp(secret).code(at: world.workspace.now, later: steps)
    }

    /// Dewi with an authenticator; what the app was given, and the backup codes.
    private func enrol() async throws -> (secret: String, backupCodes: [String], session: Session) {
        let first = try #require(try await accounts.signIn("dewi", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        let taken = try #require(try await accounts.takeAuthenticator(code(secret), for: first))
        world.clock.advance(60)
        return (secret, taken.backupCodes, taken.session)
    }

    @Test func whoHasNoneSetsOneUpBeforeAnythingElse() async throws {
        let first = try #require(try await accounts.signIn("dewi", World.password))
        #expect(first.step == .authenticator)
        #expect(try await accounts.session(first.token)?.step == .authenticator)

        let secret = try await accounts.offeredAuthenticator(first).secret
        #expect(try await accounts.takeAuthenticator("000000", for: first) == nil)
        let taken = try #require(try await accounts.takeAuthenticator(code(secret), for: first))

        #expect(taken.session.step == .open && taken.session.token != first.token)
        #expect(try await accounts.session(first.token) == nil)
        #expect(Set(taken.backupCodes).count == Accounts.backupCodeCount)
        // 24 letters of 31, which is above 112 bits.
        #expect(taken.backupCodes.allSatisfy { $0.filter { $0 != "-" }.count == 24 })
    }

    @Test func thePasswordAloneOpensNothing() async throws {
        let (secret, _, _) = try await enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(half.step == .code && half.devices == nil)

        #expect(try await accounts.enter("123456", for: half) == nil)
        let whole = try #require(try await accounts.enter(code(secret), for: half))
        #expect(whole.step == .open && whole.token != half.token && whole.devices != nil)
        #expect(try await accounts.session(half.token) == nil)
    }

    @Test func anOpenSessionIsNoStepOfASignIn() async throws {
        let (secret, _, session) = try await enrol()
        #expect(try await accounts.enter(code(secret), for: session) == nil)
    }

    @Test func aCodeWorksOnce() async throws {
        let (secret, _, _) = try await enrol()
        let code = try code(secret)
        let (one, two) = (
            try #require(try await accounts.signIn("dewi", World.password)),
            try #require(try await accounts.signIn("dewi", World.password))
        )
        #expect(try await accounts.enter(code, for: one) != nil)
        #expect(try await accounts.enter(code, for: two) == nil)
    }

    @Test func ofManyAtOnceOneIsRight() async throws {
        let (secret, _, _) = try await enrol()
        let code = try code(secret)
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
        let (secret, _, _) = try await enrol()
        world.clock.advance(300)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await (accounts.enter(code(secret, later: steps), for: half) != nil) == isRight)
    }

    @Test func aBackupCodeWorksOnceAndEndsEverySession() async throws {
        let (_, backupCodes, session) = try await enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        let typed = backupCodes[3].uppercased().replacing("-", with: " ")
        #expect(try await accounts.enter(typed, for: half)?.step == .open)
        #expect(try await accounts.session(session.token) == nil)

        let again = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.enter(backupCodes[3], for: again) == nil)
        #expect(try await accounts.enter(backupCodes[4], for: again) != nil)
    }

    @Test func anothersBackupCodeIsNone() async throws {
        let (_, backupCodes, _) = try await enrol()
        let first = try #require(try await accounts.signIn("rina", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        _ = try #require(try await accounts.takeAuthenticator(code(secret), for: first))
        let half = try #require(try await accounts.signIn("rina", World.password))
        #expect(try await accounts.enter(backupCodes[0], for: half) == nil)
    }

    // MARK: - A browser that was here before

    @Test func aSharedLaptopChangesHandsByThePasswordForHalfADay() async throws {
        let (_, _, session) = try await enrol()
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
        let (secret, _, session) = try await enrol()
        let laptop = Caller(devices: session.devices)
        try await accounts.signOut(session.token)
        let left = Caller(devices: try await accounts.leaving(session.worker, from: laptop))
        #expect(left.devices.entries.count == 1)
        let half = try #require(try await accounts.signIn("dewi", World.password, from: left))
        #expect(half.step == .code)
        // Strangers who guess do not make this browser wait.
        for _ in 0..<5 { #expect(try await accounts.signIn("dewi", "wrong") == nil) }
        #expect(try await accounts.enter(code(secret), for: half, from: left)?.step == .open)
        #expect(try await accounts.leaving(session.worker, from: Caller()) == nil)
    }

    /// Who knows the password alone leaves nothing behind in its owner's name.
    @Test func aHalfSignInHasNoOwnerWhenItEnds() async throws {
        _ = try await enrol()
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.devices(of: half).allSatisfy { !$0.isThis })
        world.clock.advance(31 * 60)
        #expect(try await accounts.session(half.token) == nil)
        #expect(try await accounts.owner(ofEnded: half.token) == nil)
    }

    @Test func noStepIsTakenThatASessionIsNotAskedFor() async throws {
        let (_, _, session) = try await enrol()
        let secret = try await accounts.offeredAuthenticator(session).secret
        #expect(try await accounts.takeAuthenticator(code(secret), for: session) == nil)
        #expect(try await accounts.choosePassword("hujan di atap seng", for: session) == nil)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.takeAuthenticator(code(secret), for: half) == nil)
        #expect(try await accounts.choosePassword("hujan di atap seng", for: half) == nil)
    }

    /// The clock was a year ahead for a while.
    @Test func aClockThatWasWrongLocksNobodyOut() async throws {
        world.clock.advance(365 * 24 * 3600)
        let (_, backupCodes, _) = try await enrol()
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
        #expect(try await accounts.takeAuthenticator(code(secret), for: step)?.session.step == .open)
    }

    @Test func theCookieOfOneIsNoneOfAnother() async throws {
        let (_, _, session) = try await enrol()
        let first = try #require(try await accounts.signIn("rina", World.password))
        let secret = try await accounts.offeredAuthenticator(first).secret
        _ = try #require(try await accounts.takeAuthenticator(code(secret), for: first))
        let laptop = Caller(devices: session.devices)
        #expect(try await accounts.signIn("rina", World.password, from: laptop)?.step == .code)
    }

    @Test func signingOutEverywhereMakesEveryBrowserAStranger() async throws {
        let (_, _, session) = try await enrol()
        let laptop = Caller(devices: session.devices)
        let token = try #require(
            try await accounts.makeToken("x", duties: [.takeComplaints], mayPerform: true, days: 9, for: session.worker)
        )
        try await accounts.signOutEverywhere(world.dewi)
        #expect(try await accounts.bearer(token.secret) == nil)
        #expect(try await accounts.session(session.token) == nil)
        #expect(try await accounts.signIn("dewi", World.password, from: laptop)?.step == .code)
    }

    @Test(arguments: ["", "~", "nonsense", "00~1-2", String(repeating: "0", count: 32) + "~9999999999999999999-x"])
    func nonsenseIsNoCookie(cookie: String) async throws {
        _ = try await enrol()
        #expect(try await accounts.signIn("dewi", World.password, from: Caller(devices: cookie))?.step == .code)
    }

    @Test func theDevicesAreListedAndEndedOneByOne() async throws {
        let phone = Caller(agent: "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")
        let one = try await accounts.begin(world.dewi, from: phone)
        world.clock.advance(60)
        let two = try await accounts.begin(world.dewi)
        _ = try await accounts.begin(world.rina)

        let devices = try await accounts.devices(of: two)
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
        let (secret, _, session) = try await enrol()
        #expect(try await accounts.confirm("wrong", code(secret), for: session, then: .password) == nil)
        #expect(try await accounts.confirm(World.password, "000000", for: session, then: .password) == nil)
        let code = try code(secret)
        let step = try #require(try await accounts.confirm(World.password, code, for: session, then: .authenticator))
        #expect(step.step == .authenticator)
        #expect(try await accounts.session(session.token) == nil)

        let another = try await accounts.offeredAuthenticator(step).secret
        #expect(another != secret)
        world.clock.advance(60)
        _ = try #require(try await accounts.takeAuthenticator(self.code(another), for: step))
        world.clock.advance(60)
        let half = try #require(try await accounts.signIn("dewi", World.password))
        #expect(try await accounts.enter(self.code(secret), for: half) == nil)
        #expect(try await accounts.enter(self.code(another), for: half) != nil)
    }

    @Test func aLostPhoneIsForgottenOnlyWhereTheRecordSaysSo() async throws {
        let office = Office.id(in: 1)
        let first = try #require(try await accounts.signIn("maya", try await world.addMaya([.intakeOfficer])))
        #expect(first.step == .password)
        let chosen = try #require(try await accounts.choosePassword("hujan di atap seng", for: first))
        #expect(chosen.step == .authenticator)
        let app = try await accounts.offeredAuthenticator(chosen).secret
        _ = try #require(try await accounts.takeAuthenticator(code(app), for: chosen))

        let maya = chosen.worker.id
        let secret = try #require(try await world.desk.perform(IssueSecret(maya), on: office, by: world.yohana).secret)
        #expect(try await accounts.signIn("maya", secret)?.step == .code)
        let another = try #require(
            try await world.desk.perform(IssueSecret(maya, lost: .phone), on: office, by: world.yohana).secret)
        #expect(try await accounts.signIn("maya", another)?.step == .password)
    }

    // MARK: - Too many tries

    @Test func strangersWaitLongerAndLongerAndTheOwnersBrowserDoesNot() async throws {
        let (_, _, session) = try await enrol()
        let laptop = Caller(devices: session.devices)
        for _ in 0..<5 { #expect(try await accounts.signIn("dewi", "wrong") == nil) }
        let until = world.workspace.now + 1
        await #expect(throws: TooManyTries(until: until)) { try await accounts.signIn("dewi", World.password) }
        #expect(try await accounts.signIn("dewi", World.password, from: laptop)?.step == .open)

        world.clock.advance(1)
        #expect(try await accounts.signIn("dewi", "wrong") == nil)
        await #expect(throws: TooManyTries.self) { try await accounts.signIn("dewi", World.password) }
    }

    @Test func nobodyGuessesMoreThanAHundredTimesADayNorWaitsLongerThanTwentyMinutes() async throws {
        var tried = 0
        let end = world.workspace.now + 24 * 3600
        while world.workspace.now < end {
            do {
                _ = try await accounts.signIn("dewi", "wrong")
                tried += 1
            } catch let tooMany as TooManyTries {
                let wait = tooMany.until.timeIntervalSince(world.workspace.now)
                #expect(wait <= 20 * 60)
                world.clock.advance(wait)
            }
        }
        #expect((60...100).contains(tried))
        // And the right password is still heard, when its turn comes.
        world.clock.advance(20 * 60)
        #expect(try await accounts.signIn("dewi", World.password) != nil)
    }

    @Test func whoIsUnknownWaitsAsWell() async throws {
        for _ in 0..<5 { #expect(try await accounts.signIn("nobody", "wrong") == nil) }
        await #expect(throws: TooManyTries.self) { try await accounts.signIn("nobody", "wrong") }
    }

    @Test func oneAddressTriesManyNamesOnlySoOften() async throws {
        let here = Caller(address: "203.0.113.9")
        for n in 0..<30 { #expect(try await accounts.signIn("name\(n)", "wrong", from: here) == nil) }
        await #expect(throws: TooManyTries.self) { try await accounts.signIn("dewi", World.password, from: here) }
        #expect(try await accounts.signIn("dewi", World.password, from: Caller(address: "203.0.113.10")) != nil)
    }

    @Test func aNeighbourhoodOfIPv6CountsAsOneAddress() {
        let one = Caller(address: "2001:db8:1:2::1").address
        #expect(one == Caller(address: "2001:db8:1:2:ffff::9").address)
        #expect(one != Caller(address: "2001:db8:1:3::1").address)
    }

    @Test func manyAtOnceCountAsMany() async throws {
        let accounts = accounts
        let heard = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { do { return try await accounts.signIn("dewi", "wrong") == nil } catch { return false } }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(heard <= 6)
    }

    /// Strangers who never stop keep nobody out for whom a secret was made.
    @Test func aSecretLetsItsOwnerInWhateverStrangersTry() async throws {
        let first = try #require(try await accounts.signIn("maya", try await world.addMaya([.intakeOfficer])))
        let chosen = try #require(try await accounts.choosePassword("hujan di atap seng", for: first))
        let app = try await accounts.offeredAuthenticator(chosen).secret
        _ = try #require(try await accounts.takeAuthenticator(code(app), for: chosen))
        world.clock.advance(60)
        let accounts = accounts
        let strangers = { for _ in 0..<20 { _ = try? await accounts.signIn("maya", "wrong") } }
        await strangers()
        await #expect(throws: TooManyTries.self) { try await accounts.signIn("maya", "hujan di atap seng") }

        let reset = IssueSecret(chosen.worker.id)
        let secret = try #require(
            try await world.desk.perform(reset, on: Office.id(in: 1), by: world.yohana).secret)
        await strangers()
        let half = try #require(try await accounts.signIn("maya", secret))
        await strangers()
        let whole = try #require(try await accounts.enter(code(app), for: half))
        #expect(whole.step == .password)
        #expect(try await accounts.choosePassword("angin di pasar ikan", for: whole)?.step == .open)
    }

    /// Whoever has the password guesses at the code no more often.
    @Test func guessesAtTheCodeAreCountedToo() async throws {
        let (secret, _, _) = try await enrol()
        let halves = (
            try #require(try await accounts.signIn("dewi", World.password)),
            try #require(try await accounts.signIn("dewi", World.password))
        )
        for _ in 0..<5 { #expect(try await accounts.enter("000000", for: halves.0) == nil) }
        for half in [halves.0, halves.1] {
            await #expect(throws: TooManyTries.self) { try await accounts.enter(code(secret), for: half) }
        }
    }

    @Test func aSecretIsNotTriedForEver() {
        let meter = Tries.Meter.secret(Data())
        #expect(meter.wait(after: 999) == 0 && meter.wait(after: 2_000) == 60)
    }

    @Test func countsLiveThroughARestart() async throws {
        for _ in 0..<5 { _ = try await accounts.signIn("dewi", "wrong") }
        let again = try await world.restarted()
        await #expect(throws: TooManyTries.self) { try await again.accounts.signIn("dewi", World.password) }
    }
}
