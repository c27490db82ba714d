import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What triage sets running, and what ends it.
@Suite struct ClockTests {
    @Test func complaintsRunByTheStandard() async throws {
        let world = try await World()
        try await world.receive()
        try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))

        let dues = try await world.desk.dues(for: world.dewi)

        #expect(dues.map(\.rule) == [.serveAtOnce, .serveSoon])
        #expect(dues.map(\.at) == [World.now, World.now + 6 * 3600])
    }

    @Test func sexualViolenceIsReportedToThePoliceWithinThreeDays() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        let reports = { try await world.desk.dues(for: world.rina).filter { $0.rule == .reportToPolice } }
        #expect(try await reports().map(\.at) == [World.now + 72 * 3600])
        #expect(try await world.desk.dues(for: world.dewi).isEmpty)

        world.clock.advance(3600)
        try await world.desk.perform(
            ReportToPolice(unit: "Unit PPA", number: "LP/B/1"), on: file, by: world.rina)
        #expect(try await reports().isEmpty)
        let trigger = try await world.desk.open(CaseFile.self, file, by: world.rina).record.triggers.first
        #expect(trigger?.met == World.now + 3600)
    }

    /// What the family or the police did before counts; the office itself can't have known.
    @Test func thePoliceMayKnowBeforeTheOffice() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let yesterday = Moment(World.now - 86_400)
        var report = ReportToPolice(unit: "Unit PPA", at: yesterday)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("at", .beforeItHappened)]))) {
            try await world.desk.perform(report, on: file, by: world.rina)
        }
        report.by = .family
        try await world.desk.perform(report, on: file, by: world.rina)
        let trigger = try #require(try await world.file(file).triggers.first { $0.rule == .reportToPolice })
        #expect(trigger.met == yesterday.instant)
        // A second report takes nothing from the first.
        try await world.desk.perform(ReportToPolice(unit: "Unit PPA", number: "2"), on: file, by: world.rina)
        #expect(try await world.file(file).policeReports.map(\.number) == [nil, "2"])
    }

    /// What the family reported before is about what was known then, and meets nothing that came up later.
    @Test func anOldReportMeetsNoNewClock() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.meetDues(of: file)
        let client = try await world.client(of: file)
        let incident = RecordIncident(
            place: .household, harms: [.init(client, [.sexual])], what: "x", reported: .no)
        world.clock.advance(3600)
        try await world.act(incident, on: file)
        let open = { try await world.file(file).triggers.contains { $0.rule == .reportToPolice && $0.isOpen } }
        let before = ReportToPolice(unit: "x", by: .family, at: Moment(World.now - 86_400))
        try await world.act(before, on: file)
        #expect(try await open())
        try await world.act(ReportToPolice(unit: "x", by: .family), on: file)
        #expect(try await !open())
    }

    /// Reported before anybody knew that it was sexual, and covered: nothing begins.
    @Test(arguments: [(YesNo.yes, false), (.no, true)])
    func whetherAReportCoversItIsAskedWhoeverCameFirst(reported: YesNo, begins: Bool) async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(ReportToPolice(unit: "x", number: "1"), on: file)
        var incident = RecordIncident(place: .household, harms: [.init(client, [.sexual])], what: "x")
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("reported", .missing)]))) {
            try await world.act(incident, on: file)
        }
        incident.reported = reported
        try await world.act(incident, on: file)
        #expect(try await world.file(file).triggers.contains { $0.rule == .reportToPolice } == begins)
    }

    /// Another telling of the same begins nothing; of a day that may be later than the report, it does.
    @Test(arguments: [("2026-11-01", false), ("2026-12", true), (nil as PartialDay?, false)])
    func aFurtherComplaintOfALaterDayIsReportedAgain(day: PartialDay?, begins: Bool) async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.meetDues(of: file)
        world.clock.advance(10 * 86_400)
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante.", day: day))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.sexual], decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let open = try await world.file(file).triggers.contains { $0.rule == .reportToPolice && $0.isOpen }
        #expect(open == begins)
    }

    /// Triage is no service: the clock runs on until somebody was with the client.
    @Test func aCaseOfHighRiskIsServedAtOnce() async throws {
        let open = { (world: World, file: ID<CaseFile>) in
            try await world.file(file).triggers.filter { $0.rule == .serveAtOnce && $0.isOpen }.map(\.start)
        }
        let world = try await World()
        let (_, file) = try await world.openCase()
        #expect(try await open(world, file) == [World.now])
        try await world.act(RecordFollowUp(.notReached, safe: .unknown, note: "x"), on: file)
        #expect(try await open(world, file) == [World.now])
        let client = try #require(try await world.file(file).client).id
        try await world.act(GiveService(.health, to: client, note: "IGD."), on: file)
        #expect(try await open(world, file).isEmpty)
        let (calm, _) = try await world.calmCase()
        #expect(try await open(world, calm).isEmpty)
    }

    @Test func otherViolenceStartsNoSuchClock() async throws {
        let world = try await World()
        let complaint = try await world.receive()
        var triage = world.triage(world.rina.id)
        triage.forms = [.physical, .neglect]
        try await world.desk.perform(triage, on: complaint, by: world.dewi)
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == [.serveAtOnce])
    }

    @Test func aDueIsWaivedByTheSupervisorAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let granted = DecideWaiver(.reportToPolice, .granted, because: "Keluarga sudah melapor.")

        await #expect(throws: NotDone.unknown) { try await world.desk.perform(granted, on: file, by: world.hasan) }
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.rina)
        await #expect(throws: NotDone.notPermitted(.approve)) {
            try await world.desk.perform(granted, on: file, by: world.rina)
        }
        // Asked for, the file is open to who decides; decided, it is closed again.
        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        try await world.desk.perform(granted, on: file, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == [.serveAtOnce])
    }

    /// Asked for and then not needed, it does not come back for what happens later.
    @Test func aWaiverIsForWhatWasOpenWhenItWasAskedFor() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        let request = RequestWaiver(.reportToPolice, because: "x")
        try await world.act(request, on: file)
        #expect(try await world.file(file).openWaivers.count == 1)
        try await world.act(ReportToPolice(unit: "Polresta"), on: file)
        world.clock.advance(86_400)
        let later = World.now + 86_400
        let again = RecordIncident(
            place: .household, harms: [.init(client, [.sexual])], what: "Terulang.", reported: .no)
        try await world.act(again, on: file)

        #expect(try await world.file(file).openWaivers.isEmpty)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        try await world.act(request, on: file)
        let granted = DecideWaiver(.reportToPolice, .granted, because: "x")
        try await world.desk.perform(granted, on: file, by: world.hasan)
        let last = try #require(try await world.file(file).triggers.last { $0.rule == .reportToPolice })
        #expect(last.waived == later)
    }

    /// A clock of proceedings names its client once there are several; it is the same clock.
    @Test func aWaiverOutlivesAnotherNameOfItsClock() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase(age: 10)
        let rule: RuleID = "R-SPPA-04"
        try await world.act(RecordProceeding(.socialReportAsked, client: client), on: file)
        try await world.act(RequestWaiver(rule, because: "x"), on: file)
        try await world.act(AddPerson("Adik", .client), on: file)
        #expect(try await world.file(file).openWaivers.keys.map(\.rule) == [rule])

        try await world.desk.perform(DecideWaiver(rule, .granted, because: "x"), on: file, by: world.hasan)
        let clock = try #require(try await world.file(file).triggers.first { $0.rule == rule })
        #expect(clock.waived == World.now && clock.what != nil)
    }

    @Test func whatTheSupervisorReadIsNotRewritten() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.rina)
        let request = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.desk.perform(
            DecideWaiver(.reportToPolice, .granted, because: "Setuju."), on: file, by: world.hasan)

        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.desk.perform(WithdrawEntry<CaseFile>(request, because: "x"), on: file, by: world.rina)
        }
    }

    @Test func nobodyDecidesTheirOwnRequest() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(AssignManager(world.hasan.id, because: "x"), on: file, by: world.rina)
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.hasan)
        try await world.accounts.add(handle: "ida", name: "Ida Ayu", posts: [.head], password: World.password)

        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(
                DecideWaiver(.reportToPolice, .granted, because: "x"), on: file, by: world.hasan)
        }
    }

    @Test func everyKnownRuleIsInTheRulebookWithItsWords() throws {
        let rulebook = try Rulebook.shipped()
        #expect(Set(rulebook.rules.keys) == Set(RuleID.known))
        #expect(Set(rulebook.bars.keys) == Set(CitedBar.allCases.map(\.id)))
        for rule in rulebook.rules.values {
            for language in Language.allCases { #expect(rule.sentence[language.rawValue]?.isEmpty == false) }
            // What is agreed, and what is our own, has no article.
            #expect(!rule.basis.isEmpty || rule.source == "Lindung")
            #expect(!rule.source.isEmpty)
        }
    }
}
