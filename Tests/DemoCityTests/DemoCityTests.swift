import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import DemoCity

@Suite struct DemoCityTests {
    @Test func thirtyComplaintsComeThroughTheDoorAndTheOldestAreTriaged() async throws {
        let world = try await World()
        _ = try await DemoCity.signIns(world.accounts) { "kata-sandi" }
        #expect(try await DemoCity.isMissing(world.workspace))

        let count = try await DemoCity.make(world.workspace, clock: world.clock, now: World.now)

        let workers = try await Dictionary(uniqueKeysWithValues: world.accounts.all().map { ($0.handle, $0.worker) })
        let (dewi, rina) = (try #require(workers["dewi"]), try #require(workers["rina"]))
        let inbox = try await world.desk.list(.inbox, by: dewi)
        let cases = try await world.desk.list(.cases(own: true), by: rina)
        #expect(count == 30 && inbox.total == 19 && cases.total == 9)
        #expect(inbox.rows.allSatisfy { $0.card.at < World.now && $0.card.at > World.now - 4 * 86_400 })
        #expect(Set(cases.rows.map(\.card.status)) == [.assessment, .intervention])
        #expect(Set(Stories.all.map(\.channel)) == Set(Channel.allCases))
        #expect(Set(Stories.all.compactMap(\.district)).isSuperset(of: District.allCases.dropLast()))
        #expect(try await world.desk.dues(for: rina).contains { $0.rule == .reportToPolice })
        #expect(try await !DemoCity.isMissing(world.workspace))
        #expect(try await world.workspace.verify() == [])
    }

    @Test func everySignInWorksAndIsNewEachTime() async throws {
        let world = try await World()
        let passwords = (1...8).map { "kata-sandi-\($0)" }
        var rest = passwords[...]
        let first = try await DemoCity.signIns(world.accounts) { rest.removeFirst() }
        let second = try await DemoCity.signIns(world.accounts) { rest.removeFirst() }

        #expect(Set((first + second).map(\.password)) == Set(passwords))
        for (old, new) in zip(first, second) {
            #expect(try await world.accounts.signIn(old.handle, old.password) == nil)
            #expect(try await world.accounts.signIn(new.handle, new.password)?.worker.posts == [new.post])
        }
    }
}
