import Casework
import Desk
import Foundation
import TestSupport
import Testing

@Suite struct DescribePersonTests {
    @Test func whatBecameKnownIsAddedAndTheRestStays() async throws {
        let world = try await World()
        let received = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Tetangga bercerita.", affected: [Affected("Wulan", sex: .female)])
        )
        try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        let wulan = try #require(try await world.file(file).client)
        #expect(wulan.age(on: Day(World.now)) == nil)

        try await world.act(DescribePerson(wulan.id, age: Years(34)), on: file)
        try await world.act(DescribePerson(wulan.id, phone: "+6281200000003"), on: file)

        let known = try #require(try await world.file(file).client)
        #expect(known.name == "Wulan" && known.sex == .female && known.role == .client)
        #expect(known.age(on: Day(World.now)) == 34 && known.phone == "+6281200000003")

        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("born", .missing)]))) {
            try await world.act(DescribePerson(wulan.id), on: file)
        }
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("person", .notInList)]))) {
            try await world.act(DescribePerson(ID(), sex: .female), on: file)
        }
        // The card of a woman, said of somebody who was told to be a man.
        await #expect(throws: NotDone.cautioned([Caution("nik-disagrees")])) {
            let card = DescribePerson(wulan.id, sex: .male, nik: "2171015403920001")
            try await world.desk.perform(card, on: file, by: world.rina)
        }
    }

    @Test func whatIsWrongIsTakenOut() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        try await world.act(
            DescribePerson(client, sex: .female, born: "1992", nik: "2171015403920001", phone: "+6281200000003"),
            on: file)

        try await world.act(
            DescribePerson(client, phone: "+6281200000004", wrong: [.nik, .phone, .born]), on: file)
        let known = try #require(try await world.file(file).person(client))
        #expect(known.phone == "+6281200000004", "what is right takes the place of what is wrong")
        #expect(known.nik == nil && known.born == nil && known.sex == .female)

        let nothing = NotDone.faulty(FormFaults(all: [Fault("wrong", .notInList)]))
        await #expect(throws: nothing) {
            try await world.act(DescribePerson(client, wrong: [.phone, .nik]), on: file)
        }
        try await world.act(DescribePerson(client, wrong: [.phone, .sex, .age]), on: file)
        let left = try #require(try await world.file(file).person(client))
        #expect(left.phone == nil && left.sex == nil && left.age == nil && left.name == known.name)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("born", .missing)]))) {
            try await world.act(DescribePerson(client, wrong: []), on: file)
        }
    }

    @Test func anAgeThatTheBirthDeniesIsAskedAbout() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let year = Day(World.now).year - 14
        let born = PartialDay("\(year)")
        let off = NotDone.cautioned([Caution("age-disagrees", ["n": "14"])])
        for age in [12, 16] {
            await #expect(throws: off) {
                let ayu = AddPerson("Ayu", .family, born: born, age: Years(age))
                try await world.desk.perform(ayu, on: file, by: world.rina)
            }
        }
        // Of a birth whose month nobody knows, a year is no difference.
        for age in [13, 14, 15] {
            let child = AddPerson(
                Line("Anak \(["satu", "dua", "tiga"][age - 13])"), .family, born: born, age: Years(age))
            try await world.desk.perform(child, on: file, by: world.rina)
        }
        try await world.act(DescribePerson(client, born: born), on: file)
        await #expect(throws: off) {
            try await world.desk.perform(DescribePerson(client, age: Years(41)), on: file, by: world.rina)
        }
        // An estimate grows older, too.
        let mother = AddPerson("Ibu", .family, age: Years(41))
        try await world.desk.perform(mother, on: file, by: world.rina)
        let grown = try await world.file(file)
        let inAYear = Day(World.now).adding(366)
        let told = try DescribePerson.suggestion(
            for: grown, choosing: try #require(grown.people.last).id.description, on: inAYear)
        #expect(told?["age"] == ["42"])
        // An estimate of before gives way to the birth date, unasked.
        let niece = AddPerson("Keponakan", .family, age: Years(41))
        try await world.desk.perform(niece, on: file, by: world.rina)
        let last = try #require(try await world.file(file).people.last)
        try await world.desk.perform(DescribePerson(last.id, born: born), on: file, by: world.rina)
    }

    @Test func nobodyIsAddedTwiceUnseen() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        for spelling: Line in ["Rosmaida", "rosmaidah"] {
            await #expect(throws: NotDone.cautioned([Caution("person-known", ["name": "Rosmaida"])])) {
                try await world.desk.perform(AddPerson(spelling, .family), on: file, by: world.rina)
            }
        }
        for other: Line in ["Tiurma", "Ibu Rosmaida", "Adik Rosmaida", "Paman Rosmaida"] {
            try await world.desk.perform(AddPerson(other, .family), on: file, by: world.rina)
        }
    }

    @Test func aYearThatIsLongAgoIsAskedAbout() async throws {
        let world = try await World()
        let (file, client) = try await world.calmCase()
        let service = { (days: Double) in
            GiveService(.health, to: client, note: "x", at: Moment(World.now - days * 86_400))
        }
        try await world.act(RecordAssessment(client, try world.sheet("risk"), risk: .medium), on: file)
        try await world.desk.perform(service(364), on: file, by: world.rina)
        let year = Day(World.now - 366 * 86_400).year
        await #expect(throws: NotDone.cautioned([Caution("long-ago", ["year": "\(year)"])])) {
            try await world.desk.perform(service(366), on: file, by: world.rina)
        }
    }

    /// A complaint is asked when it came, and when it happened: the caution says which of them is meant.
    @Test func whateverTellsWhenItWasIsAskedAbout() async throws {
        let world = try await World()
        let (file, _) = try await world.calmCase()
        let at = Moment(World.now - 366 * 86_400)
        let year = "\(Day(at.instant).year)"
        await #expect(throws: NotDone.cautioned([Caution("long-ago", ["year": year])])) {
            try await world.desk.perform(RecordNote(note: "x", at: at), on: file, by: world.rina)
        }
        await #expect(throws: NotDone.cautioned([Caution("came-long-ago", ["year": year])])) {
            try await world.desk.perform(
                ReceiveComplaint(channel: .letter, what: "x", at: at), on: ID(), by: world.dewi)
        }
    }

    /// Where somebody lives stands in the file, and nowhere else: no search finds it, and no stub tells it.
    @Test func anAddressStaysInTheFile() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        try await world.act(DescribePerson(client, address: "Perumahan Cendana Blok C"), on: file)
        try await world.act(AddPerson("Bibi", .family, address: "Cendana Raya 4"), on: file)
        let people = try await world.file(file).people
        #expect(people.first?.address == "Perumahan Cendana Blok C" && people.last?.address == "Cendana Raya 4")
        for worker in [world.rina, world.hasan] {
            #expect(try await world.desk.list(.search("Cendana"), by: worker).total == 0)
        }
        let card = try await world.file(file).card(1)
        #expect(!String(decoding: card.packed, as: UTF8.self).contains("Cendana"))
        // What is not told stays, and what is wrong goes.
        try await world.act(DescribePerson(client, sex: .female), on: file)
        #expect(try await world.file(file).client?.address != nil)
        try await world.act(DescribePerson(client, wrong: [.address]), on: file)
        #expect(try await world.file(file).client?.address == nil)
    }
}
