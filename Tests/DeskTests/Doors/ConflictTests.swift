import Casework
import Desk
import Foundation
import TestSupport
import Testing

@Suite struct ConflictTests {
    private let mine = SetSafeContact<Complaint>(phone: nil, safeContact: "Lewat guru.")
    private let theirs = SetSafeContact<Complaint>(phone: "+6281200000001", safeContact: "Telepon ibu.")

    @Test func twoWhoDidNotSeeEachOtherOnOneTopicAreAConflict() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.desk.perform(theirs, on: id, by: world.hasan, Asking(seen: 1))

        await #expect(throws: NotDone.conflict(nil)) {
            try await world.desk.perform(mine, on: id, by: world.dewi, Asking(seen: 1))
        }

        // Whoever has seen it may go on; nothing of either is lost.
        try await world.desk.perform(mine, on: id, by: world.dewi, Asking(seen: 2))
        let fold = try await world.desk.open(Complaint.self, id, by: world.dewi)
        #expect(fold.record.contact.how == "Lewat guru.")
        #expect(fold.history.compactMap { $0.action as? SetSafeContact<Complaint> } == [theirs, mine])
    }

    /// A refusal alone would leave the second one wondering who did what.
    @Test func whatCantBeDoneAfterTheirsIsAConflictToo() async throws {
        let world = try await World()
        let id = try await world.receive()
        let triage = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .handledElsewhere, elsewhere: "P2TP2A")
        try await world.desk.perform(
            triage, on: id, by: world.hasan, Asking(seen: 1, ticked: ["danger-passed-on"]))

        await #expect(throws: NotDone.conflict(Refusal("already-triaged"))) {
            try await world.desk.perform(triage, on: id, by: world.dewi, Asking(seen: 1))
        }
        await #expect(throws: NotDone.refused(Refusal("already-triaged"))) {
            try await world.desk.perform(triage, on: id, by: world.dewi, Asking(seen: 2))
        }
    }

    @Test func differentTopicsAndThoseWithoutOneNeverAre() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.desk.perform(theirs, on: id, by: world.hasan, Asking(seen: 1))

        for _ in 0..<2 {
            try await world.desk.perform(RecordCallback(outcome: .answered), on: id, by: world.dewi, Asking(seen: 1))
        }
        #expect(try await world.desk.open(Complaint.self, id, by: world.dewi).record.callbacks.count == 2)
    }

    @Test func manyAtOnceAreOneAfterTheOther() async throws {
        let world = try await World()
        let id = try await world.receive()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<10 {
                group.addTask {
                    try await world.desk.perform(
                        RecordCallback(outcome: .noAnswer, note: LongText("Ke-\(number)")), on: id, by: world.dewi)
                }
            }
            try await group.waitForAll()
        }

        let fold = try await world.desk.open(Complaint.self, id, by: world.dewi)
        #expect(fold.history.map(\.stamp.version) == Array(1...11))
        #expect(Set(fold.record.callbacks.compactMap(\.note?.text)).count == 10)
    }
}

@Suite struct CautionTests {
    @Test func aNumberThatCalledBeforeIsShownOnceAndTheTickIsJournaled() async throws {
        let world = try await World()
        try await world.receive()
        let again = ReceiveComplaint(channel: .sapaPhone, what: "Lain.", phone: World.fromSchool.phone)
        let caution = Caution("same-phone", ["codes": "LP-2026-0001"])
        world.clock.advance(60)

        await #expect(throws: NotDone.cautioned([caution])) {
            try await world.desk.perform(again, on: ID(), by: world.dewi)
        }

        let done = try await world.desk.perform(
            again, on: ID(), by: world.dewi, Asking(ticked: [caution.mark]))
        let fold = try await world.desk.open(Complaint.self, done.record, by: world.dewi)
        #expect(fold.history.first?.ticked == [caution.mark])

        // The tick stood for that sentence; the next one names more.
        await #expect(throws: NotDone.cautioned([Caution("same-phone", ["codes": "LP-2026-0002, LP-2026-0001"])])) {
            try await world.desk.perform(again, on: ID(), by: world.dewi, Asking(ticked: [caution.mark]))
        }
    }

    @Test func anotherOfficesComplaintIsNoCaution() async throws {
        let world = try await World()
        try await world.receive()

        try await world.desk.perform(World.fromSchool, on: ID(), by: world.other)
    }
}
