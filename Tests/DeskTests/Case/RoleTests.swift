import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// Somebody turns out to be something else in a case: what hangs on the role says whether that can be.
@Suite struct RoleTests {
    private func world() async throws -> (world: World, file: ID<CaseFile>, client: ID<Person>, sister: ID<Person>) {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Tiurma", .client, sex: .female, age: Years(15)), on: file)
        return (world, file, client, try #require(try await world.file(file).people.last).id)
    }

    private func change(_ person: ID<Person>, to role: PersonRole) -> ChangeRole {
        ChangeRole(person, to: role, because: "Hanya melihat dari luar.")
    }

    @Test func aClientWhoOnlySawItIsCountedNoMore() async throws {
        let (world, file, client, sister) = try await world()
        #expect(try await world.desk.open(CaseFile.self, file, by: world.rina).card.victims.count == 2)
        await #expect(throws: NotDone.cautioned([Caution("no-client-more", ["name": "Tiurma"])])) {
            try await world.desk.perform(change(sister, to: .witness), on: file, by: world.rina)
        }
        try await world.act(change(sister, to: .witness), on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.record.clients.map(\.id) == [client] && fold.card.victims.count == 1)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("client", .notInList)]))) {
            try await world.act(RecordConsent(sister, to: .services), on: file)
        }
        // The mistake is undone the other way round, never mended.
        let entry = try #require(fold.history.last).id
        await #expect(throws: NotDone.refused(MendingRules.final)) {
            try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        }
        try await world.act(change(sister, to: .client), on: file)
        #expect(try await world.file(file).clients.count == 2)
    }

    @Test func theNextClientGivesTheFileItsName() async throws {
        let (world, file, client, _) = try await world()
        try await world.act(change(client, to: .witness), on: file)
        let own = try await world.desk.list(.cases(own: true), by: world.rina).rows
        #expect(own.map(\.card.title) == ["Tiurma"])
    }

    @Test func oneClientStays() async throws {
        let (world, file, client, sister) = try await world()
        try await world.act(change(client, to: .family), on: file)
        await #expect(throws: NotDone.refused(Refusal("last-client", remedy: AddPerson.name))) {
            try await world.act(change(sister, to: .witness), on: file)
        }
        await #expect(throws: NotDone.refused(Refusal("role-unchanged"))) {
            try await world.act(change(sister, to: .client), on: file)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("person", .notInList)]))) {
            try await world.act(change(ID(), to: .witness), on: file)
        }
    }

    @Test(arguments: 0..<6)
    func whatIsOnRecordOfAClientKeepsThemOne(place: Int) async throws {
        let (world, file, _, sister) = try await world()
        let partner = try await world.openOffice().partner
        let records: [any Action<CaseFile>] = [
            RecordIncident(place: .household, harms: [.init(sister, [.physical])], what: "x"),
            RecordConsent(sister, to: .services, decision: .refused), GiveService(.health, to: sister, note: "x"),
            RecordAssessment(sister, try world.sheet("risk"), risk: .low, riskReason: "x"),
            RecordBiopsychosocial(sister, conclusion: "x", assessor: "Psikolog"),
            ReferClient(sister, to: partner, .health, parts: [.identity], basis: .legalDuty, because: "x"),
        ]
        try await world.act(records[place], on: file)
        await #expect(throws: NotDone.refused(Refusal("client-recorded"))) {
            try await world.act(change(sister, to: .witness), on: file)
        }
        // Taken back, it holds nobody.
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(WithdrawEntry<CaseFile>(entry, because: "Tentang orang lain."), on: file)
        try await world.act(change(sister, to: .witness), on: file)
    }

    /// What an entry told is no way around it.
    @Test func aCorrectedRoleIsHeldByTheSame() async throws {
        let (world, file, client, sister) = try await world()
        let added = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        let correction = try CorrectEntry<CaseFile>(
            added, to: AddPerson("Tiurma", .witness, sex: .female, age: Years(15)), because: "Hanya melihat.")
        try await world.act(GiveService(.health, to: sister, note: "x"), on: file)
        await #expect(throws: NotDone.refused(Refusal("client-recorded"))) {
            try await world.act(correction, on: file)
        }
        let service = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        try await world.act(WithdrawEntry<CaseFile>(service, because: "Tentang orang lain."), on: file)
        try await world.act(correction, on: file)
        #expect(try await world.file(file).clients.map(\.id) == [client])
        // Changed since, it is what it was changed to.
        try await world.act(change(sister, to: .client), on: file)
        try await world.act(GiveService(.health, to: sister, note: "x"), on: file)
        let family = try CorrectEntry<CaseFile>(
            added, to: AddPerson("Tiurma", .family, sex: .female, age: Years(15)), because: "Keluarga.")
        try await world.act(family, on: file)
        #expect(try await world.file(file).person(sister)?.role == .client)
    }

    @Test func whoIsAllegedInAnIncidentStaysIt() async throws {
        let (world, file, client, _) = try await world()
        try await world.act(AddPerson("Mertua", .alleged), on: file)
        let alleged = try #require(try await world.file(file).people.last).id
        try await world.act(
            RecordIncident(
                place: .household, harms: [.init(client, [.physical])], alleged: [.init(alleged)], what: "x"), on: file)
        await #expect(throws: NotDone.refused(Refusal("alleged-recorded"))) {
            try await world.act(change(alleged, to: .family), on: file)
        }
    }

    /// What triage told of somebody who is no client counts no more once the others are assessed.
    @Test func theRiskIsTheClientsOnly() async throws {
        let world = try await World()
        var complaint = World.fromSchool
        complaint.affected = [Affected("Melati", sex: .female), Affected("Wulan", sex: .female)]
        let received = try await world.receive(complaint)
        try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        let clients = try await world.file(file).clients.map(\.id)
        try await world.act(
            RecordAssessment(clients[0], try world.sheet("risk"), risk: .low, riskReason: "x"), on: file)
        #expect(try await world.file(file).risk == .high)
        try await world.act(RequestWaiver(.serveAtOnce, because: "Bukan korban."), on: file)
        try await world.act(DecideWaiver(.serveAtOnce, .granted, because: "Ya."), on: file, by: world.hasan)
        try await world.act(change(clients[1], to: .witness), on: file)
        #expect(try await world.file(file).risk == .low)
    }

    /// A child who turns out to be a client bars mediation as any other does.
    @Test func aNewClientBindsMediation() async throws {
        let (world, file, client, sister) = try await world()
        try await world.act(change(sister, to: .witness), on: file)
        try await world.act(DescribePerson(client, born: "1992"), on: file)
        try await world.act(RecordConsent(client, to: .mediation), on: file)
        let context = Context(now: World.now, worker: world.rina)
        try MediationRules.check(try await world.file(file), context)
        try await world.act(change(sister, to: .client), on: file)
        let after = try await world.file(file)
        let refusal = #expect(throws: Refusal.self) { try MediationRules.check(after, context) }
        #expect(refusal?.reason == "mediation-child")
    }
}
