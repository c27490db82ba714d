import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What was taken out is found by its team, and can be erased.
@Suite struct VoidedTests {
    private let world: World
    private static let ticked = Asking(ticked: [Caution("erasure-is-final").mark])

    init() async throws {
        world = try await World()
        try await world.openOffice()
    }

    /// What should never have been there has no reason to stay.
    @Test func whatWasVoidedIsFoundAndErased() async throws {
        let desk = world.desk
        let wrong = try await world.receive()
        try await desk.perform(VoidRecord<Complaint>(.wrongFile, because: "x"), on: wrong, by: world.dewi)
        let voided = { worker in try await desk.list(.voided, by: worker).rows.map(\.card.record) }
        // The head too, or one person could take a complaint down and out again unseen.
        for worker in [world.dewi, world.hasan] { #expect(try await voided(worker) == [wrong.value]) }
        #expect(try await desk.list(.ended, by: world.hasan).total == 0)
        for worker in [world.rina, world.other] { #expect(try await voided(worker) == []) }
        await #expect(throws: NotDone.refused(Refusal("voided"))) {
            try await desk.perform(RecordCallback(outcome: .answered), on: wrong, by: world.dewi)
        }

        let request = RequestErasure<Complaint>(.noLongerNeeded, .told, because: "Bukan orangnya.")
        try await desk.perform(request, on: wrong, by: world.dewi)
        #expect(try await voided(world.hasan) == [wrong.value])
        #expect(try await desk.list(.approvals, by: world.hasan).rows.map(\.card.record) == [wrong.value])
        try await desk.perform(DecideErasure<Complaint>(.granted), on: wrong, by: world.hasan, Self.ticked)

        for worker in [world.dewi, world.hasan] {
            #expect(try await voided(worker) == [])
            await #expect(throws: NotDone.unknown) { try await desk.open(Complaint.self, wrong, by: worker) }
        }
        #expect(try desk.keys.key(of: wrong.value) == nil)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func aVoidedCaseGoesWithoutTheComplaintThatItCameFrom() async throws {
        let desk = world.desk
        let (complaint, voided) = try await world.openCase()
        try await world.act(VoidRecord(.wrongFile, because: "Salah."), on: voided)
        let proposal = try #require(try await desk.open(CaseFile.self, voided, by: world.rina).history.last).id
        try await world.act(DecideMending(proposal, .granted, because: "x"), on: voided, by: world.hasan)
        #expect(try await desk.list(.voided, by: world.rina).rows.map(\.card.record) == [voided.value])

        let request = RequestErasure<CaseFile>(.noLongerNeeded, .told, because: "Salah.")
        try await world.act(request, on: voided)
        try await world.act(DecideErasure(.granted), on: voided, by: world.hasan)

        await #expect(throws: NotDone.unknown) { try await desk.open(CaseFile.self, voided, by: world.rina) }
        // What is heard of the complaint is told to no case any more, and it can be triaged into another.
        try await desk.perform(RecordCallback(outcome: .unsafe), on: complaint, by: world.dewi)
        let triage = try await desk.open(Complaint.self, complaint, by: world.dewi).history
            .first { $0.action is TriageComplaint }
        let back = WithdrawEntry<Complaint>(try #require(triage).id, because: "Salah.")
        try await desk.perform(back, on: complaint, by: world.dewi)
        try await desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func whatWasAskedBeforeTheVoidingStillWaits() async throws {
        let desk = world.desk
        let complaint = try await world.receive()
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .handledElsewhere, elsewhere: "P2TP2A")
        try await desk.perform(triage, on: complaint, by: world.dewi, Asking(ticked: ["danger-passed-on"]))
        let request = RequestErasure<Complaint>(.requested, .told, because: "Pelapor meminta.")
        try await desk.perform(request, on: complaint, by: world.dewi)
        try await desk.perform(VoidRecord<Complaint>(.duplicate, because: "x"), on: complaint, by: world.dewi)

        let restarted = try await world.restarted()
        let waiting = try await restarted.desk.list(.approvals, by: world.hasan).rows
        #expect(waiting.map(\.card.record) == [complaint.value])
        #expect(waiting.first?.card.codes["asks"] == DecideErasure<Complaint>.name.text)
        try await restarted.desk.perform(
            DecideErasure<Complaint>(.granted), on: complaint, by: world.hasan, Self.ticked)
        #expect(try await restarted.verify() == [])
    }
}
