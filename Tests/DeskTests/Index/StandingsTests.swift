import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Where a record stands is remembered, and never longer than it is so.
@Suite struct StandingsTests {
    private let standings = Standings()
    private let file = UUID()
    private let key = Standings.Key(record: UUID(), worker: ID<Worker>())

    /// Asks; whether the index had to be asked.
    private func asks(_ key: Standings.Key? = nil, meanwhile: () -> Void = {}) -> Bool {
        var isAsked = false
        _ = standings.standing(key ?? self.key) {
            isAsked = true
            meanwhile()
            return Standing(
                lane: 1, kind: Complaint.kind, status: .triaged, asksApproval: false, file: file, isTeam: true,
                isTeamOfCase: false, isLeft: false, emergency: nil, hasConflict: false, isRestricted: false)
        }
        return isAsked
    }

    @Test func whatIsKnownIsNotAskedAgain() {
        #expect(asks())
        #expect(!asks())
        #expect(asks(Standings.Key(record: key.record, worker: ID<Worker>())))
    }

    @Test func itIsAskedAgainOnceItsCardOrThatOfItsCaseWasPut() {
        for record in [key.record, file] {
            _ = asks()
            standings.put(record)
            standings.letGo()
            #expect(asks())
        }
    }

    @Test func itIsAskedAgainOnceWhatAllFollowFromWasPut() {
        _ = asks()
        standings.putAll()
        standings.letGo()
        #expect(asks())
        #expect(!asks())
    }

    @Test func anotherRecordsCardLeavesItKnown() {
        _ = asks()
        standings.put(UUID())
        standings.letGo()
        #expect(!asks())
    }

    /// Nobody knows which of the two an answer tells of that was asked for during a commit.
    @Test func whatWasAskedDuringACommitIsAskedAgain() {
        _ = asks {
            standings.put(key.record)
            standings.letGo()
        }
        #expect(asks())
    }

    @Test func aRecordThatIsNotThereIsAskedForAgainOnceItIs() {
        _ = standings.standing(key) { nil }
        #expect(!asks())
        standings.put(key.record)
        standings.letGo()
        #expect(asks())
    }

    /// Whoever asked before each act hears afterwards what an index says that was made anew.
    @Test func eachActCountsOnTheNextRequest() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (complaint, file) = try await world.openCase()
        let workers = [world.dewi, world.rina, world.hasan, world.yohana, world.other, maya]
        var before: [Whereabouts?] = []

        func expectNothingOld(_ step: Int) async throws {
            let fresh = try await world.workspace.refold()
            var all: [Whereabouts?] = []
            for record in [complaint.value, file.value, Office.id(in: 1).value, UUID()] {
                for worker in workers {
                    let known = try await world.desk.index.whereabouts(of: record, for: worker, at: World.now)
                    let asked = try await fresh.whereabouts(of: record, for: worker, at: World.now)
                    #expect(known == asked, "\(step)")
                    all.append(known)
                }
            }
            #expect(all != before, "\(step) changes nothing")
            before = all
        }

        let acts: [any Action<CaseFile>] = [
            AddToTeam(maya.id, as: .companion, because: "Mendampingi."),
            RemoveFromTeam(maya.id, because: "Selesai."),
            RecordConflict(world.dewi.id, because: "Adik pelapor."),
            EndConflict(world.dewi.id, because: "Keliru."),
            AddToTeam(world.hasan.id, as: .deputy, because: "Pengesah."),
            RestrictedWorld.restriction,
            LiftRestriction(because: "Keliru."),
            RemoveFromTeam(world.hasan.id, because: "Selesai."),
            OpenInEmergency(.client, because: "Klien menelepon dan menangis."),
            AssignManager(maya.id, because: "Cuti."),
        ]
        try await expectNothingOld(0)
        for (step, act) in acts.enumerated() {
            let actor = act is OpenInEmergency || act is LiftRestriction ? world.hasan : world.rina
            try await world.act(act, on: file, by: actor)
            try await expectNothingOld(step + 1)
        }
        let end = EndWorker(maya.id, because: "Pindah.")
        try await world.desk.perform(Reading(end), on: Office.id(in: 1), by: world.yohana) { _ in true }
        try await expectNothingOld(acts.count + 1)
    }
}
