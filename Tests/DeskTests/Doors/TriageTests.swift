import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite struct TriageTests {
    @Test func aNewCaseIsOpenedInTheSameTransaction() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()

        #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(opened.code?.description == "BTM-2026-0003")
        #expect(opened.record.people.map(\.name) == ["Melati", "Ja'far Siregar"])
        #expect(opened.record.people.map(\.role) == [.client, .reporter])
        #expect(opened.record.client?.age(on: Day(World.now)) == 14)
        #expect(opened.record.complaints == [complaint])
        #expect(opened.card.status == .intervention)
        #expect(opened.record.opening?.at == World.now)
        #expect(try await world.workspace.verify() == [])
    }

    @Test func lowerRiskBeginsWithAssessment() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        var triage = world.triage(world.rina.id)
        triage.reachable = .no
        triage.risk = .medium
        try await world.desk.perform(triage, on: complaint, by: world.dewi)

        let cases = try await world.desk.list(.cases(own: true), by: world.rina)
        #expect(cases.rows.map(\.card.status) == [.assessment])
    }

    @Test func allThatIsMissingIsToldAtOnce() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        let triage = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .low, decision: .newCase)

        let missing = ["riskReason", "manager"].map { Fault($0, .missing) }
        await #expect(throws: NotDone.faulty(FormFaults(all: missing))) {
            try await world.desk.perform(triage, on: complaint, by: world.dewi)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("manager", .notInList)]))) {
            try await world.desk.perform(world.triage(world.yohana.id), on: complaint, by: world.dewi)
        }
        for decision in [TriageDecision.handledElsewhere, .passedOn] {
            let elsewhere = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: decision)
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("elsewhere", .missing)]))) {
                try await world.desk.perform(elsewhere, on: complaint, by: world.dewi)
            }
        }
    }

    @Test func aComplaintIsTriagedOnce() async throws {
        let world = try await World()
        let (complaint, _) = try await world.openCase()
        await #expect(throws: NotDone.refused(Refusal("already-triaged"))) {
            try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        }
    }

    @Test func aComplaintJoinsACaseThatIsThere() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tante bercerita.", affected: [Affected("Melati")]))

        let alike = try await world.desk.list(.alike([Profile("Melati")]), by: world.dewi)
        #expect(alike.rows.map(\.card.record) == [file.value])
        // Dewi is not of its team: the row says that there is one, and whom to ask.
        #expect(alike.rows.map(\.sight) == [.listed] && alike.rows.map(\.card.title) == [""])

        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.record.complaints.count == 2)
        #expect(fold.history.last?.action is JoinComplaint)
        // Whoever manages the case reads what joined it.
        _ = try await world.desk.open(Complaint.self, second, by: world.rina)
    }

    @Test func whatJoinsCanOnlyMakeTheCaseMoreUrgent() async throws {
        let world = try await World()
        let first = try await world.receive()
        var triage = world.triage(world.rina.id)
        (triage.forms, triage.reachable, triage.risk) = ([.neglect], .no, .low)
        try await world.desk.perform(triage, on: first, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, first, by: world.dewi).record.caseFile)
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante bercerita."))
        let joins = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], decision: .joinCase, joins: file)

        try await world.desk.perform(joins, on: second, by: world.dewi)

        let opened = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(opened.record.risk == .high && opened.card.status == .intervention)
        #expect(opened.record.forms == [.sexual, .neglect])
        #expect(
            try await world.desk.dues(for: world.rina).map(\.rule) == [.serveAtOnce, .serveAtOnce, .reportToPolice])
    }

    /// Not even by who triaged it and manages it: it needs a second person.
    @Test func aCaseIsNotVoidedAwayFromItsComplaintByOneAlone() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.rina)
        let file = try #require(try await world.desk.open(Complaint.self, complaint, by: world.rina).record.caseFile)

        try await world.desk.perform(VoidRecord<CaseFile>(.duplicate, because: "x"), on: file, by: world.rina)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.voided == nil && fold.history.last?.approval == .asked)
    }

    @Test func whatTriageReadIsNotRewritten() async throws {
        let world = try await World()
        let (complaint, _) = try await world.openCase()
        let opening = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.first)
            .id
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(opening, to: World.fromSchool, because: "x"), on: complaint, by: world.dewi)
        }
    }

    @Test func whatIsJoinedMustBeThere() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: ID())

        await #expect(throws: NotDone.refused(Refusal("no-such-record"))) {
            try await world.desk.perform(joins, on: complaint, by: world.dewi)
        }
        #expect(try await world.desk.inboxCount(by: world.dewi) == 1)
    }

    @Test func whatOnlyTriageEntailsIsNotPerformedByAnybody() async throws {
        let world = try await World()
        let opening = OpenCase(
            complaint: ID(), triage: world.triage(world.rina.id), received: World.fromSchool, contact: SafeContact(),
            at: World.now, manager: world.rina.id)
        await #expect(throws: NotDone.unknown) { try await world.desk.perform(opening, on: ID(), by: world.dewi) }
    }

    /// Custody, a child in conflict with the law: not every case is one of violence, and none is made one.
    @Test func aCaseWithoutViolenceIsOpenedAndCountsNoVictim() async throws {
        let world = try await World()
        var complaint = World.fromSchool
        complaint.danger = .no
        let id = try await world.receive(complaint)
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .newCase, manager: world.rina.id)
        await #expect(throws: NotDone.cautioned([Caution("no-form")])) {
            try await world.desk.perform(triage, on: id, by: world.dewi)
        }
        try await world.desk.perform(triage, on: id, by: world.dewi, Asking(ticked: ["no-form"]))
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
        #expect(try await world.file(file).card(1).victims.map(\.forms) == [[]])
    }
}
