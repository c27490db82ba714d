import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Mediation is refused with the article wherever the law bars it (`docs/sources.md`).
@Suite struct MediationTests {
    private let offer = OfferMediation(
        .maintenance, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
        session: Moment(World.now + 86_400))

    private static let standard = "Standar layanan mediasi UPTD PPA (F5)"

    private func open(
        _ world: World, _ forms: [ViolenceForm], age: Int, risk: Risk
    ) async throws -> (file: ID<CaseFile>, client: ID<Person>) {
        var complaint = World.fromSchool
        complaint.affected = [Affected("Rosmaida", sex: .female, age: Years(age))]
        let received = try await world.receive(complaint)
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: risk, forms: forms, decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(Reading(triage), on: received, by: world.dewi) { _ in true }
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        return (file, try #require(try await world.file(file).client).id)
    }

    @Test(arguments: [
        ([ViolenceForm.sexual, .physical], 30, Risk.low, "mediation-sexual-violence", "UU 12/2022 ps. 23"),
        ([.trafficking], 30, .low, "mediation-trafficking", "UU 20/2025 ps. 79-88"),
        ([.neglect], 17, .low, "mediation-child", standard),
        ([.physical], 30, .high, "mediation-high-risk", standard),
        ([.neglect], 30, .medium, "mediation-no-consent", standard),
    ])
    func itIsBarred(forms: [ViolenceForm], age: Int, risk: Risk, reason: String, law: String) async throws {
        let world = try await World()
        let (file, client) = try await open(world, forms, age: age, risk: risk)
        let lacksConsent = reason == "mediation-no-consent"
        let remedies = ["mediation-no-consent": RecordConsent.name, "mediation-child": DescribePerson.name]
        let refused = NotDone.refused(Refusal(reason, law: law, remedy: remedies[reason]))
        if !lacksConsent {
            try await world.act(RecordConsent(client, to: .mediation, by: .guardian), on: file)
        }
        await #expect(throws: refused) { try await world.act(offer, on: file) }
        await #expect(throws: refused) {
            try await world.act(GiveService(.mediation, to: client, note: "x"), on: file)
        }
        #expect(try await world.file(file).mediations.isEmpty)
    }

    /// All that bars it; for consent, only where nothing else does.
    @Test(arguments: [
        (
            [ViolenceForm.sexual, .trafficking], 30, Risk.high,
            [
                "mediation-sexual-violence", "mediation-trafficking", "mediation-high-risk",
            ]
        ),
        // Nobody's consent; but a child stays one when the risk has passed.
        ([.physical], 30, .high, ["mediation-high-risk"]),
        ([.physical], 17, .high, ["mediation-child", "mediation-high-risk"]),
        // Nor is a child asked whose age somebody guessed.
        ([.neglect], 17, .low, ["mediation-child"]),
        ([.neglect], 30, .low, ["mediation-no-consent"]),
    ])
    func allThatBarsItIsTold(forms: [ViolenceForm], age: Int, risk: Risk, reasons: [String]) async throws {
        let world = try await World()
        let (file, _) = try await open(world, forms, age: age, risk: risk)
        let context = Context(now: World.now, worker: world.rina, law: world.desk.law(in: 1))
        let bars = try await OfferMediation.obstacles(on: world.file(file), context)
        #expect(bars.map(\.reason) == reasons)
        #expect(bars.allSatisfy { $0.remedy == nil } || bars.allSatisfy { $0.remedy != nil })
    }

