import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// People who are one person, across files, and what people are to each other.
@Suite struct LinkTests {
    private func second(_ world: World, manager: Worker? = nil) async throws -> ID<CaseFile> {
        let received = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Lain.", affected: [Affected("Melati")]))
        try await world.desk.perform(world.triage((manager ?? world.rina).id), on: received, by: world.dewi)
        return try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
    }

    @Test func aLinkStandsInBothFilesAndIsTakenBackInBoth() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let two = try await second(world)
        let (person, other) = (
            try #require(try await world.file(one).client).id, try #require(try await world.file(two).client).id
        )
        let link = LinkPeople(person, with: PersonElsewhere(other, in: two), because: "Sekolah sama.")
        try await world.act(link, on: one)

        let there = try #require(try await world.file(two).links.first)
        #expect(there.person == other && there.elsewhere == PersonElsewhere(person, in: one))
        await #expect(throws: NotDone.refused(Refusal("linked-already"))) { try await world.act(link, on: one) }

        try await world.act(UnlinkPeople(there.id, because: "Orang lain."), on: two)
        #expect(try await world.file(one).links.isEmpty)
        #expect(try await world.file(two).links.isEmpty)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func itNeedsTheRightToOpenBoth() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let foreign = try await second(world, manager: world.hasan)
        let person = try #require(try await world.file(one).client).id
        let other = try #require(try await world.desk.open(CaseFile.self, foreign, by: world.hasan).record.client).id
        for (stranger, file) in [(other, foreign), (ID(), ID())] {
            await #expect(throws: NotDone.refused(.noSuchRecord)) {
                try await world.act(
                    LinkPeople(person, with: PersonElsewhere(stranger, in: file), because: "x"), on: one)
            }
        }
        // Linked while both were hers, taken back by who may open both only.
        let two = try await second(world)
        let mine = try #require(try await world.file(two).client).id
        try await world.act(LinkPeople(person, with: PersonElsewhere(mine, in: two), because: "x"), on: one)
        try await world.act(AssignManager(world.hasan.id, because: "x"), on: two)
        let link = try #require(try await world.file(one).links.first).id
        await #expect(throws: NotDone.refused(.noSuchRecord)) {
            try await world.act(UnlinkPeople(link, because: "x"), on: one)
        }
    }

    @Test func somebodyElsesIdIsNoPerson() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let two = try await second(world)
        let person = try #require(try await world.file(one).client).id
        await #expect(throws: NotDone.refused(.noSuchRecord)) {
            try await world.act(LinkPeople(person, with: PersonElsewhere(person, in: two), because: "x"), on: one)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("elsewhere", .notInList)]))) {
            try await world.act(LinkPeople(person, with: PersonElsewhere(person, in: one), because: "x"), on: one)
        }
    }

    @Test func anEarlierCaseThatIsClosedIsLinkedToo() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let two = try await second(world)
        try await world.meetDues(of: two)
        try await world.act(RequestClosure(.goalsMet, summary: "x", feedback: .satisfied), on: two)
        try await world.act(DecideClosure(.granted), on: two, by: world.hasan)
        let (person, other) = (
            try #require(try await world.file(one).client).id, try #require(try await world.file(two).client).id
        )
        try await world.act(LinkPeople(person, with: PersonElsewhere(other, in: two), because: "x"), on: one)
        #expect(try await world.file(two).links.count == 1)
    }

    @Test func whatWasSaidOfTwoPeopleIsSaidAnew() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let people = try await world.file(file).people
        for relation in [Relation.parent, .teacher] {
            try await world.act(RelatePeople(people[1].id, is: relation, of: people[0].id), on: file)
        }
        #expect(try await world.file(file).relations.map(\.relation) == [.teacher])
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("other", .notInList)]))) {
            try await world.act(RelatePeople(people[0].id, is: .parent, of: people[0].id), on: file)
        }
    }

    @Test func anIdentityNumberIsSeenOnRecord() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Ibu", .family, nik: "2171015405800001"), on: file)
        let mother = try #require(try await world.file(file).people.last)

        let revealed = try await world.desk.reveal(mother.id, in: file, by: world.rina)
        #expect(revealed.nik.text == "2171015405800001")
        let look = try #require(try await world.looks().last)
        #expect(look.kind == .reveal && look.record == file.value && look.shown == [mother.id.value])
        let client = try #require(try await world.file(file).client)
        for (person, worker) in [(mother.id, world.dewi), (client.id, world.rina), (ID(), world.rina)] {
            await #expect(throws: NotDone.unknown) {
                _ = try await world.desk.reveal(person, in: file, by: worker)
            }
        }
    }

    /// Who decides reads the file, and no identity number.
    @Test func whoDecidesSeesNoIdentityNumber() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddPerson("Ibu", .family, nik: "2171015405800001"), on: file)
        let mother = try #require(try await world.file(file).people.last).id
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        #expect(try await world.desk.sight(of: file.value, by: world.hasan) == .open)
        await #expect(throws: NotDone.notPermitted(.manageCases)) {
            _ = try await world.desk.reveal(mother, in: file, by: world.hasan)
        }
    }
}
