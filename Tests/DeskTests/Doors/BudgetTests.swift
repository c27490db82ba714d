import Casework
import Foundation
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Desk

/// How many records somebody opens in an hour.
@Suite struct BudgetTests {
    private let world: World
    private let paused = Paused()

    /// What the door let pass, instead of waiting.
    private final class Paused: Sendable {
        let all = Mutex<[Duration]>([])
        /// What others do while the next opening waits.
        private let meanwhile = Mutex<(@Sendable () async throws -> Void)?>(nil)

        func next(_ happens: @escaping @Sendable () async throws -> Void) { meanwhile.withLock { $0 = happens } }

        func pass() async throws {
            let happens = meanwhile.withLock { meanwhile in
                defer { meanwhile = nil }
                return meanwhile
            }
            try await happens?()
        }
    }

    init() async throws { world = try await World() }

    /// The world's home once more, with a budget of five and a clock that tells its pauses.
    /// - Parameter waits: whether time passes meanwhile; else all come at the same moment.
    private func opened(waits: Bool = true, after before: Workspace? = nil) async throws -> Workspace {
        try (before ?? world.workspace).close()
        let clock = Clock(world.clock.clock.now) { [paused, world] pause in
            paused.all.withLock { $0.append(pause) }
            if waits { world.clock.advance(pause / .seconds(1)) }
            try await paused.pass()
        }
        return try await Workspace(
            home: world.home, key: world.key, purpose: .demo, clock: clock, cost: .tiny, opensPerHour: 5)
    }

    private func complaints(_ count: Int) async throws -> [ID<Complaint>] {
        var ids: [ID<Complaint>] = []
        for n in 0..<count {
            ids.append(
                try await world.receive(
                    ReceiveComplaint(channel: .school, what: LongText("Laporan \(n)."), danger: .no)))
        }
        return ids
    }

    private func open(_ ids: [ID<Complaint>], _ workspace: Workspace) async throws {
        for id in ids { _ = try await workspace.desk.open(Complaint.self, id, by: world.dewi) }
    }

    @Test func whoOpensMoreWaitsLongerAndLonger() async throws {
        let ids = try await complaints(8)
        let workspace = try await opened()
        try await open(ids, workspace)
        #expect(paused.all.withLock { $0 } == [.milliseconds(250), .milliseconds(500), .milliseconds(750)])
    }

    @Test func theSameRecordsAgainCostNothing() async throws {
        let ids = try await complaints(7)
        let workspace = try await opened()
        for _ in 0..<4 { try await open(ids, workspace) }
        #expect(paused.all.withLock { $0 } == [.milliseconds(250), .milliseconds(500)])
    }

    /// Whoever is let wait is asked about again before anything is unsealed.
    @Test func rightsThatChangeMeanwhileOpenNothing() async throws {
        let ids = try await complaints(6)
        let workspace = try await opened()
        try await open(Array(ids.prefix(5)), workspace)
        paused.next { [dewi = world.dewi.id] in try await workspace.accounts.setPosts([.intakeOfficer], of: dewi) }
        await #expect(throws: NotDone.rightsChanged) { try await open([ids[5]], workspace) }
    }

