import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Consent and referral: nothing is shared without the client's word.
@Suite struct ReferralTests {
    @Test func nothingIsSharedWithoutTheClientsWord() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let referral = ReferClient(client, to: partner, .health, parts: [.identity, .health], because: "Visum.")
        let refused = NotDone.refused(
            Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20", remedy: RecordConsent.name))
        let consent = RecordConsent(client, to: .sharing, partner: partner, parts: [.identity, .health, .story])

        await #expect(throws: refused) { try await world.act(referral, on: file) }
        var less = consent
        less.parts = [.identity]
        try await world.act(less, on: file)
        await #expect(throws: refused) { try await world.act(referral, on: file) }
        var ended = consent
        ended.until = Day(World.now)
        try await world.act(ended, on: file)
        world.clock.advance(86_400)
        await #expect(throws: refused) { try await world.act(referral, on: file) }

        try await world.act(consent, on: file)
        try await world.act(referral, on: file)
        #expect(try await world.file(file).referrals.count == 1)
    }

    @Test func theLawAndALifeAllowItWithATick() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let referral = ReferClient(
            client, to: partner, .health, parts: [.identity], basis: .vitalInterest, because: "IGD.")
        await #expect(throws: NotDone.cautioned([Caution("without-consent")])) {
            try await world.desk.perform(referral, on: file, by: world.rina)
        }
    }

    @Test func aPartnerIsAskedForWhatTheDirectorySaysItGives() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        let shelter = ReferClient(client, to: partner, .socialRehabilitation, parts: [.identity], because: "x")
        await #expect(throws: NotDone.cautioned([Caution("partner-service")])) {
            try await world.desk.perform(shelter, on: file, by: world.rina)
        }
        let health = ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum.")
        try await world.desk.perform(health, on: file, by: world.rina)
    }

    @Test func aWithdrawnConsentCountsAtOnceAndStopsThePartner() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        let referral = ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum.")
        try await world.act(referral, on: file)
        let consent = try #require(try await world.file(file).consents.first).id

        try await world.act(WithdrawConsent(consent, because: "Takut."), on: file)

        await #expect(
            throws: NotDone.refused(
                Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20", remedy: RecordConsent.name))
        ) {
            try await world.act(referral, on: file)
        }
        let dues = try await world.desk.dues(for: world.rina)
        #expect(dues.first { $0.rule == .stopSharing }?.at == World.now + 72 * 3600)
        // It binds the office: no closure before the partner was stopped.
        await #expect(
            throws: NotDone.refused(
                Refusal("open-due", law: "UU 27/2022 ps. 40", remedy: RecordReferralOutcome.name, due: .stopSharing))
        ) {
            try await world.act(World.closure, on: file)
        }
        let id = try #require(try await world.file(file).referrals.first).id
        try await world.act(RecordReferralOutcome(id, .stopped), on: file)
        try await world.act(World.closure, on: file)
    }

    /// Taken back on Friday and written down on Monday, it is due on Monday.
    @Test func theClockOfAWithdrawalCountsFromTheClientsWord() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum."), on: file)
        let consent = try #require(try await world.file(file).consents.first).id
        let told = World.now
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("at", .beforeItHappened)]))) {
            try await world.act(WithdrawConsent(consent, at: Moment(told - 86_400)), on: file)
        }
        world.clock.advance(3 * 86_400)
        try await world.act(WithdrawConsent(consent, at: Moment(told + 3600)), on: file)
        let due = try await world.desk.dues(for: world.rina).first { $0.rule == .stopSharing }
        #expect(due?.at == told + 3600 + 72 * 3600)
    }

    /// Whoever says no takes back what they had said at that moment, not when it is written down.
    @Test func theClockOfARefusalCountsFromTheClientsWord() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        var consent = RecordConsent(client, to: .sharing, partner: partner, parts: [.identity])
        try await world.act(consent, on: file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum."), on: file)
        let told = World.now + 3600
        world.clock.advance(2 * 86_400)
        consent.decision = .refused
        consent.at = Moment(told)
        try await world.act(consent, on: file)
        let due = try await world.desk.dues(for: world.rina).first { $0.rule == .stopSharing }
        #expect(due?.at == told + 72 * 3600)

        // The partner stopped by itself, and said so on that day.
        let id = try #require(try await world.file(file).referrals.first).id
        let answered = Moment(told + 86_400)
        try await world.act(AnswerReferral(id, .declined, note: "Klien menolak.", at: answered), on: file)
        let met = try await world.file(file).triggers.first { $0.rule == .stopSharing }?.met
        #expect(met == answered.instant)
    }

    /// A partner goes on with a file for as long as the client said, and no longer unasked.
    @Test func whatAPartnerIsToldIsAskedAnewWhenTheConsentRunsOut() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let due = { try await world.desk.dues(for: world.rina).filter { $0.rule == .consentEnds }.map(\.at) }
        let last = Day(World.now).adding(30)
        var consent = RecordConsent(
            client, to: .sharing, partner: partner, parts: [.identity, .health], until: last)
        try await world.act(consent, on: file)
        #expect(try await due().isEmpty)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity, .health], because: "Visum."), on: file)
        #expect(try await due() == [last.end])

        // Of a longer one only the parts that it names last longer.
        consent.parts = [.identity]
        consent.until = nil
        try await world.act(consent, on: file)
        #expect(try await due() == [last.end])
        consent.parts = [.health]
        consent.until = last.adding(30)
        try await world.act(consent, on: file)
        #expect(try await due() == [last.adding(30).end])

        // It keeps no case open, and falls away with what rested on it.
        let id = try #require(try await world.file(file).referrals.first).id
        try await world.act(RecordReferralOutcome(id, .served), on: file)
        #expect(try await due().isEmpty)
    }

    @Test func aConsentThatWasTakenBackHasTheLawsClockAndNoOther() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let consent = RecordConsent(
            client, to: .sharing, partner: partner, parts: [.identity], until: Day(World.now).adding(30))
        try await world.act(consent, on: file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum."), on: file)
        let given = try #require(try await world.file(file).consents.first).id
        try await world.act(WithdrawConsent(given), on: file)
        let rules = try await world.desk.dues(for: world.rina).map(\.rule)
        #expect(rules.contains(.stopSharing) && !rules.contains(.consentEnds))
    }

    @Test func whoRefusedServicesIsAskedAgainFirst() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let service = GiveService(.health, to: client, note: "x")
        // A yes that ran out was no no.
        try await world.act(RecordConsent(client, to: .services, until: Day(World.now)), on: file)
        world.clock.advance(2 * 86_400)
        await #expect(throws: NotDone.cautioned([Caution("not-assessed")])) {
            try await world.desk.perform(service, on: file, by: world.rina)
        }
        try await world.act(RecordConsent(client, to: .services, decision: .refused), on: file)
        let cautions = [Caution("not-assessed"), Caution("services-refused")]
        await #expect(throws: NotDone.cautioned(cautions)) {
            try await world.desk.perform(service, on: file, by: world.rina)
        }
        try await world.act(RecordConsent(client, to: .services), on: file)
        await #expect(throws: NotDone.cautioned([Caution("not-assessed")])) {
            try await world.desk.perform(service, on: file, by: world.rina)
        }
    }

    @Test func aReferralIsAskedAnsweredAndEnded() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (_, file) = try await world.openCase()
        try await world.meetDues(of: file)
        let client = try await world.client(of: file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        #expect(try await world.file(file).status == .referred)
        // The directory says one working day, and 25 November is one.
        let dues = try await world.desk.dues(for: world.rina)
        #expect(dues.map(\.rule) == ["R-TPKS-04", .partnerAnswers])
        #expect(dues.last?.at == Day(World.now).adding(1).end)
        await #expect(throws: NotDone.refused(Refusal("open-referral", remedy: RecordReferralOutcome.name))) {
            try await world.act(World.closure, on: file)
        }

        let id = try #require(try await world.file(file).referrals.first).id
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("note", .missing)]))) {
            try await world.act(AnswerReferral(id, .declined), on: file)
        }
        try await world.act(AnswerReferral(id, .accepted), on: file)
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == ["R-TPKS-04"])
        try await world.act(RecordReferralOutcome(id, .served), on: file)
        #expect(try await world.file(file).status == .intervention)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("referral", .notInList)]))) {
            try await world.act(AnswerReferral(id, .accepted), on: file)
        }
    }

    /// A correction is judged as the record stood: no consent of now makes it right.
    @Test func aCorrectionThatIsRefusedHasNoRemedy() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        var referral = ReferClient(client, to: partner, .health, parts: [.identity], because: "x")
        try await world.act(referral, on: file)
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        referral.parts = [.identity, .health]
        let correction = try CorrectEntry<CaseFile>(entry, to: referral, because: "Juga kesehatannya.")
        await #expect(throws: NotDone.refused(Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20"))) {
            try await world.act(correction, on: file)
        }
    }

    @Test func whoSaysNoTakesBackWhatTheyHadSaid() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let consent = RecordConsent(client, to: .sharing, partner: partner, parts: [.identity])
        try await world.act(consent, on: file)
        let referral = ReferClient(client, to: partner, .health, parts: [.identity], because: "x")
        try await world.act(referral, on: file)
        var no = consent
        no.decision = .refused
        try await world.act(no, on: file)

        await #expect(
            throws: NotDone.refused(
                Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20", remedy: RecordConsent.name))
        ) {
            try await world.act(referral, on: file)
        }
        #expect(try await world.desk.dues(for: world.rina).contains { $0.rule == .stopSharing })
    }

    @Test func aConsentOnWhichAReferralRestsIsWithdrawnAndNotMended() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(ReferClient(client, to: partner, .health, parts: [.identity], because: "x"), on: file)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        }
    }

    /// The hospital on Wednesday takes nothing from the counselling on Tuesday.
    @Test func aPartnersAppointmentTakesNothingFromTheOffices() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        let days = { (days: Double) in Moment(World.now + days * 86_400) }
        try await world.act(GiveService(.socialRehabilitation, to: client, note: "x", next: days(2)), on: file)
        for _ in 0..<2 {
            try await world.act(
                ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file
            )
        }
        let referrals = try await world.file(file).referrals.map(\.id)
        for id in referrals {
            try await world.act(AnswerReferral(id, .accepted, appointment: days(3)), on: file)
        }
        // Who declined is visited by nobody, whatever the form still holds.
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        let declined = try #require(try await world.file(file).referrals.last).id
        try await world.act(AnswerReferral(declined, .declined, note: "Penuh.", appointment: days(3)), on: file)
        let open = {
            try await world.file(file).triggers.filter { $0.rule == .appointment && $0.isOpen }.map(\.start).sorted()
        }
        #expect(try await open() == [days(2), days(3), days(3)].map(\.instant))
        // The partner did nothing: the day is over with it.
        try await world.act(RecordReferralOutcome(referrals[1], .notServed), on: file)
        #expect(try await open() == [days(2), days(3)].map(\.instant))
        // Who is with the client on a later day hears of both.
        world.clock.advance(4 * 86_400)
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "x"), on: file)
        #expect(try await open().isEmpty)
    }
}
