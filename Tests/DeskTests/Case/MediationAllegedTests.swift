import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What a child did goes to diversion, never to a mediation of the office (`docs/sources.md`: mediation).
@Suite struct MediationAllegedTests {
    private let offer = OfferMediation(
        .maintenance, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
        session: Moment(World.now + 86_400))

    private static func refusal(remedy: ActionName? = nil) -> NotDone {
        .refused(Refusal("mediation-alleged-child", law: "UU 11/2012 ps. 7, 21", remedy: remedy))
    }

    private static let asked = NotDone.cautioned([Caution("mediation-alleged-age")])

    /// A case in which nothing but the alleged can bar a mediation.
    private func open(
        _ world: World, _ forms: [ViolenceForm] = [.neglect], day: PartialDay? = nil
    ) async throws -> (file: ID<CaseFile>, client: ID<Person>) {
        let complaint = ReceiveComplaint(
            channel: .direct, what: "x", affected: [Affected("Rosmaida", sex: .female, age: Years(34))], day: day)
        let received = try await world.receive(complaint)
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: forms, decision: .newCase,
            manager: world.rina.id)
        try await world.desk.perform(triage, on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        let client = try await world.client(of: file)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        return (file, client)
    }

    /// Without a tick.
    private func offer(_ world: World, on file: ID<CaseFile>) async throws {
        try await world.desk.perform(offer, on: file, by: world.rina)
    }

    /// A further complaint tells that it began when he was a child still.
    @Test func anEarlierDayThatAFurtherComplaintTellsCounts() async throws {
        let world = try await World()
        let (file, _) = try await open(world, day: "2026-05")
        try await world.act(AddPerson("Tetangga", .alleged, born: "2007-01-01"), on: file)
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "x", day: "2024-05"))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        await #expect(throws: Self.refusal()) { try await world.act(offer, on: file) }
    }

    /// By the birth or else by the estimate, on the day on which it happened: whoever turned 18 since was a child then. A
    /// birth that is known to the day leaves nothing to find out.
    @Test(
        arguments: [
            (PartialDay("2012-05-01"), nil, nil, true), ("2008-06-01", nil, "2026-03-10", true),
            ("2008-03-10", nil, "2026-03-10", false), ("1990-01-01", nil, nil, false),
            ("2008", nil, "2026-11-01", true),
            (nil, 17, nil, true), (nil, 18, nil, false), (nil, 18, "2026-11-01", true), (nil, 19, "2024", true),
            (nil, 21, "2024", false),
        ] as [(PartialDay?, Int?, PartialDay?, Bool)])
    func theAgeWhenItHappenedCounts(born: PartialDay?, age: Int?, day: PartialDay?, isChild: Bool) async throws {
        let world = try await World()
        let (file, client) = try await open(world, day: day)
        try await world.act(AddPerson("Tetangga", .alleged, born: born, age: age.map(Years.init)), on: file)
        guard isChild else { return try await offer(world, on: file) }
        let refusal = Self.refusal(remedy: born?.whole == nil ? DescribePerson.name : nil)
        await #expect(throws: refusal) { try await world.act(offer, on: file) }
        await #expect(throws: refusal) {
            try await world.act(GiveService(.mediation, to: client, note: "x"), on: file)
        }
        #expect(try await world.file(file).mediations.isEmpty)
    }

    /// By an incident that names them, whatever they are in the file; or else by those that name nobody.
    @Test(arguments: [(true, PersonRole.family), (false, .alleged)])
    func whatHappenedFirstTellsHowOldTheyWere(isNamed: Bool, role: PersonRole) async throws {
        let world = try await World()
        let (file, client) = try await open(world)
        try await world.act(AddPerson("Kakak", role, born: "2007-01-01"), on: file)
        let brother = try #require(try await world.file(file).people.last).id
        let harms = [RecordIncident.Harm(client, [.neglect])]
        for day in ["2026-05", "2024-05"] as [PartialDay] {
            let incident = RecordIncident(
                day: day, place: .household, harms: harms, alleged: isNamed ? [.init(brother)] : nil, what: "x")
            try await world.act(incident, on: file)
        }
        await #expect(throws: Self.refusal()) { try await world.act(offer, on: file) }
    }

    @Test func oneChildAmongThemIsEnough() async throws {
        let world = try await World()
        let (file, _) = try await open(world)
        try await world.act(AddPerson("Bapak", .alleged, age: Years(40)), on: file)
        try await world.act(AddPerson("Anak", .alleged, born: "2011-01-01"), on: file)
        await #expect(throws: Self.refusal()) { try await world.act(offer, on: file) }
    }

    /// Nobody's unknown age bars anything: whoever offers the mediation, here or at a partner's, has made sure.
    @Test func anAgeThatNobodyKnowsIsAskedAbout() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await open(world)
        await #expect(throws: Self.asked) { try await offer(world, on: file) }
        try await world.act(AddPerson("Bapak", .alleged, age: Years(40)), on: file)
        try await world.act(AddPerson("Paman", .alleged), on: file)
        await #expect(throws: Self.asked) { try await offer(world, on: file) }
        let referral = ReferClient(
            client, to: partner, .mediation, parts: [.identity], basis: .legalDuty, because: "Minta didamaikan.")
        let error = await #expect(throws: NotDone.self) {
            try await world.desk.perform(referral, on: file, by: world.rina)
        }
        let isAsked =
            if case .cautioned(let cautions) = error { cautions.contains(Caution("mediation-alleged-age")) } else {
                false
            }
        #expect(isAsked)

        let uncle = try #require(try await world.file(file).people.last).id
        try await world.act(DescribePerson(uncle, age: Years(50)), on: file)
        try await offer(world, on: file)
    }

    /// Sexual violence leaves court by diversion alone, and only where no adult did it: the law that bars it says so.
    @Test func theLawThatBarsItIsTheOneThatHolds() async throws {
        let world = try await World()
        let (file, _) = try await open(world, [.sexual])
        let barred = NotDone.refused(Refusal("mediation-sexual-violence", law: "UU 12/2022 ps. 23"))
        await #expect(throws: barred) { try await world.act(offer, on: file) }
        try await world.act(AddPerson("Anak", .alleged, born: "2011-01-01"), on: file)
        await #expect(throws: Self.refusal()) { try await world.act(offer, on: file) }
        try await world.act(AddPerson("Bapak", .alleged, age: Years(40)), on: file)
        await #expect(throws: barred) { try await world.act(offer, on: file) }
    }

    @Test func aDiversionOnRecordSaysThatItWasAChild() async throws {
        let world = try await World()
        let (file, _) = try await open(world)
        try await world.act(RecordProceeding(.diversionBegan), on: file)
        await #expect(throws: Self.refusal()) { try await world.act(offer, on: file) }
    }

    /// What was held is recorded, also where it comes to light since.
    @Test func aMediationThatWasHeldIsAskedAbout() async throws {
        let world = try await World()
        let (file, _) = try await open(world)
        try await world.act(offer, on: file)
        try await world.act(AddPerson("Anak", .alleged, born: "2011-01-01"), on: file)
        let mediation = try #require(try await world.file(file).openMediations.first).id
        let agreed = RecordMediation(
            mediation, .agreed, mediator: "Sinta", agreement: "Nafkah.", supervision: "Ketua RW.", signed: .yes,
            safe: .yes, next: Moment(World.now + 14 * 86_400))
        await #expect(throws: NotDone.cautioned([Caution("mediation-barred")])) {
            try await world.desk.perform(agreed, on: file, by: world.rina)
        }
    }
}
