import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Who works on a case beside its manager, and who lets them in.
@Suite struct TeamTests {
    @Test func aMemberWorksOnTheCaseAsItsManagerDoes() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (complaint, file) = try await world.openCase()
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: maya) }

        try await world.act(AddToTeam(maya.id, as: .psychologist, because: "Konseling."), on: file)

        #expect(try await world.file(file).team == [TeamMember(maya.id, .psychologist)])
        _ = try await world.desk.open(Complaint.self, complaint, by: maya)
        #expect(try await world.desk.list(.cases(own: true), by: maya).rows.map(\.card.record) == [file.value])
        #expect(try await world.desk.list(.search("melati"), by: maya).total > 0)
        #expect(try await world.desk.dues(for: maya).contains { $0.rule == .reportToPolice })
        try await world.act(RecordNote(note: "Sesi pertama."), on: file, by: maya)
        await #expect(throws: NotDone.refused(Refusal("in-team-already"))) {
            try await world.desk.perform(AddToTeam(maya.id, as: .deputy, because: "x"), on: file, by: world.rina)
        }
        #expect(try await world.restarted().desk.mayOpen(file.value, by: maya))
    }

    @Test func whoIsTakenOffTheTeamOpensItNoMoreFromTheNextRequestOn() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (complaint, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .companion, because: "Mendampingi."), on: file)

        try await world.act(RemoveFromTeam(maya.id, because: "Selesai."), on: file)

        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: maya) }
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, complaint, by: maya) }
        await #expect(throws: NotDone.unknown) { try await world.act(RecordNote(note: "x"), on: file, by: maya) }
        #expect(try await world.desk.list(.cases(own: true), by: maya).total == 0)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("worker", .notInList)]))) {
            try await world.desk.perform(RemoveFromTeam(maya.id, because: "x"), on: file, by: world.rina)
        }
    }

    @Test func onlyWhoManagesCasesIsOfATeam() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        for worker in [world.dewi, world.yohana, world.other] {
            await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("worker", .notInList)]))) {
                try await world.desk.perform(AddToTeam(worker.id, as: .deputy, because: "x"), on: file, by: world.rina)
            }
        }
    }

    /// The manager is ill and the client can't wait.
    @Test func theHeadHandsACaseOnWithoutOpeningIt() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()

        try await world.desk.perform(
            AssignManager(maya.id, former: .stays, because: "Rina sakit."), on: file, by: world.hasan)

        let told = try await world.desk.open(CaseFile.self, file, by: maya).record
        #expect(told.manager == maya.id && told.team == [TeamMember(world.rina.id, .deputy)])
        _ = try await world.desk.open(CaseFile.self, file, by: world.rina)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }
        await #expect(throws: NotDone.unknown) {
            try await world.desk.perform(RecordNote(note: "x"), on: file, by: world.hasan)
        }
        // She takes it back, and of a manager who was a member nobody is left.
        try await world.act(AssignManager(world.rina.id, because: "Sehat."), on: file)
        #expect(try await world.file(file).team.isEmpty)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: maya) }
    }

    @Test func nobodyButTheHeadLetsAnybodyIntoAFileThatIsNotTheirs() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        for worker in [maya, world.dewi, world.yohana, world.other] {
            await #expect(throws: NotDone.unknown) {
                try await world.desk.perform(AssignManager(maya.id, because: "x"), on: file, by: worker)
            }
            await #expect(throws: NotDone.unknown) {
                try await world.desk.perform(AddToTeam(maya.id, as: .deputy, because: "x"), on: file, by: worker)
            }
        }
    }

    @Test func noHeadLetsThemselvesInAsLongAsSomebodyElseCanWork() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let actions = { (worker: Worker) -> [any Action<CaseFile>] in
            [AssignManager(worker.id, because: "x"), AddToTeam(worker.id, as: .deputy, because: "x")]
        }
        // Rina and Hasan alone manage cases: he may, and it stays on the overseer's list.
        for action in actions(world.hasan) {
            await #expect(throws: NotDone.cautioned([Caution("nobody-else")])) {
                try await world.desk.perform(action, on: file, by: world.hasan)
            }
        }
        let maya = try await world.maya([.caseManager])
        for action in actions(world.hasan) {
            await #expect(throws: NotDone.refused(Refusal("not-to-yourself"))) {
                try await world.desk.perform(action, on: file, by: world.hasan)
            }
        }
        // Nor once everybody else is on the team: they can work on it.
        let adds = AddToTeam(maya.id, as: .deputy, because: "x")
        try await world.desk.perform(adds, on: file, by: world.hasan)
        for action in actions(world.hasan) {
            await #expect(throws: NotDone.refused(Refusal("not-to-yourself"))) {
                try await world.desk.perform(action, on: file, by: world.hasan)
            }
        }
        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 0)
        try await world.act(AddToTeam(world.hasan.id, as: .deputy, because: "Rina sakit."), on: file, by: world.hasan)
        #expect(try await world.desk.list(.decidedAlone, by: world.yohana).total == 1)
        let opened = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        // And the trace of it stays.
        let mend = WithdrawEntry<CaseFile>(try #require(opened.history.last).id, because: "x")
        await #expect(throws: NotDone.refused(Refusal("mend-final"))) {
            try await world.desk.perform(mend, on: file, by: world.hasan)
        }
    }

    /// What a closed file says is still read by whoever is on its team.
    @Test func aClosedCaseLosesItsMembersAndItsManagerToo() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .companion, because: "Mendampingi."), on: file)
        try await world.meetDues(of: file)
        try await world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: file)
        try await world.act(DecideClosure(.granted), on: file, by: world.hasan)
        try await world.act(RemoveFromTeam(maya.id, because: "Selesai."), on: file)
        #expect(try await world.desk.sight(of: file.value, by: maya) == .listed)
        try await world.act(AssignManager(maya.id, because: "Pindah bidang."), on: file)
        #expect(try await world.desk.sight(of: file.value, by: world.rina) == .listed)
        await #expect(throws: NotDone.faulty(FormFaults(all: [Fault("manager", .notInList)]))) {
            try await world.act(AssignManager(maya.id, because: "Lagi."), on: file, by: maya)
        }
    }

    /// A team is not its manager: the file has one still.
    @Test func aMemberWhoLeavesTheOfficeLeavesNoFileToTheHead() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(maya.id, as: .legalAid, because: "Sidang."), on: file)

        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(end, on: Office.id(in: 1), by: world.yohana)

        #expect(try await !world.desk.mayOpen(file.value, by: world.hasan))
        #expect(try await world.file(file).manager == world.rina.id)
    }

    @Test func anEntryOfBeforeThereWereTeamsMeansWhatItMeant() throws {
        let manager = ID<Worker>()
        let old = try JSONDecoder().decode(
            AssignManager.self, from: Data(#"{"manager":"\#(manager)","reason":"Cuti."}"#.utf8))
        #expect(old == AssignManager(manager, because: "Cuti."))
        var file = CaseFile(id: ID())
        for (version, manager) in [ID(), manager].enumerated() {
            let stamp = Stamp(entry: UUID(), instant: World.now, worker: manager, version: version + 1)
            AssignManager(manager, because: "x").apply(to: &file, stamp)
        }
        #expect(file.manager == manager && file.team.isEmpty && file.card(1).decidedAlone == 0)
    }
}
