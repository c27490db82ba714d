import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Statuses are derived from what happened (ADR 7).
@Suite struct StatusTests {
    @Test func aCaseGoesFromAssessmentToClosureAndIsOpenedAgain() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let status = { try await world.file(file).status }
        #expect(try await status() == .assessment)

        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        #expect(try await status() == .assessment)
        try await world.act(World.plan, on: file)
        #expect(try await status() == .plan)
        try await world.act(DecidePlan(.granted, because: "Baik."), on: file, by: world.hasan)
        #expect(try await status() == .intervention)
        try await world.act(ReviewCase("Perlu dipantau.", .monitor, next: Day(World.now).adding(7)), on: file)
        #expect(try await status() == .monitoring)
        try await world.act(ReviewCase("Selesai.", .close), on: file)
        #expect(try await status() == .review)
        try await world.act(World.closure, on: file)
        #expect(try await status() == .review)
        try await world.act(DecideClosure(.granted, because: "Baik."), on: file, by: world.hasan)
        #expect(try await status() == .closed)
        #expect(try await world.desk.list(.closed, by: world.rina).rows.map(\.card.record) == [file.value])
        #expect(try await world.desk.list(.closed, by: world.dewi).total == 0)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)

        await #expect(throws: NotDone.refused(Refusal("case-closed", remedy: ReopenCase.name))) {
            try await world.act(RecordNote(note: "x"), on: file)
        }
        try await world.act(ReopenCase(.medium, because: "Kembali."), on: file)
        #expect(try await status() == .reopened)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
        #expect(try await status() == .intervention)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func aCaseOfHighRiskBeginsWithServices() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        #expect(try await world.file(file).status == .intervention)
        try await world.act(GiveService(.health, to: try await world.client(of: file), note: "IGD."), on: file)
        try await world.act(World.plan, on: file)
        #expect(try await world.file(file).status == .intervention)
    }

    @Test func aReviewMaySendACaseBack() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
        let next = Day(World.now).adding(7)
        for (decision, status) in [(ReviewDecision.reassess, Status.assessment), (.goOn, .intervention)] {
            try await world.act(ReviewCase("x", decision, next: next), on: file)
            #expect(try await world.file(file).status == status)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("next", .missing)]))) {
            try await world.act(ReviewCase("x", .monitor), on: file)
        }
    }

    @Test func aTransferEndsAsATransfer() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
        var transfer = World.closure
        transfer.reason = .transferred
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("handover", .missing)]))) {
            try await world.act(transfer, on: file)
        }
        transfer.handover = "UPTD PPA Provinsi"
        try await world.act(transfer, on: file)
        try await world.act(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .transferred)
    }

    @Test func whatWasDoneToOneClientIsNotCountedForAnother() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(20)), on: file)
        let brother = try #require(try await world.file(file).clients.last).id
        try await world.act(
            RecordIncident(place: .household, harms: [.init(client, [.sexual])], what: "x"), on: file)
        let told = try await world.file(file)
        #expect(told.forms(of: client) == [.sexual] && told.forms(of: brother) == [])
    }

    @Test func sexualViolenceAfterAReopeningIsReportedAgain() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        let incident = { (day: PartialDay?, reported: YesNo?) in
            RecordIncident(
                day: day, place: .household, harms: [.init(client, [.sexual])], what: "x", reported: reported)
        }
        let open = { try await world.file(file).triggers.filter { $0.rule == .reportToPolice && $0.isOpen }.count }
        try await world.meetDues(of: file)
        // Whether it is the same, told in more detail, nobody but its writer knows.
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("reported", .missing)]))) {
            try await world.act(incident("2026-11-01", nil), on: file)
        }
        try await world.act(incident("2026-11-01", .yes), on: file)
        #expect(try await open() == 0)
        // A new one, also where nobody knows the day.
        world.clock.advance(5 * 86_400)
        try await world.act(incident(nil, .no), on: file)
        #expect(try await open() == 1)
        try await world.meetDues(of: file)
        try await world.act(World.closure, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        // A further complaint opens it again, with its clock.
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Terulang."))
        let joins = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        #expect(try await world.file(file).status == .reopened)
        #expect(try await open() == 1)
    }
}
