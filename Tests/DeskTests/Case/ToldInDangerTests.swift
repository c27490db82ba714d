import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// A second call tells of a child in danger whom the case does not know yet: whoever visits the client did not meet it.
@Suite struct ToldInDangerTests {
    private struct Story {
        let world: World
        let file: ID<CaseFile>
        let client: ID<Person>
        let told: ID<ToldPerson>

        /// The case of a client; an hour later a neighbour tells that a child next door to her is in danger.
        init(_ affected: Affected = Affected("Anak rumah biru", sex: .female, age: Years(8))) async throws {
            world = try await World()
            (_, file) = try await world.openCase()
            client = try await world.client(of: file)
            try await world.act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."), on: file)
            world.clock.advance(3600)
            let second = try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Tetangga.", danger: .yes, affected: [affected]))
            let joins = TriageComplaint(
                reachable: .no, threat: .yes, injured: .no, risk: .high, forms: [.physical], decision: .joinCase,
                joins: file)
            try await world.desk.perform(joins, on: second, by: world.dewi)
            told = try #require(try await world.file(file).toldPeople.first).id
            world.clock.advance(600)
        }

        func act(_ action: some Action<CaseFile>) async throws { try await world.act(action, on: file) }
        func record() async throws -> CaseFile { try await world.file(file) }
        func lastEntry() async throws -> EntryID {
            try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        }

        /// Who is to be served at once, by name.
        func toServe() async throws -> [String?] {
            try await record().namedTriggers.filter { $0.rule == .serveAtOnce && $0.isOpen }.map(\.what)
        }

        func visit(_ client: ID<Person>) async throws {
            try await act(RecordFollowUp(.visit, of: client, safe: .yes, note: "Baik."))
        }
    }

    @Test func whoVisitsTheClientDidNotMeetTheChild() async throws {
        let story = try await Story()
        #expect(try await story.toServe() == ["Melati", "Anak rumah biru"])
        try await story.visit(story.client)
        try await story.act(GiveService(.health, to: story.client, note: "Rumah aman."))
        #expect(try await story.toServe() == ["Anak rumah biru"])
        let dues = try await story.world.desk.dues(for: story.world.rina).filter { $0.rule == .serveAtOnce }
        #expect(dues.map(\.what) == ["Anak rumah biru"])
        #expect(try await story.world.workspace.verify() == [])
    }

