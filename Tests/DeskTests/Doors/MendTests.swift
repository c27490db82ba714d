import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

@Suite struct MendTests {
    /// A complaint with one call-back on it.
    private func called(_ world: World) async throws -> (id: ID<Complaint>, entry: EntryID) {
        let id = try await world.receive()
        try await world.desk.perform(
            RecordCallback(outcome: .noAnswer, note: "Tidak diangkat."), on: id, by: world.dewi)
        return (id, try #require(try await world.open(id).history.last).id)
    }

    @Test func aCorrectionCountsAndBothVersionsStay() async throws {
        let world = try await World()
        let (id, entry) = try await called(world)
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
        let (id, entry) = try await called(world)
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
        let (id, entry) = try await called(world)

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
        let (id, _) = try await called(world)

        try await world.desk.perform(VoidRecord<Complaint>(.test, because: "Percobaan."), on: id, by: world.dewi)

        #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
        #expect(try await world.desk.list(.search("melati"), by: world.dewi).total == 0)
        let fold = try await world.open(id)
        #expect(fold.history.count == 3)
        #expect((fold.voided?.action as? VoidRecord<Complaint>)?.reason == "Percobaan.")
        await #expect(throws: NotDone.refused(Refusal("voided"))) {
            try await world.desk.perform(RecordCallback(outcome: .answered), on: id, by: world.dewi)
        }
    }

