import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// Whom a complaint told of only as somebody: their name is put right when it is known.
@Suite struct NameTests {
    private static let alias: Line = "Anak perempuan di rumah nomor tiga"

    private func world() async throws -> (world: World, file: ID<CaseFile>, girl: ID<Person>) {
        let world = try await World()
        var complaint = World.fromSchool
        complaint.affected = [Affected(Self.alias, sex: .female, age: Years(14))]
        let received = try await world.receive(complaint)
        try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        return (world, file, try #require(try await world.file(file).client).id)
    }

    @Test func titleSearchAndMatchingFollowTheNameThatWasPutRight() async throws {
        let (world, file, girl) = try await world()

        try await world.act(DescribePerson(girl, who: "Kirana Lubis"), on: file)

        let named = try #require(try await world.file(file).client)
        #expect(named.id == girl && named.name == "Kirana Lubis" && named.otherNames == [Self.alias])
        #expect(named.sex == .female && named.age(on: Day(World.now)) == 14)
        let own = try await world.desk.list(.cases(own: true), by: world.rina).rows
        #expect(own.map(\.card.title) == ["Kirana Lubis"] && own.map(\.card.victims.count) == [1])
        // By either name, and as it is misspelled.
        for words in ["kirana", "keirana lubis", "rumah nomor tiga"] {
            let found = try await world.desk.list(.search(words), by: world.rina).rows.map(\.card.record)
            #expect(found.contains(file.value), "\(words)")
        }
        for name in ["Kirana Lubis", Self.alias.text] {
            let alike = try await world.desk.list(.alike([Profile(name, sex: .female)]), by: world.dewi)
            #expect(alike.rows.map(\.card.record) == [file.value], "\(name)")
        }
    }

    @Test func aSpellingThatIsPutBackIsNoOtherName() async throws {
        let (world, file, girl) = try await world()
        for name: Line in ["Kirana", "Kirani", "Kirana"] {
            try await world.act(DescribePerson(girl, who: name), on: file)
        }
        let named = try #require(try await world.file(file).client)
        #expect(named.name == "Kirana" && named.otherNames == [Self.alias, "Kirani"])
    }

    @Test func aNameThatChangesNothingOrIsAnothersIsNotTakenUnseen() async throws {
        let (world, file, girl) = try await world()
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("born", .missing)]))) {
            try await world.act(DescribePerson(girl, who: Self.alias), on: file)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("person", .notInList)]))) {
            try await world.act(DescribePerson(ID(), who: "Kirana"), on: file)
        }
        await #expect(throws: NotDone.cautioned([Caution("person-known", ["name": "Ja'far Siregar"])])) {
            try await world.desk.perform(DescribePerson(girl, who: "Jafar Siregar"), on: file, by: world.rina)
        }
    }

    @Test func aRelationIsPutRightAndTakenOut() async throws {
        let (world, file, _) = try await world()
        try await world.act(AddPerson("Paman", .alleged, relation: .parent), on: file)
        let uncle = try #require(try await world.file(file).people.last).id
        try await world.act(DescribePerson(uncle, relation: .relative), on: file)
        #expect(try await world.file(file).person(uncle)?.relation == .relative)
        try await world.act(DescribePerson(uncle, wrong: [.relation]), on: file)
        let known = try #require(try await world.file(file).person(uncle))
        #expect(known.relation == nil && known.name == "Paman" && known.otherNames == [])
    }

    /// Matching goes by the names of closed cases too.
    @Test func aClosedCasesClientIsNamedToo() async throws {
        let (world, file, girl) = try await world()
        try await world.meetDues(of: file)
        try await world.act(
            RequestClosure(.moved, summary: "Pindah.", handover: "UPTD PPA Bintan", feedback: .satisfied), on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        try await world.act(DescribePerson(girl, who: "Kirana"), on: file)
        #expect(try await world.file(file).client?.name == "Kirana")
        await #expect(throws: NotDone.self) {
            try await world.act(ChangeRole(girl, to: .witness, because: "x"), on: file)
        }
    }

    /// What the name was before stands in the history, and a correction takes the mistake out of both.
    @Test func aWrongNameIsCorrectedInItsEntry() async throws {
        let (world, file, girl) = try await world()
        try await world.act(DescribePerson(girl, who: "Kirani"), on: file)
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        let correction = try CorrectEntry<CaseFile>(
            entry, to: DescribePerson(girl, who: "Kirana"), because: "Salah ketik.")
        try await world.act(correction, on: file)
        let named = try #require(try await world.file(file).client)
        #expect(named.name == "Kirana" && named.otherNames == [Self.alias])
    }

    @Test func anEntryOfBeforeStillTellsWhatItTold() throws {
        let person = ID<Person>()
        let old = try JSONDecoder().decode(
            DescribePerson.self, from: Data(#"{"person":"\#(person)","phone":"+6281200000003","wrong":["born"]}"#.utf8))
        #expect(old == DescribePerson(person, phone: "+6281200000003", wrong: [.born]))
        let added = try JSONDecoder().decode(AddPerson.self, from: Data(#"{"role":"family","who":"Bibi"}"#.utf8))
        #expect(added == AddPerson("Bibi", .family))
    }
}