    @Test func aTeamThatEndsMeanwhileOpensNothing() async throws {
        let ids = try await complaints(6)
        let workspace = try await opened()
        for id in ids.prefix(5) { _ = try await workspace.desk.open(Complaint.self, id, by: world.hasan) }
        paused.next { [world] in
            try await workspace.desk.perform(world.triage(world.rina.id), on: ids[5], by: world.dewi)
        }
        await #expect(throws: NotDone.unknown) {
            try await workspace.desk.open(Complaint.self, ids[5], by: world.hasan)
        }
        let lines = try await workspace.desk.access(to: ids[5].value, by: world.hasan).lines
        #expect(Set(lines.map(\.what)) == [.opened, .denied])
    }

    @Test func aTokenThatIsTakenBackMeanwhileOpensNothing() async throws {
        let ids = try await complaints(6)
        let workspace = try await opened()
        let made = try await workspace.accounts.makeToken(
            "Hotline", duties: [.takeComplaints], mayPerform: false, days: 1, for: world.dewi)
        let (token, secret) = try #require(made)
        let program = try #require(try workspace.accounts.bearer(secret)).worker
        for id in ids.prefix(5) { _ = try await workspace.desk.open(Complaint.self, id, by: program) }
        paused.next { [dewi = world.dewi] in try await workspace.accounts.revokeToken(token.id, of: dewi) }
        await #expect(throws: NotDone.rightsChanged) {
            try await workspace.desk.open(Complaint.self, ids[5], by: program)
        }
    }

    @Test func anHourLaterTheBudgetIsNew() async throws {
        let ids = try await complaints(10)
        let workspace = try await opened()
        try await open(Array(ids.prefix(5)), workspace)
        world.clock.advance(3600)
        try await open(Array(ids.suffix(5)), workspace)
        #expect(paused.all.withLock { $0 }.isEmpty)
    }

    @Test func aRestartForgetsNothing() async throws {
        let ids = try await complaints(6)
        let first = try await opened()
        try await open(Array(ids.prefix(5)), first)
        let second = try await opened(after: first)
        try await open(Array(ids.suffix(1)), second)
        #expect(paused.all.withLock { $0 } == [.milliseconds(250)])
    }

    /// What was opened while the clock ran ahead is no opening of any hour once it is right again.
    @Test func aClockThatRanAheadLeavesNothingBehind() {
        let (budget, worker, records) = (Budget(ofWorker: 5), ID<Worker>(), (0..<6).map { _ in UUID() })
        let ahead = World.now + 365 * 24 * 3600
        #expect(budget.spend(records[0], by: worker, in: 1, at: ahead).worker == 1)
        #expect(budget.isAlarming(100, by: worker, usual: nil, at: ahead))
        for hour in 1...3 {
            let now = World.now + Double(hour) * 2 * 3600
            #expect(budget.spend(records[hour], by: worker, in: 1, at: now) == (1, 1), "\(hour)")
        }
        #expect(budget.isAlarming(100, by: worker, usual: nil, at: World.now))
        budget.remember(usual: 3, of: worker, at: ahead)
        #expect(budget.usual(of: worker, at: World.now) == nil)
    }

    /// Whoever sends many requests at once is no quicker.
    @Test func manyAtOnceWaitForEachOther() async throws {
        let ids = try await complaints(8)
        let workspace = try await opened(waits: false)
        try await open(ids, workspace)
        #expect(paused.all.withLock { $0 } == [.milliseconds(250), .milliseconds(750), .milliseconds(1_500)])
    }

    /// Nor does it help to break off and ask again.
    @Test func whoAsksAgainWaitsForTheSameTurn() async throws {
        let ids = try await complaints(8)
        let workspace = try await opened(waits: false)
        try await open(ids, workspace)
        paused.all.withLock { $0 = [] }
        world.clock.advance(0.5)
        try await open(ids, workspace)
        #expect(paused.all.withLock { $0 } == [.milliseconds(250), .milliseconds(1_000)])
        world.clock.advance(1)
        try await open(ids, workspace)
        #expect(paused.all.withLock { $0.count } == 2)
    }

    @Test func soManyAtOnceAreTurnedAway() async throws {
        let ids = try await complaints(21)
        let workspace = try await opened(waits: false)
        // 0.25 + 0.5 + … + 3.75 = 30 seconds are the fifteen beyond the five.
        try await open(Array(ids.prefix(20)), workspace)
        for _ in 0..<2 {
            await #expect(throws: NotDone.tooManyOpened) { try await open(Array(ids.suffix(1)), workspace) }
        }
        world.clock.advance(30)
        try await open(Array(ids.suffix(1)), workspace)
    }

    @Test func oneOpeningAddsFiveSecondsAtMost() {
        let (budget, worker) = (Budget(ofWorker: 30), ID<Worker>())
        #expect(budget.pause(after: (30, 30), for: UUID(), by: worker, at: World.now) == .zero)
        #expect(budget.pause(after: (1_000, 1_000), for: UUID(), by: worker, at: World.now) == .seconds(5))
        // A clock that was put back lets nobody wait for the time before.
        #expect(budget.pause(after: (31, 31), for: UUID(), by: worker, at: World.now - 3600) == .milliseconds(250))
        // All of an office together.
        #expect(budget.pause(after: (1, 300), for: UUID(), by: ID(), at: World.now) == .zero)
        #expect(budget.pause(after: (1, 301), for: UUID(), by: ID(), at: World.now) == .seconds(1))
    }

    @Test func theOfficesHeadIsToldOfManyOnce() async throws {
        try await world.openOffice()
        let ids = try await complaints(14)
        let workspace = try await opened()
        try await open(ids, workspace)
        let seen = workspace.desk.law(in: 1).office.manyOpened
        #expect(seen.map(\.worker) == [world.dewi.id])
        #expect(seen.map(\.count) == [11] && seen.map(\.usually) == [nil])
    }

    /// Searching is no opening, but whoever tries the alphabet carries the names away.
    @Test func whoSearchesOutVeryManyNamesIsToldOfOnce() async throws {
        try await world.openOffice()
        _ = try await complaints(60)
        let workspace = try await opened()
        for _ in 0..<3 { _ = try await workspace.desk.list(.search("laporan 1"), by: world.dewi) }
        #expect(workspace.desk.law(in: 1).office.manyOpened.isEmpty)
        for _ in 0..<2 { _ = try await workspace.desk.list(.search("laporan"), by: world.dewi) }
        let seen = workspace.desk.law(in: 1).office.manyOpened
        #expect(seen.map(\.count) == [60] && seen.map(\.isSearched) == [true])
        #expect(paused.all.withLock { $0.isEmpty })
    }

    /// Nor is it to ask of one number after the other whether it has ever called, and to send nothing.
    @Test func whoTriesVeryManyNumbersIsToldOf() async throws {
        try await world.openOffice()
        let calls = (0..<60).map { call in
            ReceiveComplaint(
                channel: .sapaPhone, what: "x", danger: .no, phone: Phone("+62812000010\(10 + call % 12)"))
        }
        for call in calls {
            try await world.desk.perform(Reading(call), on: ID(), by: world.dewi) { _ in true }
        }
        let workspace = try await opened()
        for (place, call) in calls.prefix(11).enumerated() {
            #expect(workspace.desk.law(in: 1).office.manyOpened.isEmpty, "\(place)")
            await #expect(throws: NotDone.self) {
                _ = try await workspace.desk.perform(call, on: ID(), by: world.dewi)
            }
        }
        #expect(workspace.desk.law(in: 1).office.manyOpened.map(\.isSearched) == [true])
    }

    @Test func whatIsOrdinaryIsToldByTheHoursBefore() async throws {
        try await world.openOffice()
        let ids = try await complaints(30)
        let workspace = try await opened()
        // Six hours, on six days, with five records each.
        for day in 0..<6 {
            world.clock.advance(24 * 3600)
            try await open(Array(ids[day..<day + 5]), workspace)
        }
        #expect(workspace.desk.law(in: 1).office.manyOpened.isEmpty)
        world.clock.advance(24 * 3600)
        try await open(Array(ids.prefix(15)), workspace)
        #expect(workspace.desk.law(in: 1).office.manyOpened.isEmpty)
        try await open(ids, workspace)
        let seen = try #require(workspace.desk.law(in: 1).office.manyOpened.first)
        #expect(seen.count == 16 && seen.usually == 5)
    }

    @Test func anInstallationWithoutAnOfficeOpensAsWell() async throws {
        let ids = try await complaints(14)
        let workspace = try await opened()
        try await open(ids, workspace)
        #expect(workspace.desk.law(in: 1).office.manyOpened.isEmpty)
    }
}
