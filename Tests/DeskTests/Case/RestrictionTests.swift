import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Who restricts a case and shows it again, and that it is never left with nobody.
@Suite struct RestrictionTests {
    @Test func itsManagerOrWhoApprovesOnItsTeamRestrictsIt() async throws {
        for isManager in [true, false] {
            let it = try await RestrictedWorld(isRestricted: false)
            try await it.world.act(AddToTeam(it.sinta.id, as: .companion, because: "x"), on: it.file)
            // A request lets who approves read it, and no more.
            try await it.world.act(RequestWaiver(.reportToPolice, because: "x"), on: it.file)
            for worker in [it.sinta, it.world.hasan] {
                await #expect(throws: NotDone.refused(Refusal("restriction-not-yours"))) {
                    try await it.world.desk.perform(RestrictedWorld.restriction, on: it.file, by: worker)
                }
            }
            let by = isManager ? it.world.rina : it.maya
            try await it.world.desk.perform(RestrictedWorld.restriction, on: it.file, by: by)
            let told = try await it.world.file(it.file)
            #expect(told.restriction?.by == by.id && told.restriction?.ground == .police && told.decidedAlone == 0)
            await #expect(throws: NotDone.refused(Refusal("restricted-already"))) {
                try await it.world.desk.perform(RestrictedWorld.restriction, on: it.file, by: by)
            }
        }
    }

    /// One alone could fall ill, and nobody outside could approve anything.
    @Test func itTakesTwoOfWhomOneApproves() async throws {
        let world = try await World()
        let sinta = try await world.joined("sinta", [.caseManager])
        let (_, file) = try await world.openCase()
        let needsTwo = NotDone.refused(Refusal("restricted-needs-two", remedy: AddToTeam.name))
        await #expect(throws: needsTwo) {
            try await world.desk.perform(RestrictedWorld.restriction, on: file, by: world.rina)
        }
        try await world.act(AddToTeam(sinta.id, as: .companion, because: "x"), on: file)
        await #expect(throws: needsTwo) {
            try await world.desk.perform(RestrictedWorld.restriction, on: file, by: world.rina)
        }
        try await world.act(AddToTeam(world.hasan.id, as: .deputy, because: "Pengesah."), on: file)
        try await world.desk.perform(RestrictedWorld.restriction, on: file, by: world.rina)
    }

    /// The only head is the one who is named.
    @Test func whereTheOfficeHasNoSuchTwoItIsSaidAndStays() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(RecordConflict(world.hasan.id, because: "Terlapor."), on: file)
        await #expect(throws: NotDone.cautioned([Caution("restricted-few")])) {
            try await world.desk.perform(RestrictedWorld.restriction, on: file, by: world.rina)
        }
        try await world.act(RestrictedWorld.restriction, on: file)
        // Marked for whoever oversees it one day: the head who was shut out, and that she is alone.
        #expect(try await world.file(file).decidedAlone == 2)
        let overseen = try await world.desk.list(.decidedAlone, by: world.yohana)
        #expect(overseen.total == 0 && overseen.unseen == 1)
        #expect(try await world.desk.list(.decidedAlone, by: world.rina).unseen == 0)
        // She alone shows it again, since nobody else could.
        await #expect(throws: NotDone.cautioned([Caution("restriction-lifted"), Caution("no-second-person")])) {
            try await world.desk.perform(LiftRestriction(because: "Keliru."), on: file, by: world.rina)
        }
        try await world.act(LiftRestriction(because: "Keliru."), on: file)
        let shown = try await world.desk.list(.decidedAlone, by: world.yohana)
        #expect(shown.total == 1 && shown.unseen == 0)
    }

    /// Where somebody else manages cases, nobody keeps a case to themselves by shutting out the head.
    @Test func nobodyKeepsACaseToThemselvesWhereTwoCould() async throws {
        let world = try await World()
        let sinta = try await world.joined("sinta", [.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(RecordConflict(world.hasan.id, because: "Terlapor."), on: file)
        await #expect(
            throws: NotDone.refused(Refusal("restricted-needs-colleague", remedy: AddToTeam.name))
        ) { try await world.act(RestrictedWorld.restriction, on: file) }
        try await world.act(AddToTeam(sinta.id, as: .companion, because: "x"), on: file)
        try await world.act(RestrictedWorld.restriction, on: file)
        await #expect(throws: NotDone.refused(Refusal("restriction-needs-two"))) {
            try await world.act(LiftRestriction(because: "x"), on: file)
        }
        // Nobody of it approves, so the other one of it may show it again.
        try await world.act(LiftRestriction(because: "x"), on: file, by: sinta)
        #expect(try await world.desk.sight(of: file.value, by: world.dewi) == .listed)
    }

    @Test func anotherOneThanWhoRestrictedItShowsItAgain() async throws {
        let it = try await RestrictedWorld()
        try await it.world.act(AddToTeam(it.sinta.id, as: .companion, because: "x"), on: it.file)
        let lift = LiftRestriction(because: "Terlapor orang lain.")
        for (worker, refusal) in [
            (it.world.rina, Refusal("restriction-needs-two")), (it.sinta, Refusal("restriction-not-yours")),
        ] {
            await #expect(throws: NotDone.refused(refusal)) {
                try await it.world.desk.perform(lift, on: it.file, by: worker)
            }
        }
        await #expect(throws: NotDone.cautioned([Caution("restriction-lifted")])) {
            try await it.world.desk.perform(lift, on: it.file, by: it.maya)
        }
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.world.hasan) == .unknown)
        try await it.world.act(lift, on: it.file, by: it.maya)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.world.hasan) == .listed)
        #expect(try await it.world.desk.list(.cases(own: false), by: it.world.hasan).total == 1)
        _ = try await it.world.desk.open(Complaint.self, it.complaint, by: it.world.dewi)
        await #expect(throws: NotDone.refused(Refusal("not-restricted"))) {
            try await it.world.desk.perform(lift, on: it.file, by: it.maya)
        }
    }

    /// Its manager restricted it, and is the only one of it who approves: whoever else is of it shows it again.
    @Test func theOtherOneShowsItWhereNobodyElseApproves() async throws {
        let world = try await World()
        let maya = try await world.maya([.head])
        let sinta = try await world.joined("sinta", [.caseManager])
        let complaint = try await world.receive()
        try await world.desk.perform(world.triage(maya.id), on: complaint, by: world.dewi)
        let file = try #require(try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile)
        try await world.act(AddToTeam(sinta.id, as: .companion, because: "x"), on: file, by: maya)
        try await world.act(RestrictedWorld.restriction, on: file, by: maya)
        await #expect(throws: NotDone.refused(Refusal("restriction-needs-two"))) {
            try await world.act(LiftRestriction(because: "x"), on: file, by: maya)
        }
        try await world.act(LiftRestriction(because: "x"), on: file, by: sinta)
    }

    /// A case that was closed, or voided, is restricted by a team that is made large enough first.
    @Test(arguments: [false, true])
    func aTeamIsMadeLargeEnoughWhateverBecameOfTheCase(isVoided: Bool) async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        if isVoided {
            try await world.act(VoidRecord<CaseFile>(.duplicate, because: "x"), on: file)
        } else {
            try await world.meetDues(of: file)
            try await world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: file)
            try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        }
        let refused = NotDone.refused(Refusal("restricted-needs-two", remedy: AddToTeam.name))
        await #expect(throws: refused) { try await world.act(RestrictedWorld.restriction, on: file) }
        try await world.act(AddToTeam(world.hasan.id, as: .deputy, because: "Pengesah."), on: file)
        try await world.act(RestrictedWorld.restriction, on: file)
    }

    @Test func neitherIsTakenBack() async throws {
        let it = try await RestrictedWorld()
        let restricted = try #require(try await it.world.desk.open(CaseFile.self, it.file, by: it.maya).history.last)
        await #expect(throws: NotDone.refused(Refusal("mend-final"))) {
            try await it.world.desk.perform(
                WithdrawEntry<CaseFile>(restricted.id, because: "x"), on: it.file, by: it.world.rina)
        }
    }

    /// Its team stays large enough, whoever goes.
    @Test func nobodyGoesWhoIsNeeded() async throws {
        let it = try await RestrictedWorld()
        let needsTwo = NotDone.refused(Refusal("restricted-needs-two", remedy: AddToTeam.name))
        await #expect(throws: needsTwo) {
            try await it.world.desk.perform(RemoveFromTeam(it.maya.id, because: "x"), on: it.file, by: it.world.rina)
        }
        await #expect(throws: needsTwo) {
            try await it.world.desk.perform(
                AssignManager(it.maya.id, former: .leaves, because: "x"), on: it.file, by: it.world.rina)
        }
        // Sinta has it, and the head stays: these are two.
        try await it.world.act(AssignManager(it.sinta.id, former: .leaves, because: "Cuti."), on: it.file)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.world.rina) == .unknown)
        await #expect(throws: needsTwo) {
            try await it.world.desk.perform(RemoveFromTeam(it.maya.id, because: "x"), on: it.file, by: it.sinta)
        }
        try await it.world.act(AddToTeam(it.world.hasan.id, as: .deputy, because: "x"), on: it.file, by: it.sinta)
        try await it.world.act(RemoveFromTeam(it.maya.id, because: "x"), on: it.file, by: it.sinta)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.maya) == .unknown)
    }

    /// Whoever administers the office learns a number.
    @Test func theLastWhoCouldOpenItDoesNotLeaveBeforeItIsHandedOver() async throws {
        let it = try await RestrictedWorld()
        let (office, yohana) = (Office.id(in: 1), it.world.yohana)
        let rinaLeft = try await it.world.joined("rinas", [.caseManager])
        try await it.world.act(AddToTeam(it.sinta.id, as: .companion, because: "x"), on: it.file)
        try await it.world.act(AssignManager(rinaLeft.id, because: "x"), on: it.file)
        // Those who manage cases by accounts alone do not end; the office's own do.
        try await it.world.act(RemoveFromTeam(it.sinta.id, because: "x"), on: it.file, by: rinaLeft)
        try await it.world.accounts.setPosts([.intakeOfficer], of: rinaLeft.id)
        let left = NotDone.refused(Refusal("restricted-left", ["n": "1"]))
        await #expect(throws: left) {
            try await it.world.desk.perform(EndWorker(it.maya.id, because: "Pindah."), on: office, by: yohana)
        }
        await #expect(throws: left) {
            let end = EndWorker(it.maya.id, handsTo: it.sinta.id, because: "Pindah.")
            try await it.world.desk.perform(end, on: office, by: yohana)
        }
        await #expect(throws: left) {
            try await it.world.desk.perform(GivePosts(it.maya.id, [.intakeOfficer]), on: office, by: yohana)
        }
        try await it.world.desk.perform(GivePosts(it.maya.id, [.caseManager, .head]), on: office, by: yohana)
        let maya = try #require(try it.world.accounts.all().first { $0.worker.id == it.maya.id }).worker
        try await it.world.act(AssignManager(it.sinta.id, because: "Pindah."), on: it.file, by: maya)
        try await it.world.desk.perform(
            Reading(EndWorker(it.maya.id, because: "Pindah.")), on: office, by: yohana, ticking: { _ in true })
        _ = try await it.world.desk.open(CaseFile.self, it.file, by: it.sinta)
    }

    /// Who leaves hands over what others know of; what they do not is not even counted.
    @Test func whoLeavesHandsNoRestrictedCaseToAnybody() async throws {
        let it = try await RestrictedWorld()
        let office = Office.id(in: 1)
        try await it.world.act(AssignManager(it.maya.id, former: .stays, because: "x"), on: it.file)
        // No caution tells how many there are.
        let end = EndWorker(it.maya.id, handsTo: it.sinta.id, because: "Pindah.")
        try await it.world.desk.perform(
            Reading(end), on: office, by: it.world.yohana, ticking: { $0.name == "last-approver" })
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.sinta) == .unknown)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.world.hasan) == .unknown)
        try await it.world.act(AddToTeam(it.world.hasan.id, as: .deputy, because: "Pengesah."), on: it.file)
        try await it.world.act(AssignManager(it.world.rina.id, because: "Maya pindah."), on: it.file)
        #expect(try await it.world.file(it.file).manager == it.world.rina.id)
    }
}