    @Test func whoIsAddedIsServedForThemselves() async throws {
        let story = try await Story()
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8), told: story.told))
        let child = try #require(try await story.record().clients.last).id
        #expect(try await story.toServe() == ["Melati", "Seruni"])
        try await story.visit(story.client)
        #expect(try await story.toServe() == ["Seruni"])
        try await story.visit(child)
        #expect(try await story.toServe() == [])
    }

    /// Whoever is recognised as a client of that time has a clock already, and it may have been met by now.
    @Test(arguments: [false, true])
    func whoIsRecognisedIsNotServedTwice(isVisited: Bool) async throws {
        let story = try await Story()
        if isVisited { try await story.visit(story.client) }
        try await story.act(RecognisePerson(story.told, is: story.client))
        #expect(try await story.toServe() == (isVisited ? [] : ["Melati"]))
        // Taken back, somebody else is in danger again.
        try await story.act(WithdrawEntry<CaseFile>(try await story.lastEntry(), because: "Anak lain."))
        #expect(try await story.toServe().last == "Anak rumah biru")
    }

    /// Somebody added the child from what they saw, was with it, and then read the complaint.
    @Test func whoWasServedBeforeSheWasRecognisedWasServed() async throws {
        let story = try await Story()
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8)))
        let child = try #require(try await story.record().clients.last).id
        try await story.visit(story.client)
        try await story.visit(child)
        #expect(try await story.toServe() == ["Anak rumah biru"])
        try await story.act(RecognisePerson(story.told, is: child))
        #expect(try await story.toServe() == [])
    }

    /// Where a case has one client, nobody needs to name them: it is still they who were met, and nobody who came later.
    @Test func aVisitThatNamesNobodyServesNobodyWhoCameLater() async throws {
        let story = try await Story()
        try await story.act(RecordFollowUp(.visit, safe: .yes, note: "Baik."))
        #expect(try await story.toServe() == ["Anak rumah biru"])
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8), told: story.told))
        #expect(try await story.toServe() == ["Seruni"])
    }

    @Test func aVisitOfBeforeTheDangerServesNobody() async throws {
        let story = try await Story()
        let before = Moment(story.world.workspace.now - 3000)
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8)))
        let child = try #require(try await story.record().clients.last).id
        try await story.act(RecordFollowUp(.visit, of: child, safe: .yes, note: "Kemarin.", at: before))
        try await story.act(RecognisePerson(story.told, is: child))
        #expect(try await story.toServe() == ["Melati", "Seruni"])
    }

    @Test func whoIsInDangerIsAClientOrNotNeededForAReason() async throws {
        let story = try await Story()
        let teacher = try #require(try await story.record().people.first { $0.role != .client }).id
        let refused = NotDone.refused(Refusal("told-in-danger"))
        await #expect(throws: refused) { try await story.act(RecognisePerson(story.told, is: teacher)) }
        await #expect(throws: refused) { try await story.act(AddPerson("Seruni", .witness, told: story.told)) }

        let notNeeded = RecognisePerson(story.told, because: "Salah alamat, anaknya aman.")
        await #expect(throws: NotDone.cautioned([Caution("told-in-danger")])) {
            try await story.world.desk.perform(notNeeded, on: story.file, by: story.world.rina)
        }
        try await story.act(notNeeded)
        #expect(try await story.toServe() == ["Melati"])
    }

    @Test func whoIsKnownByThatNameIsNotToldApart() async throws {
        let story = try await Story(Affected("Melati"))
        #expect(try await story.toServe() == ["Melati"])
        try await story.visit(story.client)
        #expect(try await story.toServe() == [])
    }

    /// Taken for the client of that name, until it turns out that they can't be: then somebody still waits.
    @Test func whoTurnsOutToBeANamesakeIsServedForThemselves() async throws {
        let story = try await Story(Affected("Melati", age: Years(14)))
        try await story.visit(story.client)
        #expect(try await story.toServe() == [])
        try await story.act(DescribePerson(story.client, born: "1990"))
        #expect(try await story.record().toldOnly.map(\.id) == [story.told])
        #expect(try await story.toServe() == ["Melati"])
        // Once it began it is theirs, whoever is called so.
        try await story.act(AddPerson("Melati", .client))
        let other = try #require(try await story.record().clients.last).id
        try await story.visit(other)
        #expect(try await story.toServe() == ["Melati"])
        try await story.act(RecognisePerson(story.told, is: other))
        #expect(try await story.toServe() == [])
    }

    @Test func aCaseIsNotClosedOverWhoWaits() async throws {
        let story = try await Story()
        try await story.visit(story.client)
        await #expect(throws: NotDone.refused(Refusal("told-waits"))) { try await story.act(World.closure) }
    }

    /// Nobody is let off being with a child before it is said who it is: also where somebody took it for the client when
    /// the waiver was asked for, and that was taken back.
    @Test(arguments: [false, true])
    func whoIsOnlyToldOfIsInNoWaiver(isTakenForTheClient: Bool) async throws {
        let story = try await Story()
        if isTakenForTheClient { try await story.act(RecognisePerson(story.told, is: story.client)) }
        let recognised = try await story.lastEntry()
        let waiver = RequestWaiver(.serveAtOnce, because: "Bukan klien.")
        try await story.world.desk.perform(waiver, on: story.file, by: story.world.rina)
        try await story.world.act(
            DecideWaiver(.serveAtOnce, .granted, because: "Ya."), on: story.file, by: story.world.hasan)
        if isTakenForTheClient {
            #expect(try await story.toServe() == [])
            try await story.act(WithdrawEntry<CaseFile>(recognised, because: "Anak lain."))
        }
        #expect(try await story.toServe() == ["Anak rumah biru"])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("rule", .notInList)]))) {
            try await story.act(waiver)
        }
    }

    /// Two calls about one child: whoever is let off is let off both, and nothing begins anew.
    @Test func aWaiverIsOfAllThatRunsForOne() async throws {
        let story = try await Story()
        let again = try await story.world.receive(
            ReceiveComplaint(
                channel: .direct, what: "Lagi.", danger: .yes, affected: [Affected("Bocah", sex: .female)]))
        let joins = TriageComplaint(
            reachable: .no, threat: .yes, injured: .no, risk: .high, decision: .joinCase, joins: story.file)
        try await story.world.desk.perform(joins, on: again, by: story.world.dewi)
        let second = try #require(try await story.record().toldPeople.last).id
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8), told: story.told))
        let child = try #require(try await story.record().clients.last).id
        try await story.act(RecognisePerson(second, is: child))
        try await story.act(RequestWaiver(.serveAtOnce, of: child, because: "Bukan klien."))
        try await story.world.act(
            DecideWaiver(.serveAtOnce, of: child, .granted, because: "Ya."), on: story.file, by: story.world.hasan)
        #expect(try await !story.toServe().contains("Seruni"))
        try await story.act(ChangeRole(child, to: .witness, because: "Hanya melihat."))
    }

    /// One client, and a complaint that tells of two children who are called like her.
    @Test func twoOfOneComplaintAreNotTakenForOne() async throws {
        let story = try await Story()
        try await story.act(AddPerson("Anak", .client, sex: .female, age: Years(9)))
        let third = try await story.world.receive(
            ReceiveComplaint(
                channel: .direct, what: "Dua anak.", danger: .yes,
                affected: [
                    Affected("Anak", sex: .female, age: Years(8)), Affected("Anak", sex: .female, age: Years(10)),
                ]))
        let joins = TriageComplaint(
            reachable: .no, threat: .yes, injured: .no, risk: .high, decision: .joinCase, joins: story.file)
        try await story.world.desk.perform(joins, on: third, by: story.world.dewi)
        #expect(try await story.record().toldOnly.filter { $0.who == "Anak" }.count == 2)
    }

    /// A follow-up of when there was one client named nobody: it met her, and whoever turns out to be one too was not met.
    @Test func aCorrectionMakesNobodyAClient() async throws {
        let story = try await Story()
        try await story.act(AddPerson("Seruni", .witness, sex: .female, age: Years(8)))
        let added = try await story.lastEntry()
        try await story.act(RecordFollowUp(.visit, safe: .yes, note: "Baik."))
        let correction = try CorrectEntry<CaseFile>(
            added, to: AddPerson("Seruni", .client, sex: .female, age: Years(8)), because: "Juga korban.")
        await #expect(throws: NotDone.refused(Refusal("role-not-corrected"))) {
            try await story.act(correction)
        }
        let child = try #require(try await story.record().people.last).id
        try await story.act(ChangeRole(child, to: .client, because: "Juga korban."))
        try await story.act(RecognisePerson(story.told, is: child))
        #expect(try await story.toServe() == ["Seruni"])
        // Nor once she is one.
        await #expect(throws: NotDone.refused(Refusal("role-not-corrected"))) { try await story.act(correction) }
    }

    /// A role that is taken away takes no danger with it.
    @Test func whoIsInDangerStaysAClient() async throws {
        let story = try await Story()
        try await story.act(AddPerson("Seruni", .client, sex: .female, age: Years(8), told: story.told))
        let (client, child) = (story.client, try #require(try await story.record().clients.last).id)
        let inDanger = NotDone.refused(Refusal("client-in-danger", remedy: RequestWaiver.name))
        await #expect(throws: inDanger) { try await story.act(ChangeRole(child, to: .witness, because: "x")) }
        try await story.act(RequestWaiver(.serveAtOnce, because: "Bukan klien."))
        try await story.world.act(
            DecideWaiver(.serveAtOnce, .granted, because: "Ya."), on: story.file, by: story.world.hasan)
        try await story.act(ChangeRole(child, to: .witness, because: "Hanya melihat."))
        #expect(try await story.record().clients.map(\.id) == [client])
    }

    /// Word that names nobody, as a mediation's, is of all clients.
    @Test func whoIsKnownToBeUnsafeStaysAClient() async throws {
        let world = try await World()
        var file = CaseFile(id: ID())
        let stamp = { Stamp(entry: UUID(), instant: World.now, worker: ID(), version: $0) }
        AddPerson("Melati", .client).apply(to: &file, stamp(1))
        AddPerson("Seruni", .client).apply(to: &file, stamp(2))
        let old = try JSONDecoder().decode(
            RecordFollowUp.self, from: Data(#"{"note":"x","safe":"no","way":"visit"}"#.utf8))
        old.apply(to: &file, stamp(3))
        let context = Context(now: World.now, worker: world.rina)
        #expect(throws: Refusal("client-unsafe")) {
            try ChangeRole(file.clients[1].id, to: .witness, because: "x").check(file, context)
        }
    }
}
