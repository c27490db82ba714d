import Casework
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Desk

/// The index follows on a thread of its own, and nobody who reads can tell.
@Suite struct FollowerTests {
    @Test func whoeverReadsFindsWhatTheyWereToldIsDone() async throws {
        let world = try await World()
        try await withThrowingTaskGroup(of: Void.self) { writers in
            for writer in 0..<8 {
                writers.addTask {
                    for turn in 0..<12 {
                        let word = "penanda\(writer)x\(turn)"
                        let complaint = try await world.receive(
                            ReceiveComplaint(channel: .direct, what: LongText(word)))
                        #expect(try await world.desk.list(.search(word), by: world.dewi).total == 1)
                        _ = try await world.desk.open(Complaint.self, complaint, by: world.dewi)
                    }
                }
            }
            try await writers.waitForAll()
        }
        #expect(try await world.desk.list(.inbox, by: world.dewi).total == 96)
    }

    @Test func aReaderWaitsForWhatWasToldBefore() async throws {
        let (follower, gate, made) = (Follower.quiet, DispatchSemaphore(value: 0), Steps())
        follower.one {
            gate.wait()
            made.add("told")
        }
        async let read: Void = {
            await follower.catchUp()
            made.add("read")
        }()
        try await Task.sleep(for: .milliseconds(30))
        #expect(made.all == [])
        gate.signal()
        await read
        #expect(made.all == ["told", "read"])
    }

    /// Whoever opens a record waits for that record only.
    @Test func anotherRecordIsNotWaitedFor() async throws {
        let (follower, gate, made, mine) = (Follower.quiet, DispatchSemaphore(value: 0), Steps(), UUID())
        follower.one(of: mine) {
            // Somebody who waits for it all the same is let go after a while.
            #expect(gate.wait(timeout: .now() + 10) == .success)
            made.add("mine")
        }
        await follower.catchUp(with: UUID())
        #expect(made.all == [])
        gate.signal()
        await follower.catchUp(with: mine)
        #expect(made.all == ["mine"])
    }

    @Test func stepsAreMadeInOrderAndSomeWaitForThem() async {
        let (follower, made) = (Follower.quiet, Steps())
        for number in 1...2_000 { follower.one { made.add("\(number)") } }
        follower.one(atOnce: true) { made.add("office") }
        #expect(made.all == (1...2_000).map { "\($0)" } + ["office"])
    }

    /// Nobody sees half of what one act brought.
    @Test func anActIsFollowedAsOne() async {
        let commits = Steps()
        let follower = Follower(
            commit: {
                try $0()
                commits.add("commit")
            }, halt: { Issue.record("\($0)") })
        let (gate, begun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        follower.one {
            begun.signal()
            gate.wait()
        }
        async let read: Void = follower.catchUp()
        begun.wait()
        follower.act {
            follower.tell(of: UUID()) { commits.add("complaint") }
            // Whoever commits meanwhile takes nothing of it.
            gate.signal()
            while commits.all.isEmpty { usleep(1_000) }
            follower.tell(of: UUID()) { commits.add("case") }
        }
        await read
        await follower.catchUp()
        #expect(commits.all == ["commit", "complaint", "case", "commit"])
    }

    /// A complaint is opened by the team of its case.
    @Test func whoWasHandedACaseOpensItsComplaintsAtOnce() async throws {
        let world = try await World()
        for turn in 0..<20 {
            let (complaint, file) = try await world.another(turn)
            try await world.desk.perform(
                AssignManager(world.hasan.id, because: "x"), on: file, by: world.rina)
            _ = try await world.desk.open(Complaint.self, complaint, by: world.hasan)
            await #expect(throws: NotDone.unknown) {
                try await world.desk.open(Complaint.self, complaint, by: world.rina)
            }
        }
    }

    @Test func oneThatCantFollowStopsTheProcess() async {
        struct Full: Error {}
        let reasons = Steps()
        let follower = Follower(commit: { try $0() }, halt: { reasons.add($0) })
        follower.one(atOnce: true) { throw Full() }
        #expect(reasons.all == ["the index can't follow the journal"])
    }
}

extension World {
    fileprivate func another(_ number: Int) async throws -> (ID<Complaint>, ID<CaseFile>) {
        let complaint = try await receive(
            ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number)"), affected: [Affected("Melati")]))
        try await desk.perform(triage(rina.id), on: complaint, by: dewi)
        return (complaint, try #require(try await desk.open(Complaint.self, complaint, by: dewi).record.caseFile))
    }
}

extension Follower {
    fileprivate func one(of record: UUID = UUID(), atOnce: Bool = false, _ step: @escaping Step) {
        act { tell(of: record, atOnce: atOnce, step) }
    }

    fileprivate static var quiet: Follower {
        Follower(commit: { try $0() }, halt: { Issue.record("\($0)") })
    }
}

/// What was done, in its order.
private final class Steps: Sendable {
    private let steps = Mutex<[String]>([])
    var all: [String] { steps.withLock { $0 } }
    func add(_ step: String) { steps.withLock { $0.append(step) } }
}
