import Casework
import DemoCity
import Desk
import Foundation
import TestSupport
import Testing

@Suite struct DemoCityTests {
    @Test func thirtyComplaintsComeThroughTheDoor() async throws {
        let world = try await World()
        _ = try await DemoCity.signIns(world.accounts) { "kata-sandi" }

        let count = try await DemoCity.receiveComplaints(world.workspace, clock: world.clock, now: World.now)

        let workers = try await world.accounts.all().filter { $0.handle == "dewi" }
        let inbox = try await world.desk.list(.inbox, by: try #require(workers.first).worker)
        #expect(count == 30 && inbox.total == 30)
        #expect(inbox.rows.allSatisfy { $0.card.at < World.now && $0.card.at > World.now - 4 * 86_400 })
        #expect(Set(inbox.rows.compactMap { $0.card.codes["channel"] }) == Set(Channel.codes))
        #expect(Set(inbox.rows.compactMap { $0.card.codes["district"] }).isSuperset(of: District.codes.dropLast()))
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
