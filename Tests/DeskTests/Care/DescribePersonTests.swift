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
}
