import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import DemoCity

@Suite struct DemoCityTests {
    @Test func theLastDaysAreTheSameInEveryCity() async throws {
        let world = try await World()
        _ = try await DemoCity.signIns(world.workspace) { "kata-sandi" }
        #expect(try await world.desk.isEmpty())

        _ = try await DemoCity.make(world.workspace, clock: world.clock, now: World.now, cases: 0)

        let workers = try Dictionary(uniqueKeysWithValues: world.accounts.all().map { ($0.handle, $0.worker) })
        let (dewi, rina) = (try #require(workers["dewi"]), try #require(workers["rina"]))
        let inbox = try await world.desk.list(.inbox, by: dewi)
        let own = try await world.desk.list(.cases(own: true), by: rina).rows.map(\.card)
        let last = own.filter { $0.at > World.now - 4 * 86_400 }
        #expect(inbox.total == 19 && last.count == 9)
        #expect(inbox.rows.allSatisfy { $0.card.at < World.now && $0.card.at > World.now - 4 * 86_400 })
        #expect(Set(last.map(\.status)) == [.assessment, .plan, .intervention, .referred])
        #expect(Set(Stories.all.map(\.channel)) == Set(Channel.allCases))
        #expect(Set(Stories.all.compactMap(\.district)).isSuperset(of: District.allCases.dropLast()))
        #expect(try await world.desk.dues(for: rina).contains { $0.rule == .reportToPolice })
        #expect(try await !world.desk.isEmpty())
        #expect(world.clock.clock.now() == World.now)
    }

    @Test func anOfficeThatWasBegunIsGoneOnWith() async throws {
        let world = try await World()
        _ = try await DemoCity.signIns(world.workspace) { "kata-sandi" }
        let office = try OfficeLife(world.workspace)

        let first = try await office.begin(world.clock)
        let second = try await office.begin(world.clock)

        #expect(first.map(\.id) == second.map(\.id) && first.count > 10)
    }

    @Test func everySignInWorksAndIsNewEachTime() async throws {
        let world = try await World()
        let passwords = (1...8).map { "kata-sandi-\($0)" }
        var rest = passwords[...]
        let first = try await DemoCity.signIns(world.workspace) { rest.removeFirst() }
        let second = try await DemoCity.signIns(world.workspace) { rest.removeFirst() }

        #expect(Set((first + second).map(\.password)) == Set(passwords))
        for (old, new) in zip(first, second) {
            #expect(try await world.accounts.signIn(old.handle, old.password) == nil)
            #expect(try await world.accounts.signIn(new.handle, new.password)?.worker.posts == [new.post])
        }
    }
}