    /// A case whose mediation was offered for tomorrow.
    private func offered(_ world: World) async throws -> (file: ID<CaseFile>, mediation: ID<Mediation>) {
        let (file, client) = try await open(world, [.neglect], age: 30, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(offer, on: file)
        return (file, try #require(try await world.file(file).openMediations.first).id)
    }

    private let next = Moment(World.now + 14 * 86_400)

    @Test func anAgreementIsSupervisedSignedAndAskedAfter() async throws {
        let world = try await World()
        let (file, mediation) = try await offered(world)
        await #expect(
            throws: NotDone.faulty(
                FormFaults(
                    all: ["mediator", "agreement", "supervision", "signed", "next"].map { Fault($0, .missing) }))
        ) { try await world.act(RecordMediation(mediation, .agreed, safe: .yes), on: file) }
        var agreed = RecordMediation(
            mediation, .agreed, mediator: "Sinta", agreement: "Nafkah tanggal satu.", supervision: "Ketua RW.",
            signed: .no, safe: .yes, next: next)
        await #expect(throws: NotDone.cautioned([Caution("mediation-unsigned")])) {
            try await world.desk.perform(agreed, on: file, by: world.rina)
        }
        agreed.signed = .yes
        world.clock.advance(86_400)
        try await world.desk.perform(agreed, on: file, by: world.rina)

        let told = try await world.file(file)
        #expect(told.openMediations.isEmpty && told.mediations.map(\.outcome) == [agreed])
        let appointments = told.triggers.filter { $0.rule == .appointment }
        #expect(appointments.map(\.isOpen) == [false, true] && appointments.last?.start == next.instant)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("mediation", .notInList)]))) {
            try await world.act(agreed, on: file)
        }
    }

    /// The next counselling takes nothing from the session, nor the session from the counselling.
    @Test func aSessionAndAClientsAppointmentStandBesideEachOther() async throws {
        let world = try await World()
        let (file, mediation) = try await offered(world)
        let client = try await world.client(of: file)
        let open = {
            try await world.file(file).triggers.filter { $0.rule == .appointment && $0.isOpen }.map(\.start)
        }
        let session = World.now + 86_400
        let counselling = session + 3600
        try await world.act(
            GiveService(.health, to: client, note: "x", next: Moment(counselling)), on: file)
        #expect(try await open() == [session, counselling])

        try await world.act(
            RecordMediation(mediation, .notHeld, safe: .yes, note: "Terlapor tidak datang.", next: next), on: file)
        #expect(try await open() == [counselling, next.instant])
    }

    /// Who has not said what came of it is not asked for an agreement.
    @Test func aBlankFormAsksForLittle() async throws {
        let world = try await World()
        let (file, mediation) = try await offered(world)
        let blank = try FormReader.read(
            RecordMediation.self, Posted(["mediation": ["\(mediation)"]]), world.desk.instruments)
        let asked = ["outcome", "safe", "note"].map { Fault($0, .missing) }
        await #expect(throws: NotDone.faulty(FormFaults(all: asked))) {
            try await world.desk.perform(blank, on: file, by: world.rina)
        }
    }

    @Test(arguments: [MediationOutcome.notAgreed, .stopped, .notHeld])
    func whatDidNotEndInAnAgreementIsExplained(outcome: MediationOutcome) async throws {
        let world = try await World()
        let (file, mediation) = try await offered(world)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("note", .missing)]))) {
            try await world.act(RecordMediation(mediation, outcome, mediator: "Sinta", safe: .yes), on: file)
        }
        let told = RecordMediation(mediation, outcome, mediator: "Sinta", safe: .no, note: "Klien takut.")
        await #expect(throws: NotDone.cautioned([Caution("not-safe")])) {
            try await world.desk.perform(told, on: file, by: world.rina)
        }
        try await world.act(told, on: file)
        #expect(try await world.file(file).isUnsafe)
    }

    @Test func whatTheLawCameToBarIsAskedAboutAndRecorded() async throws {
        let world = try await World()
        let (file, mediation) = try await offered(world)
        let client = try #require(try await world.file(file).client).id
        try await world.act(
            RecordAssessment(client, world.sheet("risk", "yes"), risk: .high), on: file)
        let agreed = RecordMediation(
            mediation, .agreed, mediator: "Sinta", agreement: "Nafkah.", supervision: "Ketua RW.", signed: .yes,
            safe: .yes, next: next)
        await #expect(throws: NotDone.cautioned([Caution("mediation-barred")])) {
            try await world.desk.perform(agreed, on: file, by: world.rina)
        }
        try await world.act(agreed, on: file)
        #expect(try await world.file(file).openMediations.isEmpty)
    }

    @Test func aMediationOfWhichNobodySaidWhatCameOfItIsAskedAboutAtTheEnd() async throws {
        let world = try await World()
        let (file, _) = try await offered(world)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Tenang."), on: file)
        let closure = RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied)
        await #expect(throws: NotDone.cautioned([Caution("open-mediation")])) {
            try await world.desk.perform(closure, on: file, by: world.rina)
        }
    }

    @Test func whereItIsAllowedItIsOfferedFirst() async throws {
        let world = try await World()
        let (file, client) = try await open(world, [.neglect], age: 30, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        let service = GiveService(.mediation, to: client, note: "Sepakat.")
        await #expect(throws: NotDone.refused(Refusal("mediation-not-offered", remedy: OfferMediation.name))) {
            try await world.act(service, on: file)
        }
        var pressed = offer
        pressed.freeOfPressure = .unknown
        await #expect(throws: NotDone.refused(Refusal("mediation-not-free", law: Self.standard))) {
            try await world.act(pressed, on: file)
        }
        var ordered = offer
        ordered.protectionOrder = .unknown
        await #expect(throws: NotDone.refused(Refusal("mediation-protection-order", law: Self.standard))) {
            try await world.act(ordered, on: file)
        }
        try await world.act(offer, on: file)
        try await world.act(service, on: file)
        #expect(try await world.file(file).services.map(\.service) == [.mediation])
    }

    @Test func aConsentThatWasWithdrawnBarsItAgain() async throws {
        let world = try await World()
        let (file, client) = try await open(world, [.neglect], age: 30, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        let consent = try #require(try await world.file(file).consents.first).id
        try await world.act(WithdrawConsent(consent), on: file)
        await #expect(
            throws: NotDone.refused(Refusal("mediation-no-consent", law: Self.standard, remedy: RecordConsent.name))
        ) {
            try await world.act(offer, on: file)
        }
    }

    @Test func aChildIsWhoWasOneWhenItHappenedOrWhoseAgeNobodyKnows() async throws {
        let world = try await World()
        let (grown, client) = try await open(world, [.physical], age: 18, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: grown)
        try await world.act(
            RecordIncident(day: "2024", place: .household, harms: [.init(client, [.physical])], what: "x"), on: grown)
        await #expect(
            throws: NotDone.refused(Refusal("mediation-child", law: Self.standard, remedy: DescribePerson.name))
        ) {
            try await world.act(offer, on: grown)
        }
        let received = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "x", affected: [Affected("Tanpa umur")]))
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.neglect], decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(Reading(triage), on: received, by: world.dewi) { _ in true }
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        await #expect(
            throws: NotDone.refused(Refusal("mediation-age", law: Self.standard, remedy: DescribePerson.name))
        ) {
            try await world.act(offer, on: file)
        }
    }

    /// Of a birth of which only the year is known, the last day counts: who may be a child is one.
    @Test func whoMayBeAChildIsOne() async throws {
        let world = try await World()
        let (file, client) = try await open(world, [.physical], age: 18, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(DescribePerson(client, born: "2008"), on: file)
        #expect(try await world.file(file).client?.age(on: Day(World.now)) == 18)
        await #expect(
            throws: NotDone.refused(Refusal("mediation-child", law: Self.standard, remedy: DescribePerson.name))
        ) {
            try await world.act(offer, on: file)
        }
    }

    /// What the office may not mediate, nobody mediates in its name.
    @Test func noPartnerMediatesWhatIsBarred() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await open(world, [.sexual], age: 30, risk: .low)
        let referral = ReferClient(
            client, to: partner, .mediation, parts: [.identity], basis: .legalDuty, because: "Minta didamaikan.")
        await #expect(throws: NotDone.refused(Refusal("mediation-sexual-violence", law: "UU 12/2022 ps. 23"))) {
            try await world.act(referral, on: file)
        }
    }

    @Test func whoIsNotSafeIsNotSatAtATable() async throws {
        let world = try await World()
        let (file, client) = try await open(world, [.neglect], age: 30, risk: .medium)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(RecordFollowUp(.phone, safe: .no, note: "Ia kembali."), on: file)
        await #expect(throws: NotDone.refused(Refusal("mediation-not-safe", law: Self.standard))) {
            try await world.act(offer, on: file)
        }
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Pindah."), on: file)
        try await world.act(offer, on: file)
    }

    /// Also who came to the case later, and of whom nobody said yet that they were harmed.
    @Test func aChildWhoIsAddedLaterBarsItToo() async throws {
        let world = try await World()
        let (file, client) = try await open(world, [.physical], age: 30, risk: .low)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(AddPerson("Anak", .client, born: "2016-05-01"), on: file)
        await #expect(throws: NotDone.refused(Refusal("mediation-child", law: Self.standard))) {
            try await world.act(offer, on: file)
        }
    }

    /// The complaint's own day counts until an incident is recorded; an estimate may be a year too high before its day.
    @Test(arguments: [(18, "2024", true), (18, "2026-11-01", true), (19, "2026-11-01", false), (21, "2024", false)])
    func theComplaintTellsHowOldTheyWere(age: Int, day: PartialDay, isChild: Bool) async throws {
        let world = try await World()
        let received = try await world.receive(
            ReceiveComplaint(
                channel: .direct, what: "x", affected: [Affected("Rosmaida", sex: .female, age: Years(age))], day: day))
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.physical], decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(triage, on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        let client = try await world.client(of: file)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        if isChild {
            let refused = Refusal("mediation-child", law: Self.standard, remedy: DescribePerson.name)
            await #expect(throws: NotDone.refused(refused)) { try await world.act(offer, on: file) }
        } else {
            try await world.act(offer, on: file)
        }
    }
}
