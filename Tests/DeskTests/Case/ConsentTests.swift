import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What clients agree to, who says so for them, and what a no takes back.
@Suite struct ConsentTests {
    /// Who may be the alleged does not speak for a client unasked, by whatever the file knows of them.
    @Test(arguments: [Relation.parent, .relative, .spouse, .partnerOrFriend, nil])
    func whoMayBeTheAllegedDoesNotConsentUnasked(relation: Relation?) async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let consent = RecordConsent(client, to: .services, by: .guardian)
        try await world.desk.perform(consent, on: file, by: world.rina)
        try await world.act(AddPerson("Tetangga", .alleged, relation: .neighbour), on: file)
        try await world.desk.perform(consent, on: file, by: world.rina)
        try await world.act(AddPerson("Bapak", .alleged, relation: relation), on: file)
        await #expect(throws: NotDone.cautioned([Caution("guardian-alleged")])) {
            try await world.desk.perform(consent, on: file, by: world.rina)
        }
    }

    /// Also where only an incident says that they are alleged, and only somebody's word what they are to the client.
    @Test func whoIsNamedByAnIncidentDoesNotConsentUnasked() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Paman", .family, relation: .other), on: file)
        let uncle = try #require(try await world.file(file).people.last).id
        try await world.act(RelatePeople(uncle, is: .relative, of: client), on: file)
        let consent = RecordConsent(client, to: .services, by: .guardian)
        try await world.desk.perform(consent, on: file, by: world.rina)
        try await world.act(
            RecordIncident(place: .household, harms: [.init(client, [.physical])], alleged: [.init(uncle)], what: "x"),
            on: file)
        await #expect(throws: NotDone.cautioned([Caution("guardian-alleged")])) {
            try await world.desk.perform(consent, on: file, by: world.rina)
        }
    }

    @Test func aConsentIsExplainedAndAChildIsNotAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
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

    /// Whose age nobody recorded may be a child.
    @Test func ofWhomNoAgeIsKnownMayBeAChild() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        try await world.act(AddPerson("Adik", .client), on: file)
        let sister = try #require(try await world.file(file).people.last).id
        await #expect(throws: NotDone.cautioned([Caution("child-alone")])) {
            try await world.desk.perform(RecordConsent(sister, to: .services), on: file, by: world.rina)
        }
    }

    @Test func eachClientIsAsked() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .services), on: file)
        #expect(try await world.file(file).nextStep != RecordConsent.name)
        try await world.act(AddPerson("Adik", .client, age: Years(20)), on: file)
        #expect(try await world.file(file).nextStep == RecordConsent.name)
    }

    /// Whatever else an answer names: a no to mediation is one.
    @Test func aNoTakesBackAYesThatNamedAPartner() async throws {
        let world = try await World()
        let partner = try await world.openOffice().partner
        let (file, client) = try await world.calmCase()
        try await world.act(RecordConsent(client, to: .mediation, partner: partner), on: file)
        try await world.act(RecordConsent(client, to: .mediation, decision: .refused), on: file)
        let consents = try await world.file(file).consents
        #expect(consents.allSatisfy { !$0.isInForce(on: Day(world.clock.clock.now())) })
    }

    /// Written down late, last week's yes is not the last word.
    @Test func aYesOfBeforeTheNoIsNoneAnyMore() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        world.clock.advance(3 * 86_400)
        try await world.act(RecordConsent(client, to: .mediation, decision: .refused), on: file)
        let before = RecordConsent(client, to: .mediation, at: Moment(World.now + 3600))
        try await world.act(before, on: file)
        let last = try #require(try await world.file(file).consents.last)
        #expect(last.told == before && !last.isInForce(on: Day(world.clock.clock.now())))
        // What is agreed to afterwards is.
        world.clock.advance(3600)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        #expect(try #require(try await world.file(file).consents.last).isInForce(on: Day(world.clock.clock.now())))
    }

    /// Nor does a no of last week that is written down today take back what was agreed to since.
    @Test func aNoOfBeforeTheYesTakesNothingBack() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        world.clock.advance(3 * 86_400)
        try await world.act(RecordConsent(client, to: .services), on: file)
        try await world.act(
            RecordConsent(client, to: .services, decision: .refused, at: Moment(World.now + 3600)), on: file)
        let consents = try await world.file(file).consents
        #expect(consents.first?.isInForce(on: Day(world.clock.clock.now())) == true)
        let service = GiveService(.health, to: client, note: "x")
        let asked = try await world.desk.check(Reading(service), on: file, by: world.rina)
        #expect(!asked.contains(Caution("services-refused")))
    }
}
