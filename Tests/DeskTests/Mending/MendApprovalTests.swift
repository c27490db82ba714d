import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

/// Others' entries and older ones are mended by a supervisor's word.
@Suite struct MendApprovalTests {
    @Test func othersAndOlderEntriesAreMendedOnlyByApproval() async throws {
        for (mender, hours) in [("hasan", 0.0), ("dewi", 24)] {
            for place in Samples.mends(of: EntryID(UUID())).indices {
                let world = try await World()
                let (id, entry) = try await world.called()
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
        let (id, entry) = try await world.called()
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
        let (id, entry) = try await world.called()
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
        let (id, entry) = try await world.called()
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
        await #expect(throws: NotDone.conflict(nil)) {
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
}
