import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Nobody comes into the files unseen, not even who gives the posts.
@Suite struct AccessGivenTests {
    private let id = Office.id(in: 1)
    private let world: World

    init() async throws {
        world = try await World()
        try await world.openOffice()
    }

    private func add(_ handle: String, _ posts: [Post]) async throws -> Worker {
        try await world.desk.perform(AddWorker(Line(handle), Line(handle), posts), on: id, by: world.yohana)
        return try await worker(handle)
    }

    private func worker(_ handle: String) async throws -> Worker {
        try #require(try world.accounts.all().first { $0.handle == handle }).worker
    }

    private func tick(_ action: some Action<Office>, by worker: Worker) async throws {
        try await world.desk.perform(Reading(action), on: id, by: worker) { _ in true }
    }

    /// What each of them is told of, by way and whom it is about.
    private func told(_ handle: String, after count: Int) async throws -> [String] {
        let (reader, office) = (try await worker(handle), world.desk.law(in: 1).office)
        return office.accessGiven.dropFirst(count).filter { $0.isTold(to: reader, in: office) }.map { given in
            "\(given.way) \(office.staff[given.worker]?.handle.text ?? "")"
        }
    }

    private var count: Int { world.desk.law(in: 1).office.accessGiven.count }

    @Test func whoDecidesHearsOfItAndNobodyElse() async throws {
        for (handle, post) in [("kepala", Post.head), ("admin", .administrator), ("lapangan", .caseManager)] {
            _ = try await add(handle, [post])
        }
        let before = count
        try await tick(AddWorker("maya", "Maya", [.intakeOfficer]), by: world.yohana)
        #expect(try await told("kepala", after: before) == ["added maya"])
        for other in ["admin", "lapangan", "maya"] { #expect(try await told(other, after: before).isEmpty) }
    }

    /// Whoever administers the office takes the only head out of the way: before it, or after.
    @Test(arguments: [true, false])
    func takingTheHeadAwaySilencesNothing(first: Bool) async throws {
        let head = try await add("kepala", [.head])
        _ = try await add("lapangan", [.caseManager])
        let before = count
        let takes = GivePosts(head.id, [.intakeOfficer])
        if first { try await tick(takes, by: world.yohana) }
        try await tick(AddWorker("palsu", "Palsu", [.head]), by: world.yohana)
        if !first { try await tick(takes, by: world.yohana) }

        let all: Set = ["taken kepala", "added palsu"]
        for reader in ["kepala", "lapangan"] { #expect(Set(try await told(reader, after: before)) == all) }
    }

    @Test func anEndedHeadIsMissed() async throws {
        let head = try await add("kepala", [.head])
        _ = try await add("lapangan", [.caseManager])
        let before = count
        try await tick(EndWorker(head.id, because: "Pindah."), by: world.yohana)
        #expect(try await told("lapangan", after: before) == ["taken kepala"])
    }

    /// The secret of the only head lets somebody be the head: the head may be who can't sign in any more.
    @Test func theOnlyHeadsSecretIsNoSecretFromTheOthers() async throws {
        let head = try await add("kepala", [.head])
        _ = try await add("lapangan", [.caseManager])
        let before = count
        try await tick(IssueSecret(head.id), by: world.yohana)
        #expect(try await told("lapangan", after: before) == ["secret kepala"])
        // With another head it is that one's.
        _ = try await add("kedua", [.head])
        let again = count
        try await tick(IssueSecret(head.id), by: world.yohana)
        #expect(try await told("lapangan", after: again).isEmpty)
        #expect(try await told("kedua", after: again) == ["secret kepala"])
    }

    @Test func nobodyMakesThemselvesHead() async throws {
        let admin = try await add("admin", [.administrator])
        let head = try await add("kepala", [.head])
        let own = GivePosts(admin.id, [.administrator, .head])
        await #expect(throws: NotDone.refused(Refusal("own-head-post"))) { try await tick(own, by: admin) }
        // Nor by taking the post away first.
        try await tick(GivePosts(head.id, [.intakeOfficer]), by: admin)
        await #expect(throws: NotDone.refused(Refusal("own-head-post"))) { try await tick(own, by: admin) }

        // Two people can: who was made an administrator gives it.
        try await tick(GivePosts(head.id, [.intakeOfficer, .administrator]), by: admin)
        try await tick(own, by: try await worker("kepala"))
        let now = try await worker("admin")
        #expect(now.duties.contains(.approve))
        // Who has it keeps it beside other posts.
        try await tick(GivePosts(admin.id, [.administrator, .head, .intakeOfficer]), by: now)
    }

    @Test func whoIsAloneInTheOfficeMay() async throws {
        let admin = try await add("admin", [.administrator])
        try await tick(GivePosts(admin.id, [.administrator, .head]), by: admin)
        #expect(try await worker("admin").duties.contains(.approve))
    }
}
