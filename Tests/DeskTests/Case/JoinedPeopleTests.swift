import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// A complaint that joins a case brings whom it tells of, and what they need.
@Suite struct JoinedPeopleTests {
    private static let second = ReceiveComplaint(
        channel: .direct, what: "Tante bercerita tentang kakak beradik.",
        affected: [Affected("Melati"), Affected("Adik Melati", sex: .female, age: Years(8))], day: "2026-11",
        needs: [.signLanguage], reporter: "Tante Rosa", relation: .family, phone: "+6281200000007")

    private func join(
        _ complaint: ReceiveComplaint = second, _ forms: [ViolenceForm] = [.physical]
    ) async throws -> (world: World, file: ID<CaseFile>) {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await join(complaint, forms, file, world)
        return (world, file)
    }

    private func join(
        _ complaint: ReceiveComplaint, _ forms: [ViolenceForm], _ file: ID<CaseFile>, _ world: World
    ) async throws {
        let received = try await world.desk.perform(Reading(complaint), on: ID(), by: world.dewi) { _ in true }.record
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: forms, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: ID(received.value), by: world.dewi)
    }

    @Test func whoIsNotInTheFileIsToldApart() async throws {
        let (world, file) = try await join()
        let told = try await world.file(file).toldOnly
        // Melati is a client already: nobody is asked about her.
        #expect(told.map(\.who) == ["Adik Melati", "Tante Rosa"])
        #expect(told.map(\.role) == [.client, .reporter])
        #expect(told.first?.age == Years(8) && told.last?.phone == "+6281200000007")
        #expect(try await world.file(file).people.map(\.name) == ["Melati", "Ja'far Siregar"])
    }

    @Test func aSecondVictimIsAddedFromWhatWasToldAndCounts() async throws {
        let (world, file) = try await join()
        let sister = try #require(try await world.file(file).toldOnly.first)
        let known = try AddPerson.suggestion(for: try await world.file(file), beginning: sister.id.description)
        #expect(known?["who"] == ["Adik Melati"] && known?["role"] == ["client"] && known?["age"] == ["8"])

        try await world.act(AddPerson("Seruni", .client, sex: .female, age: Years(8), told: sister.id), on: file)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.record.toldOnly.map(\.who) == ["Tante Rosa"])
        #expect(fold.card.victims.count == 2)
        // What the second complaint told was done to both whom it names; what the first told, to Melati alone.
        #expect(fold.card.victims.map(\.forms) == [[.physical, .sexual], [.physical]])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("told", .notInList)]))) {
            try await world.act(AddPerson("Seruni Dua", .client, told: sister.id), on: file)
        }
        #expect(try AddPerson.suggestion(for: fold.record, beginning: sister.id.description) == nil)

        // Taken back, she is told of again.
        let entry = try #require(fold.history.last).id
        try await world.act(WithdrawEntry<CaseFile>(entry, because: "x"), on: file)
        #expect(try await world.file(file).toldOnly.count == 2)
    }

    @Test func whoIsInTheFileAlreadyIsRecognised() async throws {
        let (world, file) = try await join(
            ReceiveComplaint(
                channel: .callCentre, what: "Tetangga menelepon.",
                affected: [Affected("Gadis di kos biru", sex: .female, age: Years(15))]))
        let told = try #require(try await world.file(file).toldOnly.first).id
        let melati = try #require(try await world.file(file).client).id
        // Until somebody says so, it is nobody's.
        #expect(try await world.file(file).forms(of: melati) == [.sexual])

        try await world.act(RecognisePerson(told, is: melati), on: file)

        let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(fold.record.toldOnly.isEmpty && fold.card.victims.count == 1)
        #expect(fold.record.client?.name == "Melati" && fold.record.client?.otherNames == ["Gadis di kos biru"])
        #expect(fold.record.client?.age(on: Day(World.now)) == 14, "what was known stays")
        #expect(fold.record.forms(of: melati) == [.physical, .sexual])
        let found = try await world.desk.list(.search("kos biru"), by: world.rina).rows
        #expect(found.contains { $0.card.record == file.value })
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("told", .notInList)]))) {
            try await world.act(RecognisePerson(told, is: melati), on: file)
        }
        let entry = try #require(fold.history.last).id
        try await world.act(WithdrawEntry<CaseFile>(entry, because: "Orang lain."), on: file)
        let before = try await world.file(file)
        #expect(before.toldOnly.map(\.id) == [told] && before.client?.otherNames == [])
    }

    @Test func whoIsNotNeededTakesAReason() async throws {
        let (world, file) = try await join()
        let aunt = try #require(try await world.file(file).toldOnly.last).id
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("person", .missing)]))) {
            try await world.act(RecognisePerson(aunt), on: file)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("person", .notInList)]))) {
            try await world.act(RecognisePerson(aunt, is: ID()), on: file)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("told", .notInList)]))) {
            try await world.act(RecognisePerson(ID(), because: "x"), on: file)
        }
        try await world.act(RecognisePerson(aunt, because: "Tidak mau disebut."), on: file)
        #expect(try await world.file(file).toldOnly.map(\.who) == ["Adik Melati"])
    }

    @Test func whoWasHarmedAndIsNoClientIsAskedAbout() async throws {
        let (world, file) = try await join()
        let sister = try #require(try await world.file(file).toldOnly.first).id
        let teacher = try #require(try await world.file(file).people.last).id
        await #expect(throws: NotDone.cautioned([Caution("told-no-client", ["name": "Ja'far Siregar"])])) {
            try await world.desk.perform(RecognisePerson(sister, is: teacher), on: file, by: world.rina)
        }
    }

    /// Somebody of the same name is another one where age or sex say so.
    @Test func aNamesakeIsNobodyElse() async throws {
        for other in [Affected("Melati", age: Years(40)), Affected("Melati", sex: .male)] {
            let (world, file) = try await join(
                ReceiveComplaint(channel: .direct, what: "x", affected: [other]))
            #expect(try await world.file(file).toldOnly.map(\.who) == ["Melati"])
        }
    }

    /// Two of one complaint are two people, until somebody says that both are the client.
    @Test func oneOfThemIsPlainOnceTheOtherWasNamed() async throws {
        let (world, file) = try await join()
        let client = try await world.client(of: file)
        let sister = try #require(try await world.file(file).toldOnly.first).id
        try await world.act(RecognisePerson(sister, is: client), on: file)
        #expect(try await world.file(file).toldOnly.filter { $0.role == .client }.isEmpty)
    }

    @Test func nobodyWhoWasHarmedIsForgottenAtTheEnd() async throws {
        let (world, file) = try await join()
        try await world.meetDues(of: file)
        let closing = RequestClosure(
            .moved, summary: "Pindah.", handover: "UPTD PPA Bintan", feedback: .satisfied)
        // Nobody was with her, and nobody can be before it is said who she is.
        await #expect(throws: NotDone.refused(Refusal("told-waits"))) {
            try await world.desk.perform(closing, on: file, by: world.rina)
        }
        let sister = try #require(try await world.file(file).toldOnly.first).id
        try await world.act(RecognisePerson(sister, because: "Pindah bersama ibunya."), on: file)
        try await world.act(closing, on: file)
    }

    /// An entry of before each of them had a clock: she is asked about at the end.
    @Test func whoWasToldOfBeforeIsAskedAboutAtTheEnd() async throws {
        let (world, file) = try await join()
        var record = try await world.file(file)
        let joining = JoinComplaint(
            complaint: ID(), what: "x", forms: [.neglect], risk: .low, received: Moment(World.now),
            affected: [Affected("Sepupu")])
        var answers = try #require(try JSONSerialization.jsonObject(with: joining.json()) as? [String: Any])
        #expect(answers.removeValue(forKey: "reaches") != nil)
        let old = try JSONDecoder().decode(
            JoinComplaint.self, from: JSONSerialization.data(withJSONObject: answers))
        old.apply(to: &record, Stamp(entry: UUID(), instant: World.now, worker: world.rina.id, version: 9))
        let closing = RequestClosure(
            .moved, summary: "Pindah.", handover: "UPTD PPA Bintan", feedback: .satisfied)
        let told = Caution("told-not-in-file", ["names": "Adik Melati, Sepupu"])
        #expect(closing.cautions(record, Context(now: World.now, worker: world.rina)).contains(told))
        #expect(record.triggers.allSatisfy { $0.about != record.toldPeople.last?.id.value })
    }

    @Test func needsOfEachComplaintStandInTheFileAndArePutRight() async throws {
        let world = try await World()
        var first = World.fromSchool
        first.needs = [.interpreter]
        let received = try await world.receive(first)
        try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        #expect(try await world.file(file).needs == [.interpreter])
        try await join(Self.second, [], file, world)
        #expect(try await world.file(file).needs == [.interpreter, .signLanguage])

        let known = try SetNeeds.suggestion(for: try await world.file(file))
        #expect(known?["needs"] == ["JBH", "JBI"])
        try await world.act(SetNeeds([.signLanguage], note: "Adiknya."), on: file)
        let told = try await world.file(file)
        #expect(told.needs == [.signLanguage] && told.needsNote == "Adiknya.")
        try await world.act(SetNeeds(), on: file)
        let none = try await world.file(file)
        #expect(none.needs.isEmpty && none.needsNote == nil)
    }

    /// One that joined before it carried people is about whom the first one was about.
    @Test func anOldJoinMeansWhatItMeant() throws {
        let (complaint, person) = (ID<Complaint>(), ID<Person>())
        let old = try JSONDecoder().decode(
            JoinComplaint.self,
            from: Data(
                #"{"complaint":"\#(complaint)","forms":["PSI"],"received":"2026-11-24T02:00:00Z","risk":"low","what":"x"}"#
                    .utf8))
        var file = CaseFile(id: ID())
        let stamp = { Stamp(entry: UUID(), instant: World.now, worker: ID(), version: $0) }
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.physical], decision: .newCase)
        OpenCase(
            complaint: ID(), triage: triage, received: World.fromSchool, contact: SafeContact(), at: World.now,
            manager: ID()
        ).apply(to: &file, stamp(1))
        AddPerson("Bibi", .client).apply(to: &file, stamp(2))

        old.apply(to: &file, stamp(3))

        let clients = file.clients.map(\.id)
        #expect(file.toldPeople.isEmpty && file.needs.isEmpty && !clients.contains(person))
        #expect(clients.map(file.forms(of:)) == [[.physical, .psychological], []])
    }

    /// The police know of the first one: of her sister they do not, and the law's clock runs for her (UU 12/2022 art. 41).
    @Test func anotherVictimOfSexualViolenceIsReportedToo() async throws {
        let (world, file) = try await join(Self.second, [.sexual])
        let open = { try await world.file(file).triggers.filter { $0.rule == .reportToPolice && $0.isOpen }.count }
        // One report covers both, as long as nobody made it.
        #expect(try await open() == 1)
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        #expect(try await open() == 0)
        let known = ReceiveComplaint(
            channel: .direct, what: "Tante.", affected: [Affected("Melati", sex: .female, age: Years(14))])
        try await join(known, [.sexual], file, world)
        #expect(try await open() == 0)
        let other = ReceiveComplaint(channel: .direct, what: "Tante.", affected: [Affected("Sepupu Melati")])
        try await join(other, [.physical], file, world)
        #expect(try await open() == 0)
        try await join(other, [.sexual], file, world)
        #expect(try await open() == 1)
    }

    /// She turns out to be the client of whom the police know, or nobody; or another one, for whom the clock runs on.
    @Test(arguments: [true, false, nil])
    func whoTurnsOutToBeKnownIsNotReportedAgain(isClient: Bool?) async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        let other = ReceiveComplaint(channel: .direct, what: "Tante.", affected: [Affected("Siswi kelas 8")])
        try await join(other, [.sexual], file, world)
        let told = try #require(try await world.file(file).toldOnly.first).id
        let client = try await world.client(of: file)
        switch isClient {
        case true?: try await world.act(RecognisePerson(told, is: client), on: file)
        case false?: try await world.act(RecognisePerson(told, because: "Salah alamat."), on: file)
        case nil: try await world.act(AddPerson("Siswi kelas 8", .client, told: told), on: file)
        }
        let open = { try await world.file(file).triggers.filter { $0.rule == .reportToPolice && $0.isOpen }.count }
        #expect(try await open() == (isClient == nil ? 1 : 0))
        // Her family was at the police before the office.
        let before = ReportToPolice(
            unit: "Unit PPA", number: "2", by: .family, at: Moment(World.now - 86_400))
        try await world.act(before, on: file)
        #expect(try await open() == 0)
    }

    /// Who came to the case later, and was a client when the office told the police, is known to them.
    @Test func whoWasAClientAtTheReportIsKnownToThePolice() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Adik Melati", .client, age: Years(8)), on: file)
        let sister = try #require(try await world.file(file).people.last).id
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        let other = ReceiveComplaint(channel: .direct, what: "Tante.", affected: [Affected("Gadis di kos biru")])
        try await join(other, [.sexual], file, world)
        let open = { try await world.file(file).triggers.filter { $0.rule == .reportToPolice && $0.isOpen }.count }
        #expect(try await open() == 1)
        let told = try #require(try await world.file(file).toldOnly.first).id
        try await world.act(RecognisePerson(told, is: sister), on: file)
        #expect(try await open() == 0)
    }
}
