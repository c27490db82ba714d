import Casework
import Foundation
import Storage
import TestSupport
import Testing
import Vault

@testable import Desk

/// The server's own backups, with the clock set on night by night.
@Suite struct KeeperTests {
    private let world: World
    private let keeper: Keeper
    private let data: URL
    private let keys: URL

    init() async throws {
        let world = try await World()
        data = world.folder.url.appending(path: "data")
        keys = world.folder.url.appending(path: "keys")
        keeper = Keeper(world.workspace, key: world.key, data: data, keys: keys)
        self.world = world
    }

    private func backups() throws -> [Backup] { try Backup.all(data: data, keys: keys) }
    private func kept() async throws -> Kept { try world.workspace.kept() }

    @Test func oneIsMadeEveryNightAndTriedEveryWeek() async throws {
        try await world.receive()
        await keeper.turn()
        #expect(
            try await kept()
                == Kept(
                    isKept: true, made: World.now, tried: World.now, fails: false, findsChanges: false,
                    oldest: World.now))
        world.clock.advance(3600)
        await keeper.turn()
        #expect(try backups().count == 1)

        // Through the nights of a week, at half past two.
        world.clock.set(try #require(Day(year: 2026, month: 11, day: 25)).end - 24 * 3600 + 2.5 * 3600)
        for night in 1...8 {
            try await world.receive(ReceiveComplaint(channel: .direct, what: LongText("Malam \(night).")))
            await keeper.turn()
            await keeper.turn()
            // The first two have one day by the names, of which the last stays.
            #expect(try backups().count == max(2, night))
            world.clock.advance(24 * 3600)
        }
        let status = try await kept()
        #expect(try #require(status.tried) > World.now + 6 * 24 * 3600)
        #expect(!status.isMadeTooLongAgo(world.workspace.now) && !status.isTriedTooLongAgo(world.workspace.now))
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.path).allSatisfy { !$0.contains("trial") })
    }

    @Test func oldOnesGoAndNewOnesStay() async throws {
        for _ in 0..<17 {
            await keeper.turn()
            world.clock.advance(24 * 3600)
        }
        let names = try backups().map(\.data.lastPathComponent)
        #expect(names.count == Keeper.daysKept)
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys.path).count == Keeper.daysKept)
        _ = try #require(try backups().last).check(world.key)
    }

    /// What was recorded is elsewhere five minutes later; a turn without news copies nothing.
    @Test func newsAreCopiedAtTheNextTurn() async throws {
        for number in 0..<6 {
            try await world.receive(ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number).")))
            await keeper.turn()
            world.clock.advance(300)
            await keeper.turn()
            world.clock.advance(300)
        }
        #expect(try backups().count == Keeper.newestKept)
        let newest = try #require(try backups().last)
        #expect(try newest.check(world.key) == World.now + 5 * 600)
        let home = world.folder.url.appending(path: "restored")
        try newest.place(in: home)
        let restored = try await Workspace(
            home: home, key: world.key, purpose: .demo, clock: world.clock.clock, cost: .tiny)
        #expect(try await restored.desk.inboxCount(by: world.dewi) == 6)
    }

    /// A kill in the middle of a trial leaves no keys beside the data's backups, and nothing for the next one to trip over.
    @Test func whatATrialLeftIsGone() async throws {
        let left = world.home.appending(path: "trial")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: left.appending(path: "keys.sqlite"))
        await keeper.turn()
        #expect(!FileManager.default.fileExists(atPath: left.path))
        #expect(try await kept().tried == World.now)
        let names = try FileManager.default.contentsOfDirectory(atPath: data.path)
        #expect(names.allSatisfy { $0.hasSuffix("-data.sqlite") || $0.hasSuffix("-data.json") })
    }

    /// Where no backups are kept any more, no turn would clear it.
    @Test func whatATrialLeftIsGoneAtTheNextStart() async throws {
        let left = world.home.appending(path: "trial")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        let beside = try await Workspace.proving(home: world.home, key: world.key)
        try beside.close()
        #expect(FileManager.default.fileExists(atPath: left.path))
        try await world.restarted().close()
        #expect(!FileManager.default.fileExists(atPath: left.path))
    }

    @Test func whatCantBeRestoredIsTold() async throws {
        try await world.receive()
        await keeper.turn()
        world.clock.advance(8 * 24 * 3600 + 3600)
        #expect(try await kept().isMadeTooLongAgo(world.workspace.now))
        #expect(try await kept().isTriedTooLongAgo(world.workspace.now))

        // The disk with the keys is full of something else.
        try FileManager.default.removeItem(at: keys)
        try Data("x".utf8).write(to: keys)
        await keeper.turn()
        #expect(try await kept().fails)
        try FileManager.default.removeItem(at: keys)
        await keeper.turn()
        #expect(try await kept().fails == false)
        #expect(try await kept().isTriedTooLongAgo(world.workspace.now) == false)
    }

    /// A disk for the keys that fails would otherwise fill the one for the data, copy by copy.
    @Test func halfABackupIsNotLeft() async throws {
        try FileManager.default.createDirectory(
            at: keys.appending(path: "lindung-20261124T023200Z-keys.sqlite.unfinished"),
            withIntermediateDirectories: true)
        #expect(await keeper.turn() != nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: data.path) == [])
        #expect(try backups() == [])
    }

    /// A kill can leave one anyway; it goes when nobody can be at work on it any more.
    @Test func whatWasNeverFinishedGoesAfterADay() async throws {
        try await world.receive()
        await keeper.turn()
        let left = [
            data.appending(path: "lindung-20261124T010000Z-data.sqlite"),
            data.appending(path: "lindung-20261124T010000Z-data.sqlite.unfinished"),
            keys.appending(path: "lindung-20261124T010000Z-keys.sqlite"),
        ]
        for file in left { try Data("x".utf8).write(to: file) }
        await keeper.turn()
        #expect(left.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
        world.clock.advance(24 * 3600)
        await keeper.turn()
        #expect(left.allSatisfy { !FileManager.default.fileExists(atPath: $0.path) })
        _ = try #require(try backups().first).check(world.key)
    }

    /// The disk with the data is away, or another one is in its place: the keys that belong to it are no rubbish.
    @Test func keysWhoseDataAreElsewhereStay() async throws {
        try await world.receive()
        await keeper.turn()
        let made = try #require(try backups().first)
        let away = world.folder.url.appending(path: "away")
        try FileManager.default.moveItem(at: data, to: away)
        world.clock.advance(2 * 24 * 3600)
        await keeper.turn()
        #expect(FileManager.default.fileExists(atPath: made.keys.path))
        let there = Backup(data: away.appending(path: made.data.lastPathComponent), keys: made.keys)
        #expect(try there.check(world.key) == World.now)
    }

    /// A machine that starts with the clock years ahead.
    @Test func aClockThatRanAheadTakesNothingAndHidesNothing() async throws {
        for _ in 0..<5 {
            await keeper.turn()
            world.clock.advance(24 * 3600)
        }
        let before = try backups()
        let now = world.workspace.now
        world.clock.advance(5 * 365 * 24 * 3600)
        await keeper.turn()
        #expect(Set(before).isSubset(of: try backups()))

        world.clock.set(now)
        let wrong = try await kept()
        #expect(wrong.isMadeTooLongAgo(now) && wrong.isTriedTooLongAgo(now))
        await keeper.turn()
        let right = try await kept()
        #expect(right.made == now && right.tried == now)
        #expect(try backups().filter { $0.made == now }.count == 1)
    }

    /// What a clock that ran ahead for some weeks dated stays, and takes the place of none that is real.
    @Test func backupsDatedLaterThanNowPushOutNoRealOnes() async throws {
        for _ in 0..<3 {
            await keeper.turn()
            world.clock.advance(24 * 3600)
        }
        let now = world.workspace.now
        world.clock.advance(365 * 24 * 3600)
        for _ in 0..<Keeper.daysKept {
            await keeper.turn()
            world.clock.advance(24 * 3600)
        }
        world.clock.set(now)
        let ahead = try backups().filter { $0.made.map { $0 > now } ?? false }
        #expect(ahead.count == Keeper.daysKept)

        // One a night, and three of the newest day.
        for night in 0..<4 {
            for turn in 0..<(night == 3 ? 3 : 1) {
                try await world.receive(
                    ReceiveComplaint(channel: .direct, what: LongText("Malam \(night), \(turn).")))
                await keeper.turn()
                world.clock.advance(300)
            }
            world.clock.advance(24 * 3600 - 300)
        }
        let real = try backups().filter { !ahead.contains($0) && $0.made.map { $0 >= now } ?? false }
        #expect(real.count == 6)
        #expect(Set(ahead).isSubset(of: try backups()))
    }

    @Test func aClockThatWasPutBackLosesNoBackup() async throws {
        try await world.receive()
        world.clock.advance(24 * 3600)
        await keeper.turn()
        world.clock.advance(-20 * 3600)
        await keeper.turn()
        world.clock.advance(600)
        try await world.receive(ReceiveComplaint(channel: .direct, what: "Sesudah jam salah."))
        await keeper.turn()
        let made = world.workspace.now
        #expect(try backups().contains { $0.made == made })
    }

    /// A server that ends in the middle leaves no alarm behind, and no line in its log.
    @Test func aTurnThatTheServersEndBrokeOffDidNotFail() async throws {
        let signer = HeadSigner(world.workspace)
        let task = Task { [keeper] in
            while !Task.isCancelled { await Task.yield() }
            return await (keeper.turn(), signer.turn())
        }
        task.cancel()
        let (kept, signed) = await task.value
        #expect(kept == nil && signed == nil)
        #expect(try await self.kept().fails == false)
        #expect(try await world.workspace.signing().trouble == nil)
    }

    /// It copies and folds the whole home: not every five minutes.
    @Test func aTrialThatFailedIsNotRepeatedAtOnce() async throws {
        try await world.receive()
        let file = try OpenedFile("data.sqlite", in: world.home)
        let journal = try #require(try file.tables().first { $0.name == "journal" })
        #expect(try file.put(Array(journal.rows.dropFirst()), in: journal))
        #expect(await keeper.turn() != nil)
        #expect(try world.workspace.instant(of: .trialBegan) == World.now)

        // Nothing else goes wrong meanwhile, and it is red still.
        world.clock.advance(300)
        #expect(await keeper.turn() == nil)
        #expect(try await kept().fails)
        #expect(try world.workspace.instant(of: .trialBegan) == World.now)

        world.clock.advance(Keeper.triedAgain)
        #expect(await keeper.turn() != nil)
        #expect(try world.workspace.instant(of: .trialBegan) == world.workspace.now)
    }

    /// A draft that somebody changed with other tools keeps no backup from being proved, and nobody from hearing of it.
    @Test func whatWasChangedBesideTheRecordsIsToldUntilItIsBelieved() async throws {
        try await world.accounts.keepDraft("Ia takut", .form, of: world.dewi)
        let file = try OpenedFile("data.sqlite", in: world.home)
        let drafts = try #require(try file.tables().first { $0.name == "drafts" })
        #expect(try file.put([], in: drafts))

        #expect(await keeper.turn() == nil)
        let told = Kept(
            isKept: true, made: World.now, tried: World.now, fails: false, findsChanges: true, oldest: World.now)
        #expect(try await kept() == told)
        try await world.workspace.believeTables()
        #expect(try await kept().findsChanges == false)
        #expect(try await world.workspace.verify() == [])

        world.clock.advance(8 * 24 * 3600)
        #expect(await keeper.turn() == nil)
        #expect(try await kept().findsChanges == false)
    }

    @Test(arguments: [
        // Made at, asked at, due: hours since the midnight of one day.
        (-1.0, 1.0, false), (-1, 2, true), (1, 1.5, false), (2.1, 23, false), (2.1, 25, false), (2.1, 26, true),
        (-30, 1, true),
    ])
    func aNightIsDueOnce(made: Double, now: Double, isDue: Bool) throws {
        let midnight = try #require(Day(year: 2026, month: 11, day: 24)).start
        #expect(Keeper.isDue(midnight + made * 3600, midnight + now * 3600) == isDue)
        #expect(Keeper.isDue(nil, midnight))
    }
}
