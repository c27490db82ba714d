import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

/// What made entries in other files is taken back there too.
@Suite struct MendElsewhereTests {
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
}
