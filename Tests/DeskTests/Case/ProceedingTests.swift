import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What police, prosecutor, court and LPSK did: what is refused, what it does to closure and mediation, and what is mended.
@Suite struct ProceedingTests {
    private func open(_ world: World, _ file: ID<CaseFile>) async throws -> [RuleID] {
        try await world.file(file).triggers.filter(\.isOpen).map(\.rule)
    }

    private func faults(_ world: World, _ action: RecordProceeding, on file: ID<CaseFile>) async throws -> [Fault] {
        do {
            try await world.act(action, on: file)
            return []
        } catch NotDone.faulty(let faults) {
            return faults.all
        }
    }

    private let until = Day(World.now).adding(90)

    @Test func whatIsWrongIsToldAtOnce() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        var order = RecordProceeding(.orderIssued, client: ID(), at: Moment(World.now + 3600))
        #expect(
            try await faults(world, order, on: file) == [
                Fault("client", .notInList), Fault("at", .inTheFuture), Fault("until", .missing),
            ])
        order = RecordProceeding(.orderIssued, client: client, until: Day(World.now).adding(-1))
        #expect(try await faults(world, order, on: file) == [Fault("until", .beforeItHappened)])
        let began = RecordProceeding(.investigationBegan, until: until, next: Moment(World.now + 3600))
        #expect(
            try await faults(world, began, on: file) == [Fault("until", .notAsked), Fault("next", .notAsked)])
        #expect(try await faults(world, RecordProceeding(.hearingSet), on: file) == [Fault("next", .missing)])
        let past = RecordProceeding(.hearingSet, next: Moment(World.now - 3600))
        #expect(try await faults(world, past, on: file) == [Fault("next", .inThePast)])
        // Of two clients it is one.
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(20)), on: file)
        #expect(try await faults(world, RecordProceeding(.lpskAsked), on: file) == [Fault("client", .missing)])
        #expect(try await faults(world, RecordProceeding(.verdict), on: file).isEmpty)
    }

    @Test func nothingIsBeforeWhatHappened() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(
            RecordIncident(day: "2026-11-10", place: .household, harms: [.init(client, [.physical])], what: "x"),
            on: file)
        let day = { Moment((Day(year: 2026, month: 11, day: $0) ?? .blank).start) }
        var began = RecordProceeding(.investigationBegan, at: day(9))
        #expect(try await faults(world, began, on: file) == [Fault("at", .beforeItHappened)])
        // Others may have been at the police before the office knew.
        began.at = day(10)
        #expect(try await faults(world, began, on: file).isEmpty)
    }

    /// A year that was mistyped is asked about.
    @Test(arguments: [
        (ProceedingEvent.orderIssued, 2027, 11, 24, false), (.orderIssued, 2027, 11, 25, true),
        (.restrictionOrdered, 2027, 5, 24, false), (.restrictionOrdered, 2027, 5, 25, true),
    ])
    func anOrderIsNoLongerThanTheLawAllows(
        event: ProceedingEvent, year: Int, month: Int, day: Int, isAsked: Bool
    ) async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        let order = RecordProceeding(event, until: Day(year: year, month: month, day: day))
        if isAsked {
            await #expect(throws: NotDone.cautioned([Caution("order-is-long")])) {
                try await world.desk.perform(order, on: file, by: world.rina)
            }
        } else {
            try await world.desk.perform(order, on: file, by: world.rina)
        }
    }

    // MARK: closure

    /// The police's deadline is theirs: the case closes, and nobody watches it any more.
    @Test func whatOthersOweBlocksNoClosure() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.meetDues(of: file)
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == ["R-TPKS-04"])
        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [World.now + 24 * 3600])
        try await world.act(World.closure, on: file)
        try await world.act(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        let trigger = try #require(try await world.file(file).triggers.first { $0.rule == "R-TPKS-04" })
        #expect(trigger.waived != nil && trigger.met == nil)
        // Opened again, it does not come back.
        try await world.act(ReopenCase(.medium, because: "x"), on: file)
        #expect(try await open(world, file).isEmpty)
    }

    @Test func aSocialReportIsDeliveredBeforeTheCaseCloses() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "x"), on: file)
        try await world.act(RecordProceeding(.socialReportAsked), on: file)
        let refused = NotDone.refused(
            Refusal("open-due", law: "PP 65/2015", remedy: RecordProceeding.name, due: "R-SPPA-04"))
        await #expect(throws: refused) { try await world.act(World.closure, on: file) }
        // It may be waived like any other that binds the office.
        try await world.act(RequestWaiver("R-SPPA-04", because: "Ditarik penyidik."), on: file)
        try await world.act(DecideWaiver("R-SPPA-04", .granted, because: "Baik."), on: file, by: world.hasan)
        #expect(try await open(world, file).isEmpty)
        try await world.act(RecordProceeding(.socialReportAsked, at: Moment(World.now - 60)), on: file)
        await #expect(throws: refused) { try await world.act(World.closure, on: file) }
        try await world.act(RecordProceeding(.socialReportDelivered), on: file)
        try await world.act(World.closure, on: file)
    }

    /// A partner's service meets what the law owes the victim of trafficking, once it was given.
    @Test func aServedReferralIsRecovery() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
        try await world.act(RecordProceeding(.urgentRecoveryAsked), on: file)
        await #expect(
            throws: NotDone.refused(
                Refusal("open-due", law: "UU 21/2007 ps. 53", remedy: GiveService.name, due: "R-TPPO-05"))
        ) { try await world.act(World.closure, on: file) }
        for outcome in [ReferralOutcome.notServed, .served] {
            try await world.act(
                ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"),
                on: file)
            let referral = try #require(try await world.file(file).referrals.last).id
            try await world.act(RecordReferralOutcome(referral, outcome), on: file)
            #expect(try await open(world, file).contains("R-TPPO-05") == (outcome == .notServed))
        }
        try await world.act(World.closure, on: file)
    }

    @Test func whoClosesACaseWithAnOrderInForceSaysSo() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
        try await world.act(RecordProceeding(.orderIssued, until: until), on: file)
        let caution = Caution("order-in-force")
        let closing = RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied)
        await #expect(throws: NotDone.cautioned([caution])) {
            try await world.desk.perform(closing, on: file, by: world.rina)
        }
        try await world.desk.perform(closing, on: file, by: world.rina, Asking(ticked: [caution.mark]))
        await #expect(throws: NotDone.cautioned([caution])) {
            try await world.desk.perform(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        }
    }

    // MARK: mediation

    /// An order on file bars it, whatever somebody answers; what the file does not know is still asked.
    @Test func anOrderInForceBarsMediation() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(RecordProceeding(.orderIssued, until: until), on: file)
        var offer = OfferMediation(
            .maintenance, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
            session: Moment(World.now + 86_400))
        let refused = NotDone.refused(
            Refusal("mediation-order-in-force", law: "Standar layanan mediasi UPTD PPA (F5)"))
        await #expect(throws: refused) { try await world.act(offer, on: file) }
        let partner = try await world.openOffice().partner
        await #expect(throws: refused) {
            try await world.act(
                ReferClient(client, to: partner, .mediation, parts: [.identity], basis: .legalDuty, because: "x"),
                on: file)
        }
        world.clock.set(until.end + 60)
        offer.session = Moment(until.end + 86_400)
        offer.protectionOrder = .unknown
        await #expect(
            throws: NotDone.refused(
                Refusal("mediation-protection-order", law: "Standar layanan mediasi UPTD PPA (F5)"))
        ) { try await world.act(offer, on: file) }
        offer.protectionOrder = .no
        try await world.act(offer, on: file)
    }

    // MARK: hearings

    @Test func theNextHearingIsDueUntilItWasHeld() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        let due = { try await world.desk.dues(for: world.rina).filter { $0.rule == .hearing }.map(\.at) }
        let first = World.now + 86_400
        try await world.act(RecordProceeding(.hearingSet, next: Moment(first)), on: file)
        #expect(try await due() == [first])
        // Put off before its day, it is another day in its place.
        try await world.act(RecordProceeding(.hearingSet, next: Moment(first + 86_400)), on: file)
        #expect(try await due() == [first + 86_400])
        world.clock.set(first + 86_400 + 3600)
        try await world.act(RecordProceeding(.hearingHeld, next: Moment(first + 9 * 86_400)), on: file)
        #expect(try await due() == [first + 9 * 86_400])
        #expect(try await world.file(file).triggers.filter { $0.rule == .hearing && $0.met != nil }.count == 1)
        // Once the verdict is pronounced there is none any more.
        try await world.act(RecordProceeding(.verdict), on: file)
        #expect(try await due().isEmpty)
    }

    // MARK: mends

    @Test func whatIsWithdrawnStartedNothing() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "x"), on: file)
        try await world.act(RecordProceeding(.orderIssued, until: until), on: file)
        #expect(try await open(world, file) == ["R-KDRT-06"])
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        let other = until.adding(30)
        try await world.act(
            CorrectEntry<CaseFile>(entry, to: RecordProceeding(.orderIssued, until: other), because: "Salah ketik."),
            on: file)
        #expect(try await world.file(file).orders.map(\.until) == [other])
        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [other.adding(-7).end])
        try await world.act(WithdrawEntry<CaseFile>(entry, because: "Berkas lain."), on: file)
        #expect(try await world.file(file).orders.isEmpty)
        #expect(try await open(world, file).isEmpty)
    }

    /// What the police and the court had is not destroyed unasked.
    @Test func itIsBeforeTheLaw() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        #expect(try await !world.file(file).isBeforeTheLaw)
        try await world.act(RecordProceeding(.prosecuted, body: "Kejari Batam"), on: file)
        #expect(try await world.file(file).isBeforeTheLaw)
        #expect(try await world.desk.list(.search("Kejari"), by: world.rina).total == 1)
    }

    /// An entry of the journal says no more than what was answered.
    @Test func anEntryOfOneAnswerIsRead() throws {
        let told = try JSONDecoder().decode(RecordProceeding.self, from: Data(#"{"event":"lpsk-asked"}"#.utf8))
        #expect(told == RecordProceeding(.lpskAsked))
        let report = try JSONDecoder().decode(ReportToPolice.self, from: Data(#"{"unit":"Unit PPA"}"#.utf8))
        #expect(report == ReportToPolice(unit: "Unit PPA"))
    }

    /// A court goes on without the office: closing is said to leave it, what it writes is filed, and opened again the case
    /// watches what is still to come.
    @Test func aTrialThatGoesOnIsNotForgotten() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
        let later = { (days: Double) in Moment(World.now + days * 86_400) }
        try await world.act(RecordProceeding(.orderIssued, until: Day(World.now).adding(90)), on: file)
        try await world.act(RecordProceeding(.prosecuted, next: later(20)), on: file)
        try await world.act(RecordProceeding(.restitutionGranted), on: file)
        let closing = RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied)
        let asked = try await world.desk.check(Reading(closing), on: file, by: world.rina).map(\.name)
        #expect(Set(asked).isSuperset(of: ["order-in-force", "trial-goes-on", "restitution-unpaid"]))
        try await world.act(closing, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)

        try await world.act(RecordProceeding(.restitutionPaid), on: file)
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "2"), on: file)
        #expect(try await world.file(file).isClosed)

        world.clock.advance(10 * 86_400)
        try await world.act(ReopenCase(.low, because: "x"), on: file)
        #expect(try await Set(open(world, file)).isSuperset(of: ["R-KDRT-06", "R-UPTD-06"]))
        // Postponed while it was closed: the day of before does not come back.
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "x"), on: file)
        try await world.act(
            RecordAssessment(client, try world.sheet("risk"), risk: .low, riskReason: "x"), on: file)
        try await world.act(closing, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        try await world.act(RecordProceeding(.hearingSet, next: later(25)), on: file)
        try await world.act(ReopenCase(.low, because: "x"), on: file)
        let hearings = try await world.file(file).triggers.filter { $0.rule == .hearing && $0.isOpen }
        #expect(hearings.map(\.start) == [later(25).instant])
        // What came in between is over.
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "x"), on: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .low, riskReason: "x"), on: file)
        try await world.act(closing, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        world.clock.advance(30 * 86_400)
        try await world.act(ReopenCase(.low, because: "x"), on: file)
        let again = try await open(world, file)
        #expect(again.contains("R-KDRT-06") && !again.contains("R-UPTD-06"))
        try await world.act(RecordProceeding(.verdict), on: file)
        let cautions = try await closing.cautions(world.file(file), Context(now: World.now, worker: world.rina))
        #expect(cautions.map(\.name) == ["order-in-force"])
    }
}
