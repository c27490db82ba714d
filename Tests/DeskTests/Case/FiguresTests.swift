import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What a case tells the official report.
@Suite struct FiguresTests {
    private func card(_ world: World, _ file: ID<CaseFile>) async throws -> Card {
        try await world.file(file).card(1)
    }

    @Test func aNewCaseTellsWhatTheComplaintKnew() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let card = try await card(world, file)
        let melati = try #require(card.victims.first)
        #expect(card.victims.count == 1 && card.alleged.isEmpty)
        #expect(melati.sex == .female && melati.age == 14 && melati.forms == [.sexual] && melati.domestic == .yes)
        #expect(melati.places.isEmpty && melati.services.isEmpty && !melati.isServed)
        #expect(melati.background == Background() && card.codes["district"] == "21.71.11")
    }

    @Test func whatOnlyTheReportAsksIsAddedMendedAndTakenBack() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(
            DescribePerson(client, background: Background(education: .primary, marital: .married)), on: file)
        try await world.act(
            DescribePerson(client, background: Background(occupation: .housewife, marital: .single)), on: file)
        var known = try #require(try await card(world, file).victims.first?.background)
        #expect(known == Background(education: .primary, occupation: .housewife, marital: .single))

        try await world.act(DescribePerson(client, wrong: [.marital, .education]), on: file)
        known = try #require(try await card(world, file).victims.first?.background)
        #expect(known == Background(occupation: .housewife))
        let nothing = NotDone.faulty(FormFaults(all: [Fault("wrong", .notInList)]))
        await #expect(throws: nothing) {
            try await world.act(DescribePerson(client, wrong: [.disability]), on: file)
        }
    }

    @Test func incidentsTellWhereItWasAndWhoIsSaidToHaveDoneIt() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(
            AddPerson(
                "Suami", .alleged, sex: .male, born: "1980-11-20",
                background: Background(education: .primary, occupation: .employee)), on: file)
        try await world.act(AddPerson("Kakak ipar", .family, relation: .relative), on: file)
        let people = try await world.file(file).people
        let (husband, brother) = (people[people.count - 2].id, people[people.count - 1].id)
        try await world.act(RelatePeople(husband, is: .spouse, of: client), on: file)
        for (place, domestic) in [(IncidentPlace.publicFacility, YesNo.no), (.household, .yes), (.household, .no)] {
            let incident = RecordIncident(
                day: "2010", place: place, harms: [.init(client, [.physical])],
                alleged: [.init(husband), .init(brother)], domestic: domestic, disability: .yes, what: "Dipukul.")
            try await world.act(incident, on: file)
        }
        let card = try await card(world, file)
        let victim = try #require(card.victims.first)
        #expect(victim.places == [.household, .publicFacility] && victim.domestic == .yes)
        #expect(victim.background.disability == .unspecified)
        #expect(
            card.alleged == [
                Alleged(
                    sex: .male, age: 29, relation: .spouse,
                    background: Background(education: .primary, occupation: .employee)),
                Alleged(sex: nil, age: nil, relation: .relative),
            ], "the brother too: an incident names him")

        try await world.act(DescribePerson(client, background: Background(disability: .hearing)), on: file)
        let told = try await self.card(world, file).victims.first?.background.disability
        #expect(told == .hearing, "who said which knows more than who said that there is one")
    }

    /// Nobody knows whose disability it is, and who was not there was not served.
    @Test func whatIsSaidOfSeveralIsSaidOfNobody() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Anak", .client, sex: .female, age: Years(9)), on: file)
        let child = try #require(try await world.file(file).clients.last).id
        try await world.act(
            RecordIncident(
                place: .household, district: .nongsa,
                harms: [.init(client, [.physical]), .init(child, [.psychological])],
                disability: .yes, what: "Di rumah."), on: file)
        try await world.act(GiveService(.health, to: child, note: "Puskesmas."), on: file)
        try await world.act(GiveService(.intake, to: client, note: "Dicatat."), on: file)
        let victims = try await card(world, file).victims
        #expect(victims.map(\.background.disability) == [nil, nil])
        #expect(victims.map(\.services) == [[.intake], [.health]] && victims.map(\.isServed) == [false, true])
    }

    @Test func whoAPartnerServedIsServed() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(
            ReferClient(client, to: partner, .health, parts: [.identity], basis: .vitalInterest, because: "IGD."),
            on: file)
        let id = try #require(try await world.file(file).referrals.first).id
        try await world.act(AnswerReferral(id, .accepted), on: file)
        let before = try await card(world, file).victims.map(\.isServed)
        try await world.act(RecordReferralOutcome(id, .served), on: file)
        let after = try await card(world, file).victims
        #expect(before == [false] && after.map(\.isServed) == [true] && after.map(\.services) == [[]])
    }

    /// Entries from before it was asked have none of it.
    @Test func aPersonOfBeforeReadsAsBefore() throws {
        let old = Data(#"{"who":"Bapak","role":"alleged","sex":"L"}"#.utf8)
        let read = try JSONDecoder().decode(AddPerson.self, from: old)
        #expect(read == AddPerson("Bapak", .alleged, sex: .male) && read.background == nil)
    }

    /// A case of a mother and her daughter, who only saw it.
    private func whereAChildSawIt() async throws -> (
        world: World, file: ID<CaseFile>, client: ID<Person>, child: ID<Person>
    ) {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Putri", .client, sex: .female, age: Years(9)), on: file)
        let child = try #require(try await world.file(file).people.last).id
        let incident = RecordIncident(
            place: .household, harms: [.init(client, [.physical]), .init(child, [])], what: "x")
        await #expect(throws: NotDone.cautioned([Caution("unharmed", ["names": "Putri"])])) {
            try await world.desk.perform(incident, on: file, by: world.rina)
        }
        try await world.act(incident, on: file)
        return (world, file, client, child)
    }

    /// The child who saw it is a client and no victim, and may be one where parents settle what is theirs.
    @Test func whoWentThroughNothingThemselvesIsNoVictim() async throws {
        let (world, file, client, child) = try await whereAChildSawIt()
        #expect(try await world.file(file).card(1).victims.map(\.forms) == [[.physical], []])
        for person in [client, child] {
            try await world.act(
                RecordConsent(person, to: .mediation, by: person == child ? .safeAdult : .client), on: file)
            try await world.act(RecordFollowUp(.visit, of: person, safe: .yes, note: "x"), on: file)
        }
        try await world.act(
            OfferMediation(
                .custody, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
                session: Moment(World.now + 3600)), on: file)
        // Of the only client of a file triage is wrong too.
        let (other, only) = try await world.calmCase()
        try await world.act(RecordIncident(place: .household, harms: [.init(only, [])], what: "x"), on: other)
        #expect(try await world.file(other).card(1).victims.map(\.forms) == [[]])
    }

    /// What was said of a child once is not the last word.
    @Test func aLaterComplaintMayTellOtherwise() async throws {
        let (world, file, _, child) = try await whereAChildSawIt()
        #expect(try await world.file(file).forms(of: child).isEmpty)
        let received = try await world.receive(
            ReceiveComplaint(
                channel: .direct, what: "Guru.", danger: .no, affected: [Affected("Putri", sex: .female, age: Years(9))]
            ))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.physical], decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: received, by: world.dewi)
        #expect(try await world.file(file).forms(of: child) == [.physical])
    }

    /// A mediation that was held was given to whoever agreed to it, once, however it was recorded.
    @Test func aMediationThatWasHeldIsAService() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "x"), on: file)
        let given = { try await world.file(file).card(1).victims.map { $0.services.filter { $0 == .mediation }.count } }
        for outcome in [MediationOutcome.notHeld, .notAgreed] {
            try await world.act(
                OfferMediation(
                    .maintenance, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
                    session: Moment(World.now + 3600)), on: file)
            let id = try #require(try await world.file(file).mediations.last).id
            try await world.act(
                RecordMediation(id, outcome, mediator: "Penengah", safe: .yes, note: "x"), on: file)
            #expect(try await given() == [outcome == .notHeld ? 0 : 1])
        }
        try await world.act(GiveService(.mediation, to: client, note: "x"), on: file)
        #expect(try await given() == [1])
        try await world.act(AddPerson("Adik", .client, age: Years(20)), on: file)
        #expect(try await given() == [1, 0])
    }
}
