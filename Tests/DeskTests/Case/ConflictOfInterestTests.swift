import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Whoever knows a party does not see the case, whatever their post.
@Suite struct ConflictOfInterestTests {
    private static let brother = LongText("Adik terlapor.")

    @Test func toThemTheCaseAndItsComplaintsAreNotThere() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        // Each has a way in of their own: who took it down, who decides, who reads in an emergency.
        let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
        try await world.desk.perform(calls, on: file, by: world.dewi)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file)
        for worker in [world.dewi, world.hasan] {
            _ = try await world.desk.open(CaseFile.self, file, by: worker)

            try await world.act(RecordConflict(worker.id, because: Self.brother), on: file)

            let nonsense = ID<CaseFile>()
            for id in [file, nonsense] {
                await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, id, by: worker) }
                await #expect(throws: NotDone.unknown) { try await world.desk.perform(calls, on: id, by: worker) }
                await #expect(throws: NotDone.unknown) {
                    try await world.desk.perform(AssignManager(worker.id, because: "x"), on: id, by: worker)
                }
                #expect(try await world.desk.stub(of: id, by: worker) == nil)
            }
            await #expect(throws: NotDone.unknown) {
                try await world.desk.open(Complaint.self, complaint, by: worker)
            }
            for list: List in [
                .cases(own: false), .cases(own: true), .search("BTM-2026-0003"), .search("LP-2026-0001"),
                .search("melati"), .approvals, .decidedAlone, .closed, .voided, .emergencies(since: .distantPast),
                .alike([Profile("Melati", phone: "+6281234567890")]),
            ] {
                #expect(try await world.desk.list(list, by: worker).total == 0, "\(list)")
            }
            #expect(try await world.desk.dues(for: worker).isEmpty)
        }
        await #expect(throws: NotDone.unknown) {
            _ = try await world.desk.access(to: file.value, by: world.hasan)
        }
        let again = try await world.restarted()
        #expect(try await again.desk.sight(of: file.value, by: world.hasan) == .unknown)
        #expect(try await again.desk.sight(of: complaint.value, by: world.dewi) == .unknown)
        _ = try await again.desk.open(CaseFile.self, file, by: world.rina)
    }

    @Test func itEndsAndTheCaseIsThereAgain() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        try await world.act(RecordConflict(world.dewi.id, because: Self.brother), on: file)
        try await world.act(EndConflict(world.dewi.id, because: "Keliru."), on: file)
        _ = try await world.desk.open(Complaint.self, complaint, by: world.dewi)
        #expect(try await world.desk.sight(of: file.value, by: world.dewi) == .listed)
    }

    @Test func whoWorksOnItIsTakenOffFirst() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .companion, because: "Mendampingi."), on: file)
        for (worker, refusal) in [
            (world.rina, Refusal("conflict-of-manager", remedy: AssignManager.name)),
            (maya, Refusal("conflict-in-team", remedy: RemoveFromTeam.name)),
        ] {
            await #expect(throws: NotDone.refused(refusal)) {
                try await world.desk.perform(
                    RecordConflict(worker.id, because: Self.brother), on: file, by: world.rina)
            }
        }
        try await world.act(RemoveFromTeam(maya.id, because: "Kenal."), on: file)
        try await world.act(RecordConflict(maya.id, because: Self.brother), on: file)
        for worker in [world.rina, world.hasan] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("worker", .notInList)]))) {
                try await world.desk.perform(AddToTeam(maya.id, as: .deputy, because: "x"), on: file, by: worker)
            }
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("manager", .notInList)]))) {
                try await world.desk.perform(AssignManager(maya.id, because: "x"), on: file, by: worker)
            }
        }
        for worker in [maya.id, world.yohana.id, world.other.id, ID()] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("worker", .notInList)]))) {
                try await world.desk.perform(RecordConflict(worker, because: "x"), on: file, by: world.rina)
            }
        }
    }

    /// Whoever leaves does not hand a case to somebody who must not see it.
    @Test func nobodyHandsTheCaseToThemInOneActWithOthers() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AssignManager(maya.id, because: "Kenal keluarganya."), on: file)
        try await world.act(RecordConflict(world.rina.id, because: Self.brother), on: file, by: maya)
        await #expect(throws: NotDone.refused(Refusal("has-conflict"))) {
            let end = EndWorker(maya.id, handsTo: world.rina.id, because: "Pindah.")
            try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana)
        }
        #expect(try await world.desk.open(CaseFile.self, file, by: maya).record.manager == maya.id)
    }

    /// Triage leads to it by an id that somebody remembers.
    @Test func theyJoinNoComplaintToIt() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordConflict(world.dewi.id, because: Self.brother), on: file)
        let further = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lagi."))
        let joins = { (file: ID<CaseFile>) in
            TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
        }
        for id in [file, ID()] {
            await #expect(throws: NotDone.refused(.noSuchRecord)) {
                try await world.desk.perform(joins(id), on: further, by: world.dewi)
            }
        }
        try await world.desk.perform(joins(file), on: further, by: world.hasan)
    }

    @Test func aManagerWhoKnowsAPartyHandsTheCaseOnAndIsShutOutInOneAct() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (complaint, file) = try await world.openCase()
        let handing = AssignManager(maya.id, former: .conflict, because: "Terlapor sepupu saya.")
        try await world.desk.perform(handing, on: file, by: world.rina)
        #expect(try await world.desk.sight(of: file.value, by: world.rina) == .unknown)
        #expect(try await world.desk.sight(of: complaint.value, by: world.rina) == .unknown)
        _ = try await world.desk.open(CaseFile.self, file, by: maya)
    }

    /// A member who wants the case for themselves would have it so.
    @Test func theOverseerHearsThatAManagerIsShutOutOfTheirOwnCase() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .deputy, because: "Cuti."), on: file)
        let taking = AssignManager(maya.id, former: .conflict, because: "Kenal.")
        await #expect(throws: NotDone.cautioned([Caution("shuts-out-manager")])) {
            try await world.desk.perform(taking, on: file, by: maya)
        }
        try await world.act(taking, on: file, by: maya)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 1)
    }

    /// Whoever must not see a case is no second person for it.
    @Test func whoMayNotSeeItDecidesNothingAndKeepsNobodyFromDeciding() async throws {
        let world = try await World()
        let ani = try await world.maya([.head])
        let (_, file) = try await world.openCase()
        try await world.act(AssignManager(world.hasan.id, because: "Cuti."), on: file)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.hasan)
        let decides = DecideWaiver(.reportToPolice, .granted, because: "Sendiri.")
        await #expect(throws: NotDone.refused(Refusal("own-approval"))) {
            try await world.desk.perform(decides, on: file, by: world.hasan)
        }
        try await world.act(RecordConflict(ani.id, because: Self.brother), on: file, by: world.hasan)
        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(decides, on: file, by: world.hasan)
        }
    }

    @Test func itIsEndedAndNotTakenBack() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordConflict(world.dewi.id, because: Self.brother), on: file)
        let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
        await #expect(throws: NotDone.refused(Refusal("mend-final"))) {
            try await world.desk.perform(WithdrawEntry<CaseFile>(entry, because: "x"), on: file, by: world.rina)
        }
    }

    /// To shut out who decides is the way to hide a case.
    @Test func theOverseerHearsThatWhoDecidesIsShutOut() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let conflict = RecordConflict(world.hasan.id, because: Self.brother)
        await #expect(throws: NotDone.cautioned([Caution("nobody-decides")])) {
            try await world.desk.perform(conflict, on: file, by: world.rina)
        }
        _ = try await world.maya([.head])
        await #expect(throws: NotDone.cautioned([Caution("shuts-out-head")])) {
            try await world.desk.perform(conflict, on: file, by: world.rina)
        }
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 0)
        try await world.act(conflict, on: file)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 1)
    }

    @Test func norIsAHeadShutOutUnheardByHandingTheCaseOn() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AssignManager(world.hasan.id, former: .stays, because: "Cuti."), on: file)
        let handing = AssignManager(maya.id, former: .conflict, because: "Kenal.")
        await #expect(throws: NotDone.cautioned([Caution("nobody-decides"), Caution("shuts-out-manager")])) {
            try await world.desk.perform(handing, on: file, by: world.rina)
        }
        try await world.act(handing, on: file)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 1)
    }
}
