import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// From assessment to closure, each step by the rules that bind it.
@Suite struct CareTests {
    private func client(_ world: World, _ file: ID<CaseFile>) async throws -> ID<Person> {
        try #require(try await world.file(file).client).id
    }

    /// A case of medium risk without sexual violence: nothing about it is urgent.
    private func calmCase(_ world: World, age: Int = 30) async throws -> (file: ID<CaseFile>, client: ID<Person>) {
        var complaint = World.fromSchool
        complaint.danger = .no
        complaint.phone = nil
        complaint.affected = [Affected("Rosmaida", sex: .female, age: Years(age))]
        let received = try await world.receive(complaint)
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.neglect], decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(triage, on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        return (file, try await client(world, file))
    }

    private let plan = AgreePlan(
        [AgreePlan.Goal("Aman", [AgreePlan.Step("Ganti kunci"), AgreePlan.Step("Konseling")])],
        review: Day(World.now).adding(30))

    private let closure = RequestClosure(.goalsMet, summary: "Aman.", feedback: .satisfied)

    // MARK: status

    @Test func aCaseGoesFromAssessmentToClosureAndIsOpenedAgain() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        let status = { try await world.file(file).status }
        #expect(try await status() == .assessment)

        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        #expect(try await status() == .assessment)
        try await world.act(plan, on: file)
        #expect(try await status() == .plan)
        try await world.act(DecidePlan(.granted, because: "Baik."), on: file, by: world.hasan)
        #expect(try await status() == .intervention)
        try await world.act(ReviewCase("Perlu dipantau.", .monitor, next: Day(World.now).adding(7)), on: file)
        #expect(try await status() == .monitoring)
        try await world.act(ReviewCase("Selesai.", .close), on: file)
        #expect(try await status() == .review)
        try await world.act(closure, on: file)
        #expect(try await status() == .review)
        try await world.act(DecideClosure(.granted, because: "Baik."), on: file, by: world.hasan)
        #expect(try await status() == .closed)
        #expect(try await world.desk.list(.closed, by: world.rina).rows.map(\.card.record) == [file.value])
        #expect(try await world.desk.list(.closed, by: world.dewi).total == 0)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)

