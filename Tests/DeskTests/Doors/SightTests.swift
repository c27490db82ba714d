import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Storage

/// Who may see how much of what, in one policy.
@Suite struct SightTests {
    @Test func aCaseIsOpenToItsManagerAStubToTheOfficeAndUnknownElsewhere() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        _ = try await world.desk.open(CaseFile.self, file, by: world.rina)
        for worker in [world.dewi, world.hasan, world.yohana, world.other] {
            await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: worker) }
        }
        for worker in [world.dewi, world.hasan] {
            let all = try await world.desk.list(.cases(own: false), by: worker)
            #expect(all.rows.map(\.sight) == [.listed])
            let stub = try #require(all.rows.first).card
            #expect(stub.title.isEmpty && stub.people.isEmpty && stub.text.isEmpty && stub.phones.isEmpty)
            #expect(Set(stub.codes.keys) == ["risk", "age", "district", "manager"])
            #expect(stub.triggers.isEmpty && stub.team.isEmpty)
            #expect(try await world.desk.list(.search("melati"), by: worker).rows.allSatisfy { $0.sight == .open })
            #expect(try await world.desk.list(.search("BTM-2026-0003"), by: worker).rows.map(\.sight) == [.listed])
        }
        for worker in [world.yohana, world.other] {
            #expect(try await world.desk.list(.cases(own: false), by: worker).total == 0)
            #expect(try await world.desk.list(.alike([Profile("Melati")]), by: worker).total == 0)
        }
    }

    @Test func triageEndsTheTeamOfAComplaint() async throws {
        let world = try await World()
        let id = try await world.receive()
        _ = try await world.desk.open(Complaint.self, id, by: world.hasan)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)

        _ = try await world.desk.open(Complaint.self, id, by: world.dewi)
        _ = try await world.desk.open(Complaint.self, id, by: world.rina)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: world.hasan) }
    }

    @Test func aVoidedComplaintStaysWithWhoTookItAndWhoVoidedItAndTheHead() async throws {
        let world = try await World()
        let id = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))
        let advice = TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice)
        try await world.desk.perform(advice, on: id, by: world.dewi)
        try await world.desk.perform(VoidRecord<Complaint>(.test, because: "x"), on: id, by: world.dewi)

        for worker in [world.dewi, world.hasan] { _ = try await world.desk.open(Complaint.self, id, by: worker) }
        for worker in [world.rina, world.yohana] {
            await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, id, by: worker) }
        }
    }

    /// Whoever has another post, or comes by a token for something else, is of no team any more.
    @Test func beingOfATeamTakesItsDuty() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        var intake = world.rina
        intake.only = [.takeComplaints]
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: intake) }
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, complaint, by: intake) }
        #expect(try await world.desk.list(.cases(own: true), by: intake).total == 0)
        #expect(try await world.desk.list(.search("melati"), by: intake).total == 0)
        #expect(try await world.desk.dues(for: intake).isEmpty)
        #expect(try await world.desk.list(.cases(own: false), by: intake).rows.map(\.card.title) == [""])
        var cases = world.dewi
        cases.only = [.manageCases]
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, complaint, by: cases) }
    }

    @Test func aCaseThatWasHandedOnIsTheNewManagersAlone() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()

        try await world.desk.perform(AssignManager(world.hasan.id, because: "Cuti."), on: file, by: world.rina)

        _ = try await world.desk.open(CaseFile.self, file, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.rina) }
        let complaint = try #require(
            try await world.desk.open(CaseFile.self, file, by: world.hasan).record.complaints.first)
        _ = try await world.desk.open(Complaint.self, complaint, by: world.hasan)
        await #expect(throws: NotDone.unknown) { try await world.desk.open(Complaint.self, complaint, by: world.rina) }
    }

    /// One model ranks by all that is known: a name that is spelled otherwise with the same birth date stands before
    /// the same name of somebody of another age, and each tells why.
    @Test func theLikeliestCaseComesFirstAndSaysWhy() async throws {
        let world = try await World()
        let (_, one) = try await world.openCase()
        let second = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        try await world.desk.perform(world.triage(world.rina.id), on: second, by: world.dewi)
        let two = try #require(try await world.desk.open(Complaint.self, second, by: world.dewi).record.caseFile)
        let born = AddPerson("Noerhayati", .family, sex: .female, born: "1980-05-14")
        try await world.desk.perform(born, on: one, by: world.rina)
        let other = AddPerson("Nurhayati", .family, sex: .female, born: "2015-01-02")
        try await world.desk.perform(other, on: two, by: world.rina)

        let wanted = Profile("Nurhayati", sex: .female, born: "1980-05-14")
        let found = try await world.desk.list(.alike([wanted]), by: world.dewi).rows

        #expect(found.map(\.card.record) == [one.value, two.value])
        #expect(found.map(\.clues) == [[.name, .born], [.name]])
    }

    /// The inbox is counted otherwise than it is listed.
    @Test func theInboxCountsWhatItLists() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let other = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        let count = { (step: String, expected: Int) in
            for worker in [world.dewi, world.rina, world.hasan, world.yohana] {
                let listing = try await world.desk.list(.inbox, by: worker)
                #expect(listing.total == listing.rows.count, "\(step) \(worker.name)")
                if worker.id == world.dewi.id { #expect(listing.total == expected, "\(step)") }
            }
        }
        try await count("one waits", 1)
        try await world.act(RecordConflict(world.dewi.id, because: "Saudara."), on: file)
        try await count("a conflict elsewhere", 1)
        try await world.desk.perform(world.triage(world.rina.id), on: other, by: world.dewi)
        try await count("none waits", 0)
        let triage = try #require(
            try await world.desk.open(Complaint.self, other, by: world.dewi).history.first {
                $0.action is TriageComplaint
            }
        ).id
        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "Salah."), on: other, by: world.dewi)
        try await count("withdrawn", 1)
    }

    @Test func onlyNamesAndPhonesFindAStub() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.desk.perform(RecordNote(note: "Rahasia kesehatan."), on: file, by: world.rina)
        let person = AddPerson("Ibu Noerhayati", .family, nik: "2171015405800001")
        try await world.desk.perform(person, on: file, by: world.rina)

        for names in [["Rahasia"], ["2171015405800001"], ["bercerita"], ["*"]] {
            #expect(try await world.desk.list(.alike(names.map { Profile($0) }), by: world.dewi).total == 0)
        }
        #expect(try await world.desk.list(.alike([Profile("Nurhayati")]), by: world.dewi).total == 1)
        #expect(
            try await world.desk.list(.alike([Profile("", phone: Phone("+6281234567890"))]), by: world.dewi).total == 1)
        #expect(
            try await world.desk.list(.alike([Profile("", phone: Phone("+628123456789"))]), by: world.dewi).total == 0)
    }

    /// The policy in Swift and the scope in SQL say the same of every record and every worker.
    @Test func policyAndScopeAgree() async throws {
        let world = try await World()
        let (complaint, file) = try await world.openCase()
        let new = try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))
        let asking = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        try await world.desk.perform(world.triage(world.rina.id), on: asking, by: world.dewi)
        let asked = try #require(try await world.desk.open(Complaint.self, asking, by: world.dewi).record.caseFile)
        try await world.desk.perform(RequestWaiver(.reportToPolice, because: "x"), on: asked, by: world.rina)
        let office = Office.id(in: 1)
        try await world.desk.perform(SetUpOffice("Kantor"), on: office, by: world.yohana)
        let void = try await world.receive(ReceiveComplaint(channel: .direct, what: "Salah."))
        try await world.desk.perform(VoidRecord<Complaint>(.test, because: "x"), on: void, by: world.dewi)
        let ended = try await world.receive(ReceiveComplaint(channel: .direct, what: "Saran."))
        let advice = TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice)
        try await world.desk.perform(advice, on: ended, by: world.dewi)
        let mistaken = try await world.receive(ReceiveComplaint(channel: .direct, what: "Keliru."))
        try await world.desk.perform(world.triage(world.rina.id), on: mistaken, by: world.dewi)
        let triaged = try await world.desk.open(Complaint.self, mistaken, by: world.dewi)
        let (voidCase, triage) = (try #require(triaged.record.caseFile), try #require(triaged.history.last).id)
        try await world.desk.perform(WithdrawEntry<Complaint>(triage, because: "x"), on: mistaken, by: world.dewi)

        let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
        let urgent = try await world.receive(ReceiveComplaint(channel: .letter, what: "Lain lagi."))
        try await world.desk.perform(world.triage(world.rina.id), on: urgent, by: world.dewi)
        let emergency = try #require(try await world.desk.open(Complaint.self, urgent, by: world.dewi).record.caseFile)
        for worker in [world.dewi, world.hasan] { try await world.desk.perform(calls, on: emergency, by: worker) }
        let barred = try await world.receive(ReceiveComplaint(channel: .letter, what: "Terlapor bekerja di sini."))
        try await world.desk.perform(world.triage(world.rina.id), on: barred, by: world.dewi)
        let conflict = try #require(try await world.desk.open(Complaint.self, barred, by: world.dewi).record.caseFile)
        for worker in [world.dewi, world.hasan] {
            try await world.act(RecordConflict(worker.id, because: "Kenal."), on: conflict)
        }

        let named = try await world.receive(ReceiveComplaint(channel: .letter, what: "Terlapor polisi."))
        try await world.desk.perform(world.triage(world.rina.id), on: named, by: world.dewi)
        let restricted = try #require(try await world.desk.open(Complaint.self, named, by: world.dewi).record.caseFile)
        let maya = try await world.maya([.head])
        try await world.act(AddToTeam(maya.id, as: .deputy, because: "Pengesah."), on: restricted)
        try await world.act(RequestWaiver(.reportToPolice, because: "x"), on: restricted)
        try await world.desk.perform(calls, on: restricted, by: world.dewi)
        try await world.act(RestrictCase(.police, because: "Terlapor polisi."), on: restricted)

        let staff = [world.dewi, world.rina, world.hasan, world.yohana, world.other, maya]
        let duties: [Set<Duty>?] = [
            nil, [], [.takeComplaints], [.manageCases], [.approve], [.takeComplaints, .approve],
        ]
        let workers = staff.flatMap { worker in
            duties.map { only in
                var limited = worker
                limited.only = only
                return limited
            }
        }
        let records = [
            complaint.value, file.value, new.value, asking.value, asked.value, office.value, void.value, voidCase.value,
            ended.value, emergency.value, barred.value, conflict.value, named.value, restricted.value,
        ]
        for worker in workers {
            let scope = Scope(worker)
            for record in records {
                let place = try #require(try await world.desk.index.whereabouts(of: record, for: worker, at: World.now))
                let row = try await world.desk.index.rows(
                    """
                    SELECT (\(scope.listed)) AS listed, (\(scope.open)) AS open FROM cards WHERE record = \(record)
                    """
                ).first
                let isListed = try row?.int("listed") == 1
                let isOpen = try row?.int("open") == 1
                let sight: Sight = !isListed ? .unknown : isOpen ? .open : .listed
                let told = Policy.sight(worker, of: place)
                // What is read in an emergency is a stub in every list.
                let isRead = record == emergency.value && told == .readable && sight == .listed
                #expect(told == sight || isRead, "\(worker.name)")
            }
            // How many there are is how many are shown, whatever is hidden from whom.
            for list in [List.cases(own: true), .cases(own: false)] {
                let cases = try await world.desk.index.list(list, in: scope)
                #expect(cases.total == cases.rows.count, "\(worker.name)")
            }
        }
    }
}
