import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// A case whose manager has left is nobody's until the head hands it on.
@Suite struct LeaverTests {
    private func caseOfMaya(_ world: World) async throws -> (maya: Worker, secret: String, file: ID<CaseFile>) {
        let secret = try await world.addMaya([.caseManager])
        let maya = try #require(try await world.accounts.signIn("maya", secret)).worker
        let received = try await world.receive()
        try await world.desk.perform(world.triage(maya.id), on: received, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile)
        return (maya, secret, file)
    }

    @Test func theHeadHandsTheFilesOfWhoLeftOn() async throws {
        let world = try await World()
        let (maya, _, file) = try await caseOfMaya(world)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }

        let leaves = Asking(ticked: [Caution("cases-left", ["n": "1"]).mark])
        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana, leaves)

        for isRestarted in [false, true] {
            let desk = isRestarted ? try await world.restarted().desk : world.desk
            _ = try await desk.open(CaseFile.self, file, by: world.hasan)
            #expect(try await desk.list(.cases(own: true), by: world.hasan).rows.map(\.card.record) == [file.value])
            #expect(try await desk.dues(for: world.hasan).contains { $0.rule == .reportToPolice })
            await #expect(throws: NotDone.unknown) { try await desk.open(CaseFile.self, file, by: world.rina) }
        }
    }

    /// Else nobody could ever have it erased.
    @Test func theVoidedFilesOfWhoLeftAreTheHeadsToo() async throws {
        let world = try await World()
        let (maya, _, file) = try await caseOfMaya(world)
        let opening = try await world.desk.open(CaseFile.self, file, by: maya).record
        let complaint = try #require(opening.complaints.first)
        let triage = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).history.last).id
        let back = WithdrawEntry<Complaint>(triage, because: "Salah.")
        try await world.desk.perform(back, on: complaint, by: world.dewi)
        #expect(try await world.desk.list(.voided, by: world.hasan).total == 0)

        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana)

        #expect(try await world.desk.list(.voided, by: world.hasan).rows.map(\.card.record) == [file.value])
        try await world.act(AssignManager(world.rina.id, because: "Maya pindah."), on: file, by: world.hasan)
        let request = RequestErasure<CaseFile>(.noLongerNeeded, .told, because: "Salah.")
        try await world.act(request, on: file)
        try await world.act(DecideErasure(.granted), on: file, by: world.hasan)
        #expect(try await world.desk.list(.voided, by: world.rina).total == 0)
    }

    /// One act: the access ends and every open case goes to whoever was chosen; the timeline says who and why.
    @Test func whoLeavesHandsEverythingOverInTheSameAct() async throws {
        let world = try await World()
        let secret = try await world.addMaya([.caseManager])
        let maya = try #require(try await world.accounts.signIn("maya", secret)).worker
        var files: [ID<CaseFile>] = []
        for number in 1...3 {
            let received = try await world.receive(
                ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number).")))
            try await world.desk.perform(world.triage(maya.id), on: received, by: world.dewi)
            files.append(
                try #require(try await world.desk.open(Complaint.self, received, by: world.dewi).record.caseFile))
        }
        let office = Office.id(in: 1)
        let end = EndWorker(maya.id, because: "Pindah.")
        await #expect(throws: NotDone.cautioned([Caution("cases-left", ["n": "3"])])) {
            try await world.desk.perform(end, on: office, by: world.yohana)
        }
        for wrong in [maya.id, world.dewi.id, ID<Worker>()] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("handsTo", .notInList)]))) {
                let end = EndWorker(maya.id, handsTo: wrong, because: "Pindah.")
                try await world.desk.perform(end, on: office, by: world.yohana)
            }
        }

        let handing = EndWorker(maya.id, handsTo: world.rina.id, because: "Pindah ke Tanjungpinang.")
        try await world.desk.perform(handing, on: office, by: world.yohana)

        #expect(try await world.accounts.signIn("maya", secret) == nil)
        for file in files {
            let fold = try await world.desk.open(CaseFile.self, file, by: world.rina)
            #expect(fold.record.manager == world.rina.id)
            let told = try #require(fold.history.last?.current as? AssignManager)
            #expect(told.reason == "Pindah ke Tanjungpinang." && fold.history.last?.stamp.worker == world.yohana.id)
        }
        #expect(try await world.restarted().verify() == [])
    }

    @Test func handedOnItIsTheNewManagersAlone() async throws {
        let world = try await World()
        let (maya, _, file) = try await caseOfMaya(world)
        let leaves = Asking(ticked: [Caution("cases-left", ["n": "1"]).mark])
        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana, leaves)

        try await world.act(AssignManager(world.rina.id, because: "Menggantikan."), on: file, by: world.hasan)

        _ = try await world.desk.open(CaseFile.self, file, by: world.rina)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
    }

    @Test func theCasesOfWhoManagesNoneAnyMoreAreHandedOnByTheHead() async throws {
        let world = try await World()
        let (maya, secret, file) = try await caseOfMaya(world)
        for (posts, isOpen) in [([Post.intakeOfficer], true), ([.caseManager], false)] {
            try await world.desk.perform(
                Reading(GivePosts(maya.id, posts)), on: Office.id(in: 1), by: world.yohana,
                ticking: { $0.name == "cases-left" })
            #expect(try await world.desk.mayOpen(file.value, by: world.hasan) == isOpen)
            let now = try #require(try await world.accounts.signIn("maya", secret)).worker
            #expect(try await world.desk.mayOpen(file.value, by: now) != isOpen)
        }
    }
}