        await #expect(throws: NotDone.refused(Refusal("case-closed"))) {
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
        try await world.act(GiveService(.health, to: try await client(world, file), note: "IGD."), on: file)
        try await world.act(plan, on: file)
        #expect(try await world.file(file).status == .intervention)
    }

    @Test func aReviewMaySendACaseBack() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(plan, on: file)
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
        let (file, _) = try await calmCase(world)
        var transfer = closure
        transfer.reason = .transferred
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("handover", .missing)]))) {
            try await world.act(transfer, on: file)
        }
        transfer.handover = "UPTD PPA Provinsi"
        try await world.act(transfer, on: file)
        try await world.act(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .transferred)
    }

    // MARK: assessment and plan

    @Test func aLowerRiskThanTheScoreSaysHasAReason() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        let danger = try world.sheet("kdrt", "yes")

        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("riskReason", .missing)]))) {
            try await world.act(RecordAssessment(client, danger, risk: .medium), on: file)
        }
        try await world.act(
            RecordAssessment(client, danger, risk: .medium, riskReason: "Terlapor ditahan."), on: file)
        #expect(try await world.file(file).risk == .medium)
        try await world.act(RecordAssessment(client, danger, risk: .high), on: file)
        #expect(try await world.file(file).risk == .high)
    }

    @Test func aPlanFollowsAnAssessmentUnlessTheRiskIsHigh() async throws {
        let world = try await World()
        let (file, _) = try await calmCase(world)
        await #expect(throws: NotDone.refused(Refusal("assess-first"))) { try await world.act(plan, on: file) }
        let (_, urgent) = try await world.openCase()
        try await world.act(plan, on: urgent)
    }

    @Test func whatWaitsForTheHeadIsOnTheirListAndNobodyElses() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(plan, on: file)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        let waiting = try await world.desk.list(.approvals, by: world.hasan).rows
        #expect(waiting.map(\.card.record) == [file.value])
        #expect(waiting.first?.card.codes["asks"] == "decide-plan decide-waiver")
        for worker in [world.rina, world.dewi, world.yohana, world.other] {
            #expect(try await world.desk.list(.approvals, by: worker).total == 0)
        }
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        try await world.act(DecideWaiver(.reportToPolice, .refused, because: "x"), on: file, by: world.hasan)
        #expect(try await world.desk.list(.approvals, by: world.hasan).total == 0)
    }

    @Test func aPlanThatWasRefusedIsAgreedAnew() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(plan, on: file)
        try await world.act(DecidePlan(.refused, because: "Kurang."), on: file, by: world.hasan)
        #expect(try await world.file(file).nextStep == RecordConsent.name)
        #expect(try await world.file(file).plan?.approval == .refused)
        await #expect(throws: NotDone.unknown) {
            try await world.act(DecidePlan(.granted, because: "x"), on: file, by: world.hasan)
        }
        try await world.act(plan, on: file)
        #expect(try await world.file(file).plan?.approval == .asked)
    }

    @Test func stepsAreFinishedOnce() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(plan, on: file)
        let steps = try #require(try await world.file(file).plan).steps
        #expect(Set(steps.map(\.id)).count == 2)
        try await world.act(FinishStep(steps[0].id, .done), on: file)
        #expect(try await world.file(file).plan?.steps.map(\.isFinished) == [true, false])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("step", .notInList)]))) {
            try await world.act(FinishStep(steps[0].id, .dropped), on: file)
        }
    }

    @Test func anAppointmentIsDueUntilItIsKept() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        let next = Moment(World.now + 86_400)
        try await world.act(GiveService(.socialRehabilitation, to: client, note: "x", next: next), on: file)
        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [next.instant])
        world.clock.advance(86_400)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Baik."), on: file)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
    }

    // MARK: consent and referral

    @Test func nothingIsSharedWithoutTheClientsWord() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await calmCase(world)
        let referral = ReferClient(client, to: partner, .health, parts: [.identity, .health], because: "Visum.")
        let refused = NotDone.refused(Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20"))
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
        let (file, client) = try await calmCase(world)
        let referral = ReferClient(
            client, to: partner, .health, parts: [.identity], basis: .vitalInterest, because: "IGD.")
        await #expect(throws: NotDone.cautioned([Caution("without-consent")])) {
            try await world.desk.perform(referral, on: file, by: world.rina)
        }
    }

    @Test func aWithdrawnConsentCountsAtOnceAndStopsThePartner() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await calmCase(world)
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        let referral = ReferClient(client, to: partner, .health, parts: [.identity], because: "Visum.")
        try await world.act(referral, on: file)
        let consent = try #require(try await world.file(file).consents.first).id

        try await world.act(WithdrawConsent(consent, because: "Takut."), on: file)

        await #expect(throws: NotDone.refused(Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20"))) {
            try await world.act(referral, on: file)
        }
        let dues = try await world.desk.dues(for: world.rina)
        #expect(dues.first { $0.rule == .stopSharing }?.at == World.now + 72 * 3600)
        // It binds the office: no closure before the partner was stopped.
        await #expect(throws: NotDone.refused(Refusal("open-due", law: "UU 27/2022 ps. 40"))) {
            try await world.act(closure, on: file)
        }
        let id = try #require(try await world.file(file).referrals.first).id
        try await world.act(RecordReferralOutcome(id, .stopped), on: file)
        try await world.act(closure, on: file)
    }

    @Test func aConsentIsExplainedAndAChildIsNotAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await client(world, file)
        var consent = RecordConsent(client, to: .services)
        await #expect(throws: NotDone.cautioned([Caution("child-alone")])) {
            try await world.desk.perform(consent, on: file, by: world.rina)
        }
        consent.giver = .safeAdult
        consent.limits = .no
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("limits", .notInList)]))) {
            try await world.desk.perform(consent, on: file, by: world.rina)
        }
        consent.limits = .yes
        try await world.desk.perform(consent, on: file, by: world.rina)
    }

    @Test func aReferralIsAskedAnsweredAndEnded() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (_, file) = try await world.openCase()
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        let client = try await client(world, file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        #expect(try await world.file(file).status == .referred)
        // The directory says one working day, and 25 November is one.
        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [Day(World.now).adding(1).end])
        await #expect(throws: NotDone.refused(Refusal("open-referral"))) { try await world.act(closure, on: file) }

        let id = try #require(try await world.file(file).referrals.first).id
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("note", .missing)]))) {
            try await world.act(AnswerReferral(id, .declined), on: file)
        }
        try await world.act(AnswerReferral(id, .accepted), on: file)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
        try await world.act(RecordReferralOutcome(id, .served), on: file)
        #expect(try await world.file(file).status == .intervention)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("referral", .notInList)]))) {
            try await world.act(AnswerReferral(id, .accepted), on: file)
        }
    }

    // MARK: closure

    @Test func noClosureWithAnOpenDueThatBindsTheOffice() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let refused = NotDone.refused(Refusal("open-due", law: "UU 12/2022 ps. 41(2)-(3)"))
        await #expect(throws: refused) { try await world.act(closure, on: file) }
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        try await world.act(closure, on: file)
        // What comes up before it is decided counts too.
        let partner = try await world.openOffice().partner
        let client = try await client(world, file)
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"), on: file)
        await #expect(throws: NotDone.refused(Refusal("open-referral"))) {
            try await world.act(DecideClosure(.granted, because: "x"), on: file, by: world.hasan)
        }
        try await world.act(DecideClosure(.refused, because: "Tunggu."), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .referred)
    }

    @Test func lostContactIsClosedOnlyAfterSeveralAttempts() async throws {
        let world = try await World()
        let (file, _) = try await calmCase(world)
        var lost = RequestClosure(.lostContact, summary: "x", feedback: .couldNotBeAsked)
        await #expect(
            throws: NotDone.faulty(
                FormFaults(all: [Fault("attempts", .notANumber(3...999)), Fault("feedbackWords", .missing)]))
        ) { try await world.act(lost, on: file) }
        lost.attempts = Count(3)
        lost.feedbackWords = "Tidak terjangkau."
        try await world.act(lost, on: file)
    }

    @Test func theManagerDoesNotDecideAndTheSmallOfficeMayWithAMark() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        try await world.act(AssignManager(world.hasan.id, because: "x"), on: file)
        try await world.act(
            RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file, by: world.hasan)
        try await world.act(plan, on: file, by: world.hasan)
        let decision = DecidePlan(.granted, because: "Tidak ada orang lain.")

        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(decision, on: file, by: world.hasan)
        }
        try await world.act(decision, on: file, by: world.hasan)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        #expect(fold.record.decidedAlone == 1 && fold.history.last?.ticked == ["no-second-person"])
        let overseen = try await world.desk.list(.decidedAlone, by: world.yohana)
        #expect(overseen.rows.map(\.code) == [fold.code?.description] && overseen.rows.first?.card.title == "")
        #expect(try await world.desk.list(.decidedAlone, by: world.rina).total == 0)

        try await world.accounts.add(handle: "ida", name: "Ida Ayu", posts: [.head], password: World.password)
        try await world.act(plan, on: file, by: world.hasan)
        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(decision, on: file, by: world.hasan)
        }
    }

    // MARK: what came up in review

    @Test func whoSaysNoTakesBackWhatTheyHadSaid() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await calmCase(world)
        let consent = RecordConsent(client, to: .sharing, partner: partner, parts: [.identity])
        try await world.act(consent, on: file)
        let referral = ReferClient(client, to: partner, .health, parts: [.identity], because: "x")
        try await world.act(referral, on: file)
        var no = consent
        no.decision = .refused
        try await world.act(no, on: file)

        await #expect(throws: NotDone.refused(Refusal("no-consent-to-share", law: "UU 27/2022 ps. 20"))) {
            try await world.act(referral, on: file)
        }
        #expect(try await world.desk.dues(for: world.rina).contains { $0.rule == .stopSharing })
    }

    @Test func aConsentOnWhichAReferralRestsIsWithdrawnAndNotMended() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await calmCase(world)
        try await world.act(RecordConsent(client, to: .sharing, partner: partner, parts: [.identity]), on: file)
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(ReferClient(client, to: partner, .health, parts: [.identity], because: "x"), on: file)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        }
    }

    @Test func nobodyIsAskedToDecideInAClosedFile() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        try await world.act(ReportToPolice(unit: "x", number: "1"), on: file)
        // Its due was met meanwhile: there is nothing to decide.
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        try await world.act(plan, on: file)
        try await world.act(closure, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        #expect(try await world.file(file).status == .closed)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
    }

    @Test func decisionsAreMadeAnewAndNotMended() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AssignManager(world.hasan.id, because: "x"), on: file)
        try await world.act(ReportToPolice(unit: "x", number: "1"), on: file, by: world.hasan)
        try await world.act(closure, on: file, by: world.hasan)
        try await world.act(DecideClosure(.granted, because: "Sendiri."), on: file, by: world.hasan)
        try await world.act(ReopenCase(.low, because: "x"), on: file, by: world.hasan)
        let history = try await world.desk.open(CaseFile.self, file, by: world.hasan).history
        for decision in history.suffix(2) {
            await #expect(throws: NotDone.refused(MendingRules.final)) {
                try await world.act(WithdrawEntry<CaseFile>(decision.id, because: "x"), on: file, by: world.hasan)
            }
        }
    }

    @Test func afterANewAssessmentThereIsANewPlan() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        try await world.act(RecordConsent(client, to: .services), on: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        try await world.act(plan, on: file)
        try await world.act(DecidePlan(.granted), on: file, by: world.hasan)
        try await world.act(ReviewCase("x", .reassess, next: Day(World.now).adding(7)), on: file)
        #expect(try await world.file(file).nextStep == RecordAssessment.name)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        #expect(try await world.file(file).nextStep == AgreePlan.name)
        try await world.act(plan, on: file)
        #expect(try await world.file(file).nextStep == DecidePlan.name)
    }

    @Test func anAppointmentStaysUntilItsDayAndItsClientCame() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(20)), on: file)
        let brother = try #require(try await world.file(file).clients.last).id
        let friday = World.now + 3 * 86_400
        try await world.act(GiveService(.health, to: client, note: "x", next: Moment(friday)), on: file)
        let due = { try await world.desk.dues(for: world.rina).map(\.at) }
        world.clock.advance(86_400)
        try await world.act(RecordFollowUp(.phone, safe: .yes, note: "Lebih awal."), on: file)
        #expect(try await due() == [friday])
        world.clock.set(friday + 3600)
        try await world.act(RecordFollowUp(.notReached, safe: .unknown, note: "x"), on: file)
        try await world.act(GiveService(.health, to: brother, note: "x"), on: file)
        #expect(try await due() == [friday])
        try await world.act(GiveService(.health, to: client, note: "x"), on: file)
        #expect(try await due().isEmpty)
    }

    @Test func whatWasDoneToOneClientIsNotCountedForAnother() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(20)), on: file)
        let brother = try #require(try await world.file(file).clients.last).id
        try await world.act(
            RecordIncident(place: .household, harms: [.init(client, [.sexual])], what: "x"), on: file)
        let told = try await world.file(file)
        #expect(told.forms(of: client) == [.sexual] && told.forms(of: brother) == [.neglect])
    }

    @Test func sexualViolenceAfterAReopeningIsReportedAgain() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await client(world, file)
        let incident = { (day: PartialDay) in
            RecordIncident(day: day, place: .household, harms: [.init(client, [.sexual])], what: "x")
        }
        let open = { try await world.file(file).triggers.filter { $0.rule == .reportToPolice && $0.isOpen }.count }
        try await world.act(ReportToPolice(unit: "x", number: "1"), on: file)
        // The same, told in more detail.
        try await world.act(incident("2026-11-01"), on: file)
        #expect(try await open() == 0)
        // A new one, after the report.
        world.clock.advance(5 * 86_400)
        try await world.act(incident("2026-11-28"), on: file)
        #expect(try await open() == 1)
        try await world.act(ReportToPolice(unit: "x", number: "2"), on: file)
        try await world.act(closure, on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        // A further complaint opens it again, with its clock.
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Terulang."))
        let joins = TriageComplaint(
            reachable: .yes, threat: .no, injured: .no, risk: .high, forms: [.sexual], decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        #expect(try await world.file(file).status == .reopened)
        #expect(try await open() == 1)
    }

    @Test func aPlanWithFinishedStepsIsAgreedAnewAndNotCorrected() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(plan, on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let entry = try #require(fold.history.last).id
        try await world.act(FinishStep(try #require(fold.record.plan).steps[1].id, .done), on: file)
        let shorter = AgreePlan([AgreePlan.Goal("Aman", [AgreePlan.Step("Konseling")])], review: plan.review)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(CorrectEntry<CaseFile>(entry, to: shorter, because: "x"), on: file)
        }
    }

    @Test func somebodyWhomOthersNameIsCorrectedAndNotTakenBack() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Ayah tri", .alleged), on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let (entry, alleged) = (try #require(fold.history.last).id, try #require(fold.record.people.last).id)
        let client = try await client(world, file)
        try await world.act(
            RecordIncident(
                place: .household, harms: [.init(client, [.sexual])], alleged: [.init(alleged)], what: "x"), on: file)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        }
        try await world.act(
            CorrectEntry<CaseFile>(entry, to: AddPerson("Ayah tiri", .alleged), because: "Salah ketik."), on: file)
        #expect(try await world.file(file).person(alleged)?.name == "Ayah tiri")
    }

    @Test func aCaseThatWasWorkedOnIsVoidedByApproval() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordNote(note: "Percobaan."), on: file)
        try await world.act(VoidRecord<CaseFile>(.test, because: "Latihan."), on: file)
        #expect(try await world.file(file).status == .intervention)
        let proposal = try #require(try await world.desk.open(CaseFile.self, file, by: world.hasan).history.last).id
        try await world.act(DecideMending<CaseFile>(proposal, .granted, because: "Benar."), on: file, by: world.hasan)
        #expect(try await world.desk.list(.cases(own: true), by: world.rina).total == 0)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        #expect(try await world.restarted().verify() == [])
    }

    @Test func whoIsNotSafeIsAssessedBeforeTheCaseIsClosed() async throws {
        let world = try await World()
        let (file, client) = try await calmCase(world)
        try await world.act(RecordConsent(client, to: .services), on: file)
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        try await world.act(RecordFollowUp(.phone, safe: .no, note: "Terlapor menunggu di depan rumah."), on: file)
        #expect(try await world.file(file).nextStep == RecordAssessment.name)
        await #expect(throws: NotDone.refused(Refusal("assess-before-closing"))) {
            try await world.act(closure, on: file)
        }
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .high), on: file)
        try await world.act(closure, on: file)
    }
}
