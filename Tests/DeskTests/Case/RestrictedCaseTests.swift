import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// What holds in a case of which only its team knows, whatever becomes of it.
@Suite struct RestrictedCaseTests {
    /// Whoever may not restrict it is sent to nothing that could be taken out of the way first.
    @Test func whoMayNotRestrictItIsToldThatBeforeAnythingElse() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let other = try await world.openAnother()
        let maya = try await world.maya([.caseManager])
        try await world.act(AddToTeam(maya.id, as: .companion, because: "Mendampingi."), on: file)
        let (here, there) = (try await world.client(of: file), try await world.client(of: other))
        try await world.act(LinkPeople(here, with: PersonElsewhere(there, in: other), because: "Sama."), on: file)
        let record = try await world.file(file)
        let reasons = { (worker: Worker) in
            RestrictCase.obstacles(on: record, Context(now: World.now, worker: worker)).map(\.reason)
        }
        #expect(reasons(world.rina) == ["restricted-linked"])
        #expect(reasons(maya) == ["restriction-not-yours"])
    }

    /// No list of an overseer makes up for a second person.
    @Test func nobodyDecidesInItWhatTheyAskedFor() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(AddToTeam(world.hasan.id, as: .deputy, because: "Pengesah."), on: file)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: file, by: world.hasan)
        let decides = DecideWaiver(.reportToPolice, .granted, because: "x")
        await #expect(throws: NotDone.cautioned([Caution("no-second-person")])) {
            try await world.desk.perform(decides, on: file, by: world.hasan)
        }
        try await world.act(RestrictedWorld.restriction, on: file)
        await #expect(throws: NotDone.refused(Refusal("own-approval-restricted"))) {
            try await world.desk.perform(decides, on: file, by: world.hasan)
        }
        // What another member asks, he decides.
        try await world.meetDues(of: file)
        try await world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: file)
        try await world.act(DecideClosure(.refused, because: "Belum."), on: file, by: world.hasan)
        // And nobody who approves elsewhere.
        let ani = try await world.maya([.head])
        await #expect(throws: NotDone.unknown) { try await world.desk.perform(decides, on: file, by: ani) }
    }

    /// The other file's team would read that it is there.
    @Test func itIsLinkedToNothing() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        let (world, desk) = (it.world, it.world.desk)
        let other = try await world.openAnother()
        let (here, there) = (try await world.client(of: it.file), try await world.client(of: other))
        let link = LinkPeople(there, with: PersonElsewhere(here, in: it.file), because: "Sama.")
        try await world.act(link, on: other)
        await #expect(throws: NotDone.refused(Refusal("restricted-linked", remedy: UnlinkPeople.name))) {
            try await desk.perform(RestrictedWorld.restriction, on: it.file, by: world.rina)
        }
        let linked = try #require(try await world.file(other).links.first).id
        try await world.act(UnlinkPeople(linked, because: "Dibatasi."), on: other)
        let unlinked = try #require(try await desk.open(CaseFile.self, other, by: world.rina).history.last).id
        try await world.act(RestrictedWorld.restriction, on: it.file)
        for (action, file) in [
            (link, other), (LinkPeople(here, with: PersonElsewhere(there, in: other), because: "x"), it.file),
        ] {
            await #expect(throws: NotDone.refused(Refusal("restricted-no-links"))) {
                try await desk.perform(action, on: file, by: world.rina)
            }
        }
        // Nor is the unlinking taken back, by whoever is of both teams or of the other's alone.
        func takesItBack() async throws {
            try await desk.perform(WithdrawEntry<CaseFile>(unlinked, because: "x"), on: other, by: world.rina)
        }
        await #expect(throws: NotDone.refused(Refusal("mend-final"))) { try await takesItBack() }
        try await world.act(AssignManager(it.sinta.id, because: "Cuti."), on: it.file)
        await #expect(throws: NotDone.refused(Refusal("mend-final"))) { try await takesItBack() }
    }

    /// Whoever reads at this moment reads no more.
    @Test func anEmergencyEndsWithIt() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
        try await it.world.desk.perform(calls, on: it.file, by: it.world.dewi)
        _ = try await it.world.desk.open(CaseFile.self, it.file, by: it.world.dewi)
        try await it.world.act(RestrictedWorld.restriction, on: it.file)
        await #expect(throws: NotDone.unknown) {
            _ = try await it.world.desk.open(CaseFile.self, it.file, by: it.world.dewi)
        }
        // The head of its team says whether it was needed.
        let access = try #require(try await it.world.file(it.file).openEmergencies.first).id
        try await it.world.act(ReviewEmergency(access, .justified), on: it.file, by: it.maya)
    }

    /// Who read it in an emergency that nobody outside can review hears nothing of it, and helps the next one.
    @Test func anEmergencyOfBeforeStopsNobody() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        let other = try await it.world.openAnother()
        let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
        try await it.world.desk.perform(calls, on: it.file, by: it.world.dewi)
        try await it.world.act(RestrictedWorld.restriction, on: it.file)
        it.world.clock.advance(100 * 3600)
        try await it.world.desk.perform(calls, on: other, by: it.world.dewi)
    }

    /// No complaint of it goes back to the whole office by a triage that somebody takes back.
    @Test func aComplaintOfItStaysWithIt() async throws {
        let it = try await RestrictedWorld()
        let further = try await it.world.receive(ReceiveComplaint(channel: .direct, what: "Lagi."))
        let joins = TriageComplaint(
            reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: it.file)
        let post = try await it.world.joined("tuti", [.intakeOfficer, .caseManager])
        try await it.world.act(AddToTeam(post.id, as: .companion, because: "x"), on: it.file)
        try await it.world.desk.perform(joins, on: further, by: post)
        let triage = try #require(try await it.world.desk.open(Complaint.self, further, by: post).history.last).id
        await #expect(throws: NotDone.refused(Refusal("restricted-complaint"))) {
            try await it.world.desk.perform(WithdrawEntry<Complaint>(triage, because: "x"), on: further, by: post)
        }
        #expect(try await it.world.desk.sight(of: further.value, by: it.world.dewi) == .unknown)
    }

    /// Closed and voided it stays what it was; and whoever took it out sees it as long as they are of its team.
    @Test func itIsRestrictedWhenItIsClosedOrVoidedToo() async throws {
        let it = try await RestrictedWorld(isRestricted: false)
        try await it.world.meetDues(of: it.file)
        try await it.world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: it.file)
        try await it.world.act(DecideClosure(.granted), on: it.file, by: it.maya)
        try await it.world.act(RestrictedWorld.restriction, on: it.file)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.world.hasan) == .unknown)
        #expect(try await it.world.desk.list(.closed, by: it.maya).total == 1)

        let voided = try await RestrictedWorld()
        try await voided.world.act(VoidRecord<CaseFile>(.duplicate, because: "x"), on: voided.file)
        let asked = try #require(
            try await voided.world.desk.open(CaseFile.self, voided.file, by: voided.maya).history.last)
        try await voided.world.act(
            DecideMending<CaseFile>(asked.id, .granted, because: "Ganda."), on: voided.file, by: voided.maya)
        #expect(try await voided.world.desk.list(.voided, by: voided.world.rina).total == 1)
        try await voided.world.act(AssignManager(voided.sinta.id, because: "x"), on: voided.file)
        #expect(try await voided.world.desk.list(.voided, by: voided.world.rina).total == 0)
        #expect(try await voided.world.desk.list(.voided, by: voided.sinta).total == 1)
        #expect(try await voided.world.desk.list(.voided, by: voided.world.hasan).total == 0)
        // Erased it would leave its complaint to the whole office.
        await #expect(
            throws: NotDone.refused(
                Refusal("erasure-restricted", law: "UU 27/2022 ps. 42-44", remedy: LiftRestriction.name))
        ) {
            try await voided.world.act(
                RequestErasure<CaseFile>(.requested, .told, because: "x"), on: voided.file, by: voided.sinta)
        }
        #expect(try await voided.world.desk.sight(of: voided.complaint.value, by: voided.world.dewi) == .unknown)
        try await voided.world.act(LiftRestriction(because: "x"), on: voided.file, by: voided.maya)
    }

    /// What stays of it tells what stays of any other.
    @Test func itIsErasedByTwoOfItsTeam() async throws {
        let it = try await RestrictedWorld()
        try await it.world.meetDues(of: it.file)
        try await it.world.act(RequestClosure(.clientRequest, summary: "Aman.", feedback: .satisfied), on: it.file)
        try await it.world.act(DecideClosure(.granted), on: it.file, by: it.maya)
        try await it.world.act(RequestErasure<CaseFile>(.scheduleEnded, .told, because: "x"), on: it.file)
        #expect(try await it.world.desk.list(.approvals, by: it.world.hasan).total == 0)
        try await it.world.act(DecideErasure<CaseFile>(.granted), on: it.file, by: it.maya)
        #expect(try await it.world.desk.sight(of: it.file.value, by: it.maya) == .unknown)
        #expect(it.world.desk.law(in: 1).office.erased.count == 1)
    }
}
