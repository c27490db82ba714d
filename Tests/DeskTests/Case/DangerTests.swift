import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// Whoever is in danger is on somebody's list, whatever way the word of it came in.
@Suite struct DangerTests {
    private func dues(_ world: World, _ file: ID<CaseFile>) async throws -> [RuleID] {
        try await world.desk.dues(for: world.rina).filter { $0.listed.card.record == file.value && $0.at != nil }
            .map(\.rule)
    }

    @Test(arguments: [
        (YesNo.yes, YesNo.no, Risk.low, true), (.no, .yes, .low, true), (.no, .no, .high, true),
        (.no, .no, .medium, false),
    ])
    func aFurtherComplaintOfDangerIsServedAtOnceInItsCase(
        danger: YesNo, flag: YesNo, risk: Risk, isServed: Bool
    ) async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        let further = try await world.receive(
            ReceiveComplaint(channel: .school, what: "Luka bakar di tangan.", danger: danger))
        let joining = TriageComplaint(
            reachable: .no, threat: flag, injured: .no, risk: risk, riskReason: "x", forms: [.physical],
            decision: .joinCase, joins: file)
        try await world.desk.perform(joining, on: further, by: world.dewi)
        #expect(try await dues(world, file).contains(.serveAtOnce) == isServed)

        // Who was seen before is not served, nor who was not reached.
        let before = Moment(World.now - 24 * 3600)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Kemarin.", at: before), on: file)
        try await world.act(RecordFollowUp(.notReached, safe: .unknown, note: "Tidak diangkat."), on: file)
        #expect(try await dues(world, file).contains(.serveAtOnce) == isServed)
        try await world.act(RecordFollowUp(.phone, safe: .yes, note: "Di rumah neneknya."), on: file)
        #expect(try await !dues(world, file).contains(.serveAtOnce))
    }

    @Test(arguments: [(Risk.high, YesNo.no, YesNo.no), (.high, .yes, .no), (.low, .no, .yes)])
    func adviceAloneInDangerIsAskedFirst(risk: Risk, flag: YesNo, danger: YesNo) async throws {
        let world = try await World()
        let id = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat.", danger: danger))
        let advice = TriageComplaint(reachable: flag, threat: .no, injured: .no, risk: risk, decision: .advice)
        await #expect(throws: NotDone.cautioned([Caution("danger-left")])) {
            try await world.desk.perform(advice, on: id, by: world.dewi)
        }
        let asking = Asking(ticked: [Caution("danger-left").mark])
        try await world.desk.perform(advice, on: id, by: world.dewi, asking)
    }

    /// Elsewhere is out of sight.
    @Test(arguments: [TriageDecision.handledElsewhere, .passedOn])
    func whoIsInDangerIsNotPassedOnUnasked(decision: TriageDecision) async throws {
        let world = try await World()
        var triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: decision, elsewhere: "Dinas Sosial")
        let calm = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat.", danger: .no))
        try await world.desk.perform(triage, on: calm, by: world.dewi)
        triage.reachable = .yes
        triage.risk = .high
        let id = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat.", danger: .no))
        await #expect(throws: NotDone.cautioned([Caution("danger-passed-on")])) {
            try await world.desk.perform(triage, on: id, by: world.dewi)
        }
    }

    /// The duty to tell the police runs in a case only, and what is bought is sexual violence, too.
    @Test(arguments: [
        ([ViolenceForm.sexual], TriageDecision.passedOn, ["sexual-without-case"]),
        ([.trafficking], .passedOn, ["sexual-purpose"]), ([.exploitation], .newCase, ["sexual-purpose"]),
        ([.exploitation, .sexual], .newCase, []), ([.physical], .passedOn, []),
    ])
    func theDutyToReportIsNotLost(forms: [ViolenceForm], decision: TriageDecision, asked: [String]) async throws {
        let world = try await World()
        let id = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: forms, decision: decision,
            manager: world.rina.id, elsewhere: "Polda")
        if asked.isEmpty {
            try await world.desk.perform(triage, on: id, by: world.dewi)
        } else {
            await #expect(throws: NotDone.cautioned(asked.map { Caution($0) })) {
                try await world.desk.perform(triage, on: id, by: world.dewi)
            }
        }
    }

    @Test func whoIsNotSafeIsAssessedBeforeAnythingElse() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try #require(try await world.file(file).client).id
        try await world.act(RecordFollowUp(.phone, safe: .no, note: "Ia kembali."), on: file)
        #expect(try await world.file(file).nextStep == RecordAssessment.name)
        let own = { try await world.desk.list(.cases(own: true), by: world.rina).rows.first?.card.codes }
        #expect(try await own()?["unsafe"] == "yes")
        // Who was not reached is no safer, nor who was seen before.
        try await world.act(RecordFollowUp(.notReached, safe: .unknown, note: "Tidak diangkat."), on: file)
        let before = Moment(World.now - 24 * 3600)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Kemarin.", at: before), on: file)
        #expect(try await world.file(file).isUnsafe)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
        #expect(try await world.file(file).isUnsafe == false)
        #expect(try await own()?["unsafe"] == nil)
    }

    /// Whose client is not safe comes first on its manager's list; colleagues learn nothing of it from the office's.
    @Test func whereAStubStandsTellsNothingOfDanger() async throws {
        let world = try await World()
        let (_, urgent) = try await world.openCase()
        let (calm, _) = try await world.calmCase()
        try await world.act(RecordFollowUp(.phone, safe: .no, note: "Ia kembali."), on: calm)
        let own = try await world.desk.list(.cases(own: true), by: world.rina)
        #expect(own.rows.map(\.card.record) == [calm.value, urgent.value])
        for worker in [world.dewi, world.rina] {
            let all = try await world.desk.list(.cases(own: false), by: worker, PageOfList(limit: 1))
            #expect(all.rows.map(\.card.record) == [urgent.value])
            let next = try await world.desk.list(.cases(own: false), by: worker, PageOfList(after: all.next))
            #expect(next.rows.map(\.card.record) == [calm.value])
        }
        let first = try await world.desk.list(.cases(own: true), by: world.rina, PageOfList(limit: 1))
        let rest = try await world.desk.list(.cases(own: true), by: world.rina, PageOfList(after: first.next))
        #expect(rest.rows.map(\.card.record) == [urgent.value])
    }

    @Test func nobodyDidToThemselvesWhatWasDoneToThem() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try #require(try await world.file(file).client).id
        let incident = RecordIncident(
            place: .household, harms: [.init(client, [.physical])], alleged: [.init(client)], what: "x")
        do {
            try await world.desk.perform(incident, on: file, by: world.rina)
            Issue.record("it was recorded")
        } catch NotDone.faulty(let faults) {
            #expect(faults.all == [Fault("alleged.0.person", .notInList)])
        }
    }
}