    @Test func othersAndOlderEntriesAreMendedOnlyByApproval() async throws {
        for (mender, hours) in [("hasan", 0.0), ("dewi", 24)] {
            for place in Samples.mends(of: EntryID(UUID())).indices {
                let world = try await World()
                let (id, entry) = try await called(world)
                world.clock.advance(hours * 3600)
                let worker = mender == "hasan" ? world.hasan : world.dewi
                let before = try await world.open(id).card

                try await world.perform(Samples.mends(of: entry)[place], on: id, by: worker)

                // It is on record and changes nothing.
                let fold = try await world.open(id)
                #expect(fold.history.count == 3 && fold.history.last?.approval == .asked)
                #expect(fold.card.status == before.status && fold.card.text == before.text)
                #expect(fold.record.callbacks.count == 1 && fold.card.asksApproval)
                await #expect(throws: NotDone.refused(MendingRules.proposedAlready)) {
                    try await world.perform(Samples.mends(of: entry)[place], on: id, by: worker)
                }
            }
        }
    }

    @Test(arguments: [ApprovalDecision.granted, .refused])
    func theSupervisorDecidesAProposal(decision: ApprovalDecision) async throws {
        let world = try await World()
        let (id, entry) = try await called(world)
        world.clock.advance(48 * 3600)
        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "Salah berkas."), on: id, by: world.dewi)
        let proposal = try #require(try await world.open(id).history.last).id
        let decided = DecideMending<Complaint>(proposal, decision, because: "Sudah diperiksa.")

        await #expect(throws: NotDone.notPermitted(.approve)) {
            try await world.desk.perform(decided, on: id, by: world.dewi)
        }
        try await world.desk.perform(decided, on: id, by: world.hasan)

        let fold = try await world.open(id)
        #expect(fold.record.callbacks.count == (decision == .granted ? 0 : 1))
        #expect((fold.happened(entry)?.withdrawn?.reason == "Salah berkas.") == (decision == .granted))
        #expect(fold.happened(proposal)?.decided?.reason == "Sudah diperiksa." && !fold.card.asksApproval)
        await #expect(throws: NotDone.refused(Refusal("nothing-to-decide"))) {
            try await world.desk.perform(decided, on: id, by: world.hasan)
        }
        #expect(try await world.restarted().verify() == [])
    }

    @Test func nobodyDecidesTheirOwnProposalWhileThereIsAnother() async throws {
        let world = try await World()
        let (id, entry) = try await called(world)
        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.hasan)
        let proposal = try #require(try await world.open(id).history.last).id
        let decided = DecideMending<Complaint>(proposal, .granted, because: "x")

        // He is the only one who may approve: marked, and on the overseer's list.
        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(decided, on: id, by: world.hasan)
        }
        try await world.accounts.add(handle: "ida", name: "Ida Ayu", posts: [.head], password: World.password)
        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(decided, on: id, by: world.hasan)
        }
    }

    @Test func decidedAloneItIsOnTheOverseersList() async throws {
        let world = try await World()
        let (id, entry) = try await called(world)
        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.hasan)
        let proposal = try #require(try await world.open(id).history.last).id
        try await world.desk.perform(
            DecideMending<Complaint>(proposal, .granted, because: "x"), on: id, by: world.hasan,
            Asking(ticked: ["no-second-person"]))
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).rows.map(\.code) == ["LP-2026-0001"])
    }

    @Test func aGrantedCorrectionIsAConflictForAStaleForm() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.desk.perform(SetSafeContact(safeContact: "Telepon ibu."), on: id, by: world.dewi)
        let contact = try #require(try await world.open(id).history.last).id
        let never = SetSafeContact<Complaint>(safeContact: "JANGAN telepon.")
        try await world.desk.perform(CorrectEntry<Complaint>(contact, to: never, because: "x"), on: id, by: world.rina)
        let seen = try await world.open(id)
        let proposal = try #require(seen.history.last).id
        try await world.desk.perform(
            DecideMending<Complaint>(proposal, .granted, because: "x"), on: id, by: world.hasan)
        await #expect(throws: NotDone.conflict) {
            try await world.desk.perform(
                SetSafeContact(safeContact: "Telepon ibu."), on: id, by: world.dewi, Asking(seen: seen.version))
        }
    }

    @Test func aProposalIsJudgedAnewWhenItIsDecided() async throws {
        let world = try await World()
        let id = try await world.receive()
        try await world.desk.perform(SetSafeContact(safeContact: "Telepon ibu."), on: id, by: world.dewi)
        let contact = try #require(try await world.open(id).history.last).id
        try await world.desk.perform(WithdrawEntry<Complaint>(contact, because: "x"), on: id, by: world.rina)
        let proposal = try #require(try await world.open(id).history.last).id
        try await world.desk.perform(SetSafeContact(safeContact: "Lewat guru."), on: id, by: world.dewi)

        await #expect(throws: NotDone.refused(MendingRules.builtUpon)) {
            try await world.desk.perform(
                DecideMending<Complaint>(proposal, .granted, because: "x"), on: id, by: world.hasan)
        }
        try await world.desk.perform(
            DecideMending<Complaint>(proposal, .refused, because: "x"), on: id, by: world.hasan)
    }

    // MARK: what made entries elsewhere

    @Test func withATriageTheCaseThatItOpenedIsTakenBack() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let triage = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.last).id

        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "Salah."), on: complaint, by: world.dewi)

        #expect(try await world.desk.list(.cases(own: true), by: world.rina).total == 0)
        #expect(try await world.desk.dues(for: world.rina).map(\.rule) == [.serveAtOnce])
        #expect(try await world.desk.inboxCount(by: world.dewi) == 1)
        let voided = try await world.desk.open(CaseFile.self, file, by: world.rina)
        #expect(voided.voided?.cause != nil && voided.card.status == .void)
        // It is triaged again, into another case.
        try await world.desk.perform(world.triage(world.rina.id), on: complaint, by: world.dewi)
        #expect(try await world.desk.list(.cases(own: true), by: world.rina).total == 1)
        #expect(try await world.restarted().verify() == [])
    }

    @Test func aCaseThatWasWorkedOnIsNotTakenBack() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        try await world.desk.perform(RecordNote(note: "Kunjungan."), on: file, by: world.rina)
        let triage = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.last).id

        await #expect(throws: NotDone.refused(MendingRules.entailedOthers)) {
            try await world.desk.perform(
                WithdrawEntry<Complaint>(triage, because: "x"), on: complaint, by: world.dewi)
        }
        #expect(try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.triage != nil)
    }

    @Test func withALateWithdrawalOfATriageTheCaseGoesWhenItIsApproved() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let triage = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.last).id
        world.clock.advance(30 * 3600)
        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "Salah."), on: complaint, by: world.dewi)
        #expect(try await world.file(file).status == .intervention)
        let proposal = try #require(try await world.desk.open(Complaint.self, complaint, by: world.hasan).history.last)
            .id

        try await world.desk.perform(
            DecideMending<Complaint>(proposal, .granted, because: "Benar."), on: complaint, by: world.hasan)

        #expect(try await world.desk.open(CaseFile.self, file, by: world.rina).voided != nil)
        #expect(try await world.desk.inboxCount(by: world.dewi) == 1)
    }

    @Test func aJoinedComplaintLeavesTheCaseAgain() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Tante bercerita."))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        try await world.desk.perform(joins, on: second, by: world.dewi)
        let triage = try #require(try await world.desk.open(Complaint.self, second, by: world.dewi).history.last).id

        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "Lain."), on: second, by: world.dewi)

        #expect(try await world.file(file).complaints.count == 1)
    }

    @Test func whatMadeEntriesInOtherFilesIsNotCorrectedAndItsFileNotVoided() async throws {
        let world = try await World()
        let (complaint, _) = try await world.openCase()
        let triage = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.last).id
        let correction = try CorrectEntry<Complaint>(triage, to: world.triage(world.rina.id), because: "x")
        for mend in [correction, VoidRecord<Complaint>(.test, because: "x")] as [any Action] {
            await #expect(throws: NotDone.refused(MendingRules.entailedOthers)) {
                try await world.perform(mend, on: complaint, by: world.dewi)
            }
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

        await #expect(throws: NotDone.conflict) {
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
        let (id, entry) = try await called(world)
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
        let (id, entry) = try await called(world)
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
        let (id, entry) = try await called(world)
        try await world.desk.perform(WithdrawEntry<Complaint>(entry, because: "x"), on: id, by: world.dewi)

        let again = try await world.restarted()

        #expect(try await again.desk.open(Complaint.self, id, by: world.dewi).record.callbacks.isEmpty)
        #expect(try await again.verify() == [])
    }
}

extension World {
    func open(_ id: ID<Complaint>) async throws -> Fold<Complaint> {
        try await desk.open(Complaint.self, id, by: hasan)
    }

    /// An action whose kind is not known here.
    func perform(_ action: any Action, on id: ID<Complaint>, by worker: Worker) async throws {
        guard let action = action as? any Action<Complaint> else { throw NotDone.unknown }
        try await desk.perform(action, on: id, by: worker)
    }
}
