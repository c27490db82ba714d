import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Assessments, what waits for the head, appointments, and who is named.
@Suite struct AssessmentTests {
    @Test func aLowerRiskThanTheScoreSaysHasAReason() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
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

    /// A child's low risk says nothing about its mother's.
    @Test func theCaseHasTheHighestRiskOfItsClients() async throws {
        let world = try await World()
        let (file, mother) = try await world.calmCase()
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(9)), on: file)
        let child = try #require(try await world.file(file).clients.last).id
        let calm = try world.sheet("kdrt", "no")
        let assess = { (client: ID<Person>, risk: Risk) in
            try await world.act(RecordAssessment(client, calm, risk: risk), on: file)
            return try await world.file(file).risk
        }
        #expect(try await assess(mother, .high) == .high)
        #expect(try await assess(child, .low) == .high)
        #expect(try await world.desk.list(.cases(own: true), by: world.rina).rows.first?.card.codes["risk"] == "high")
        #expect(try await assess(mother, .medium) == .medium)
        #expect(try await assess(mother, .low) == .low)
        // What was made earlier and told later is no newer.
        world.clock.advance(86_400)
        let earlier = RecordAssessment(mother, calm, risk: .high, at: Moment(World.now - 3600))
        try await world.act(earlier, on: file)
        #expect(try await world.file(file).risk == .low)
    }

    /// What triage told of both counts for the one who was not assessed yet.
    @Test func whoWasNotAssessedKeepsTheRiskThatWasTold() async throws {
        let world = try await World()
        var complaint = World.fromSchool
        complaint.affected = [
            Affected("Ibu", sex: .female, age: Years(35)), Affected("Anak", sex: .male, age: Years(9)),
        ]
        let id = try await world.receive(complaint)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
        let clients = try await world.file(file).clients.map(\.id)
        let calm = try world.sheet("kdrt", "no")
        try await world.act(RecordAssessment(clients[1], calm, risk: .low), on: file)
        #expect(try await world.file(file).risk == .high)
        try await world.act(RecordAssessment(clients[0], calm, risk: .medium), on: file)
        #expect(try await world.file(file).risk == .medium)
    }

    @Test func aPlanFollowsAnAssessmentUnlessTheRiskIsHigh() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        await #expect(throws: NotDone.refused(Refusal("assess-first", remedy: RecordAssessment.name))) {
            try await world.act(World.plan, on: file)
        }
        let (_, urgent) = try await world.openCase()
        try await world.act(World.plan, on: urgent)
    }

    @Test func whatWaitsForTheHeadIsOnTheirListAndNobodyElses() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(World.plan, on: file)
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

    @Test func anAppointmentIsDueUntilItIsKept() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let next = Moment(World.now + 86_400)
        try await world.act(GiveService(.socialRehabilitation, to: client, note: "x", next: next), on: file)
        #expect(try await world.desk.dues(for: world.rina).map(\.at) == [next.instant])
        world.clock.advance(86_400)
        try await world.act(RecordFollowUp(.visit, safe: .yes, note: "Baik."), on: file)
        #expect(try await world.desk.dues(for: world.rina).isEmpty)
    }

    @Test func anAppointmentStaysUntilItsDayAndItsClientCame() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(AddPerson("Adik", .client, sex: .male, age: Years(20)), on: file)
        let brother = try #require(try await world.file(file).clients.last).id
        let friday = World.now + 3 * 86_400
        try await world.act(GiveService(.health, to: client, note: "x", next: Moment(friday)), on: file)
        let due = { try await world.desk.dues(for: world.rina).map(\.at) }
        world.clock.advance(86_400)
        try await world.act(RecordFollowUp(.phone, of: client, safe: .yes, note: "Lebih awal."), on: file)
        #expect(try await due() == [friday])
        world.clock.set(friday + 3600)
        try await world.act(RecordFollowUp(.notReached, of: client, safe: .unknown, note: "x"), on: file)
        try await world.act(GiveService(.health, to: brother, note: "x"), on: file)
        #expect(try await due() == [friday])
        try await world.act(GiveService(.health, to: client, note: "x"), on: file)
        #expect(try await due().isEmpty)
    }

    @Test func somebodyWhomOthersNameIsCorrectedAndNotTakenBack() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Ayah tri", .alleged), on: file)
        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let (entry, alleged) = (try #require(fold.history.last).id, try #require(fold.record.people.last).id)
        let client = try await world.client(of: file)
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

    @Test func whoIsNamedByACorrectionIsNotTakenBackEither() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        try await world.act(AddPerson("Paman", .alleged), on: file)
        var fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        let (added, uncle) = (try #require(fold.history.last).id, try #require(fold.record.people.last).id)
        var incident = RecordIncident(place: .household, harms: [.init(client, [.sexual])], what: "x")
        try await world.act(incident, on: file)
        fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        incident.alleged = [.init(uncle)]
        try await world.act(
            CorrectEntry<CaseFile>(try #require(fold.history.last).id, to: incident, because: "Pamannya."), on: file)
        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.act(WithdrawEntry<CaseFile>(added, because: "x"), on: file)
        }
    }
}

/// How somebody lives, domain by domain.
@Suite struct BiopsychosocialTests {
    @Test func theNewestOfEachClientIsWhatAPlanIsMadeFrom() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Kenanga", .client, sex: .female, age: Years(9)), on: file)
        let clients = try await world.file(file).clients.map(\.id)
        for (client, conclusion, at) in [
            (clients[0], "Takut.", nil), (clients[1], "Tenang.", nil),
            (clients[0], "Dulu.", Moment(World.now - 5 * 86_400)), (clients[0], "Lebih tenang.", nil),
        ] as [(ID<Person>, LongText, Moment?)] {
            try await world.act(RecordBiopsychosocial(client, conclusion: conclusion, at: at), on: file)
        }
        let told = try await world.file(file)
        #expect(told.biopsychosocials.count == 4)
        #expect(told.newestBiopsychosocials.map(\.told.conclusion) == ["Lebih tenang.", "Tenang."])
        #expect(try await world.desk.list(.search("lebih tenang"), by: world.rina).total == 1)
    }

    @Test func itIsOfAClientAndConcludesAndTheRiskStaysWhatItIs() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let alleged = AddPerson("Paman", .alleged, sex: .male)
        try await world.act(alleged, on: file)
        let people = try await world.file(file).people
        let other = try #require(people.first { $0.role == .alleged }).id
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("client", .notInList)]))) {
            try await world.act(RecordBiopsychosocial(other, conclusion: "x"), on: file)
        }
        let client = try #require(people.first { $0.role == .client }).id
        try await world.act(RecordBiopsychosocial(client, safety: "Aman.", conclusion: "Baik."), on: file)
        let told = try await world.file(file)
        #expect(told.risk == .high && told.assessments.isEmpty)
    }
}
