import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Too many tries: strangers wait longer and longer, and whoever the account belongs to gets in.
@Suite struct TriesTests {
    private let world: World
    private var accounts: Accounts { world.accounts }

    init() async throws { world = try await World(purpose: .office) }

    @Test func strangersWaitLongerAndLongerAndTheOwnersBrowserDoesNot() async throws {
        let (_, _, session) = try await world.enrol()
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
        _ = try #require(try await accounts.takeAuthenticator(world.code(app), for: chosen))
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
        let whole = try #require(try await accounts.enter(world.code(app), for: half))
        #expect(whole.step == .password)
        #expect(try await accounts.choosePassword("angin di pasar ikan", for: whole)?.step == .open)
    }

    /// Whoever has the password guesses at the code no more often.
    @Test func guessesAtTheCodeAreCountedToo() async throws {
        let (secret, _, _) = try await world.enrol()
        let halves = (
            try #require(try await accounts.signIn("dewi", World.password)),
            try #require(try await accounts.signIn("dewi", World.password))
        )
        for _ in 0..<5 { #expect(try await accounts.enter("000000", for: halves.0) == nil) }
        for half in [halves.0, halves.1] {
            await #expect(throws: TooManyTries.self) { try await accounts.enter(world.code(secret), for: half) }
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
