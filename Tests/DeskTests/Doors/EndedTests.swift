import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// No complaint ends unseen because one person says so.
@Suite struct EndedTests {
    private let world: World

    init() async throws { world = try await World() }

    private func end(
        _ decision: TriageDecision, _ what: LongText = "Laporan.", danger: YesNo = .no, threat: YesNo = .no,
        risk: Risk = .low
    ) async throws -> ID<Complaint> {
        let id = try await world.receive(ReceiveComplaint(channel: .direct, what: what, danger: danger))
        world.clock.advance(60)
        let triage = TriageComplaint(
            reachable: .no, threat: threat, injured: .no, risk: risk, riskReason: "x", decision: decision,
            elsewhere: decision == .advice ? nil : "P2TP2A")
        try await world.desk.perform(Reading(triage), on: id, by: world.dewi) { _ in true }
        return id
    }

    private func ended(_ worker: Worker) async throws -> [UUID] {
        try await world.desk.list(.ended, by: worker).rows.map(\.card.record)
    }

    @Test(arguments: [TriageDecision.advice, .handledElsewhere, .passedOn])
    func whoDecidesForTheOfficeReadsIt(decision: TriageDecision) async throws {
        let id = try await end(decision)
        let rows = try await world.desk.list(.ended, by: world.hasan).rows
        #expect(rows.map(\.card.record) == [id.value] && rows.map(\.sight) == [.open])

        let fold = try await world.desk.open(Complaint.self, id, by: world.hasan)
        #expect(fold.record.triage?.decision == decision)
        let look = try #require(try await world.looks().last)
        #expect(look.kind == .open && look.worker == world.hasan.id && look.record == id.value)
    }

    @Test func othersSeeOnlyTheirOwn() async throws {
        let id = try await end(.advice)
        #expect(try await ended(world.dewi) == [id.value])
        for worker in [world.rina, world.yohana, world.other] {
            #expect(try await ended(worker) == [])
            await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: worker) }
        }
        // Nor does a head's program that may not decide.
        var program = world.hasan
        program.only = [.takeComplaints]
        #expect(try await ended(program) == [])
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: program) }
    }

    /// A case that was chosen before the decision was another one hides nothing, and opens nothing to its team.
    @Test func aCaseThatWasChosenForNothingIsNoneOfIt() async throws {
        let (_, file) = try await world.openCase()
        let id = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante."))
        let advice = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice, joins: file)
        try await world.desk.perform(advice, on: id, by: world.dewi)
        #expect(try await ended(world.hasan) == [id.value])
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: world.rina) }
    }

    @Test func whatWaitsOrHasACaseIsNotInIt() async throws {
        let (complaint, _) = try await world.openCase()
        try await world.receive(ReceiveComplaint(channel: .direct, what: "Menunggu."))
        #expect(try await ended(world.hasan) == [])
        await #expect(throws: NotDone.unknown) {
            try await world.desk.open(Complaint.self, complaint, by: world.hasan)
        }
    }

    /// Whether it was told so or judged so; and page by page.
    @Test func whatWasDangerousStandsFirstThenTheNewest() async throws {
        let quiet = try await end(.advice, "a")
        let told = try await end(.advice, "b", danger: .yes)
        let flagged = try await end(.advice, "c", threat: .yes)
        let judged = try await end(.passedOn, "d", risk: .high)
        let newest = try await end(.advice, "e")

        let order = [judged, flagged, told, newest, quiet].map(\.value)
        #expect(try await ended(world.hasan) == order)
        var (paged, page): ([UUID], PageOfList?) = ([], PageOfList(limit: 2))
        while let asked = page {
            let listing = try await world.desk.list(.ended, by: world.hasan, asked)
            #expect(listing.total == 5)
            paged += listing.rows.map(\.card.record)
            page = listing.next.map { PageOfList(after: $0, limit: 2) }
        }
        #expect(paged == order)
        let restarted = try await world.restarted()
        #expect(try await restarted.desk.list(.ended, by: world.hasan).rows.map(\.card.record) == order)
        #expect(try await restarted.verify() == [])
    }

    /// Whoever finds that it was wrong takes the triage back with somebody's word, and it waits again.
    @Test func aTriageThatIsTakenBackLeavesIt() async throws {
        let id = try await end(.advice)
        let triage = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).history.last).id
        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "Keliru."), on: id, by: world.dewi)
        #expect(try await ended(world.hasan) == [])
        #expect(try await world.desk.list(.inbox, by: world.hasan).rows.map(\.card.record) == [id.value])
    }
}
