import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

/// What is corrected, withdrawn and voided.
@Suite struct MendTests {
    @Test func aCorrectionCountsAndBothVersionsStay() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()
        world.clock.advance(600)

        let correction = try CorrectEntry<Complaint>(
            entry, to: RecordCallback(outcome: .answered), because: "Salah pilih.")
        try await world.desk.perform(correction, on: id, by: world.dewi)

        let fold = try await world.open(id)
        #expect(fold.record.callbacks == [RecordCallback(outcome: .answered)])
        let mended = try #require(fold.happened(entry))
        #expect(mended.action as? RecordCallback == RecordCallback(outcome: .noAnswer, note: "Tidak diangkat."))
        #expect(mended.corrections.map(\.mended.reason) == ["Salah pilih."])
        #expect(mended.corrections.first?.mended.stamp.worker == world.dewi.id)
        #expect(mended.corrections.first?.mended.stamp.instant == World.now + 600)
        // Only what stands now is found.
        #expect(try await world.desk.list(.search("diangkat"), by: world.dewi).total == 0)
    }

    @Test func aCorrectionSaysSomethingElse() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()
        let same = RecordCallback(outcome: .noAnswer, note: "Tidak diangkat.")
        await #expect(throws: NotDone.refused(MendingRules.nothingChanged)) {
            try await world.desk.perform(
                try CorrectEntry<Complaint>(entry, to: same, because: "Salah pilih."), on: id, by: world.dewi)
        }
        let other = RecordCallback(outcome: .answered)
        try await world.desk.perform(
            try CorrectEntry<Complaint>(entry, to: other, because: "Salah pilih."), on: id, by: world.dewi)
        // Against what stands now, not against what was said first.
        try await world.desk.perform(
            try CorrectEntry<Complaint>(entry, to: same, because: "Tadi benar."), on: id, by: world.dewi)
        #expect(try await world.open(id).record.callbacks == [same])
    }

    @Test func theOpeningEntryCanBeCorrected() async throws {
        let world = try await World()
        let id = try await world.receive()
        let entry = try #require(try await world.open(id).history.first).id
        var other = World.fromSchool
        other.danger = .no

        try await world.desk.perform(CorrectEntry<Complaint>(entry, to: other, because: "x"), on: id, by: world.dewi)

        #expect(try await world.desk.list(.inbox, by: world.dewi).rows.map(\.card.urgency) == [0])
    }

    @Test func aWithdrawnEntryCountsNoMore() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()

        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "Salah berkas."), on: id, by: world.dewi)

        let fold = try await world.open(id)
        #expect(fold.record.callbacks.isEmpty)
        #expect(fold.happened(entry)?.withdrawn?.reason == "Salah berkas.")
        await #expect(throws: NotDone.refused(MendingRules.alreadyWithdrawn)) {
            try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.dewi)
        }
    }

    @Test func aVoidedRecordLeavesListsAndSearchButNotTheJournal() async throws {
        let world = try await World()
        let (id, _) = try await world.called()

        try await world.desk.perform(VoidRecord<Complaint>(.test, because: "Percobaan."), on: id, by: world.dewi)

        #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
        #expect(try await world.desk.list(.search("melati"), by: world.dewi).total == 0)
        let fold = try await world.desk.open(Complaint.self, id, by: world.dewi)
        #expect(fold.history.count == 3)
        #expect((fold.voided?.action as? VoidRecord<Complaint>)?.reason == "Percobaan.")
        await #expect(throws: NotDone.refused(Refusal("voided"))) {
            try await world.desk.perform(RecordCallback(outcome: .answered), on: id, by: world.dewi)
        }
    }

    @Test func aCorrectionThatOthersDidNotSeeIsAConflict() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.desk.perform(SetSafeContact(safeContact: "Telepon ibu."), on: id, by: world.dewi)
        let seen = try await world.open(id)
        let contact = try #require(seen.history.last).id
        let never = SetSafeContact<Complaint>(safeContact: "JANGAN telepon.")
        try await world.desk.perform(CorrectEntry<Complaint>(contact, to: never, because: "x"), on: id, by: world.dewi)

        await #expect(throws: NotDone.conflict(nil)) {
            try await world.desk.perform(
                SetSafeContact(phone: "+6281200000001", safeContact: "Telepon ibu."), on: id, by: world.hasan,
                Asking(seen: seen.version))
        }
    }

    @Test func aCorrectionShowsTheCautionsOfWhatItSays() async throws {
        let world = try await World()
        try await world.receive()
        world.clock.advance(60)
        let id = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        let opening = try #require(try await world.open(id).history.first).id
        let withPhone = ReceiveComplaint(channel: .direct, what: "Lain.", phone: World.fromSchool.phone)

        await #expect(throws: NotDone.cautioned([Caution("same-phone", ["codes": "LP-2026-0001"])])) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(opening, to: withPhone, because: "x"), on: id, by: world.dewi)
        }
    }

    @Test func whatIsNotThereAndAMendItselfAreNotMended() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()
        try await world.desk.perform(
            CorrectEntry<Complaint>(entry, to: RecordCallback(outcome: .answered), because: "x"), on: id, by: world.dewi
        )
        let mend = try #require(try await world.open(id).history.last).id
        let opening = try #require(try await world.open(id).history.first).id

        for entry in [mend, EntryID(UUID())] {
            await #expect(throws: NotDone.refused(MendingRules.noSuchEntry)) {
                try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.dewi)
            }
        }
        await #expect(throws: NotDone.refused(MendingRules.opensTheRecord)) {
            try await world.desk.perform(WithdrawEntry<Complaint>(opening, because: "x"), on: id, by: world.dewi)
        }
    }

    @Test func aCorrectionIsJudgedByTheMomentOfItsEntry() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()
        world.clock.advance(7200)

        // An hour after the entry was written, though an hour ago by now.
        let later = RecordCallback(outcome: .answered, at: Moment(World.now + 3600))
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("at", .inTheFuture)]))) {
            try await world.desk.perform(
                CorrectEntry<Complaint>(entry, to: later, because: "x"), on: id, by: world.dewi)
        }
    }

    @Test func mendsHoldAfterAStart() async throws {
        let world = try await World()
        let (id, entry) = try await world.called()
        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.dewi)

        let again = try await world.restarted()

        #expect(try await again.desk.open(Complaint.self, id, by: world.dewi).record.callbacks.isEmpty)
        #expect(try await again.verify() == [])
    }
}
