import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Whoever supervises sees what is late, and opens nobody's file for it.
@Suite struct SupervisionTests {
    private static let hour: TimeInterval = 3600

    @Test func whatIsLateIsSeenWithoutOpeningTheFile() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        world.clock.advance(73 * Self.hour)

        let told = try await world.desk.supervision(by: world.hasan)
        // To serve at once, and to report to the police within 72 hours: one case, and the older of both.
        #expect(told.whole[.late] == 1 && told.whole.hoursLate == 73)
        #expect(told.loads.map(\.manager) == [world.rina.id])
        let late = try await world.late(world.hasan)
        #expect(late.map(\.sight) == [.listed] && late.map(\.supervised?.late?.hours) == [73])
        #expect(late.map(\.supervised?.status) == [.intervention])
        await #expect(throws: NotDone.unknown) { try await world.desk.open(CaseFile.self, file, by: world.hasan) }

        try await world.meetDues(of: file)
        let met = try await world.desk.supervision(by: world.hasan)
        #expect(met.whole[.late] == 0 && met.whole.hoursLate == nil)
        #expect(met.whole[.open] == 1)
        let rows = try await world.desk.list(.cases(own: false), by: world.hasan).rows
        #expect(rows.map(\.supervised) == [Supervised(status: .intervention, late: nil, isQuiet: false)])
    }

    /// What was agreed with the client, and what a partner owes, is no lateness of the office's.
    @Test func onlyWhatBindsTheOfficeIsLate() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        try await world.act(
            RecordFollowUp(.visit, safe: .yes, note: "Aman.", next: Moment(World.now + Self.hour)), on: file)
        try await world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
        world.clock.advance(48 * Self.hour)
        #expect(try await world.desk.dues(for: world.rina).contains { $0.rule == .appointment })
        #expect(try await world.desk.supervision(by: world.hasan).whole[.late] == 0)
    }

    @Test func nobodyElseIsTold() async throws {
        let world = try await World()
        _ = try await world.openCase()
        world.clock.advance(73 * Self.hour)
        var program = world.hasan
        program.only = [.takeComplaints, .manageCases]
        for worker in [world.dewi, world.rina, world.yohana, world.other, program] {
            await #expect(throws: NotDone.notPermitted(.approve)) { try await world.desk.supervision(by: worker) }
            await #expect(throws: NotDone.notPermitted(.approve)) { try await world.late(worker) }
            #expect(try await world.looks(lane: worker.lane).suffix(2).map(\.kind) == [.denied, .denied])
            let stubs = try await world.desk.list(.cases(own: false), by: worker).rows
            #expect(stubs.allSatisfy { $0.supervised == nil })
        }
        program.only = [.approve]
        #expect(try await world.desk.supervision(by: program).whole[.late] == 1)
        let look = try #require(try await world.looks().last)
        #expect(look.kind == .figures && look.worker == world.hasan.id && look.time?.count == 2)
    }

    /// To whoever knows a party nothing of it is there, in no number either.
    @Test func whoIsShutOutHearsNothingInAnyNumber() async throws {
        let world = try await World()
        let ani = try await world.maya([.head])
        let (_, file) = try await world.openCase()
        try await world.act(RequestWaiver(.reportToPolice, because: "Klien meminta waktu."), on: file)
        try await world.desk.perform(
            OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk."), on: file, by: world.dewi
        )
        try await world.act(RecordConflict(world.hasan.id, because: "Kenal."), on: file)
        world.clock.advance(40 * 24 * Self.hour)

        let known = try await world.desk.supervision(by: ani)
        #expect(Concern.allCases.filter { known.whole[$0] > 0 } == [.open, .late, .quiet, .high])
        #expect(known.waiting == 1 && known.decisions == 1 && known.reviews.count == 1)
        #expect(known.answers.contains { $0.done > 0 })
        let none = try await world.desk.supervision(by: world.hasan)
        #expect(none.loads.isEmpty && none.waiting == 0 && none.reviews.count == 0 && none.reviewDue == nil)
        #expect(none.answers.allSatisfy { $0.isEmpty })
        for concern in Concern.allCases {
            #expect(try await world.supervised(concern, by: world.hasan) == 0)
        }
        #expect(try await !world.desk.dues(for: world.hasan).contains { $0.rule == .reviewEmergency })
    }

    @Test func eachNumberLeadsToTheCasesThatItCounts() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, first) = try await world.openCase()
        for (manager, risk) in [(world.rina, Risk.low), (maya, .medium), (maya, .high)] {
            let complaint = try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: risk, forms: [.neglect], decision: .newCase,
                manager: manager.id)
            try await world.desk.perform(triage, on: complaint, by: world.dewi)
        }
        world.clock.advance(31 * 24 * Self.hour)
        try await world.act(RecordNote(note: "Masih di rumah bibi."), on: first)
        let `operator` = try await world.accounts.operator()
        try await world.desk.perform(
            Reading(EndWorker(maya.id, because: "Pindah.")), on: Office.id(in: 1), by: `operator`
        ) { _ in true }

        let told = try await world.desk.supervision(by: world.hasan)
        let counts = Concern.allCases.map { told.whole[$0] }
        #expect(counts == [4, 4, 3, 2, 2, 1, 1, 0])
        for concern in Concern.allCases {
            let whole = try await world.supervised(concern, by: world.hasan)
            #expect(whole == told.whole[concern], "\(concern)")
            for load in told.loads {
                let total = try await world.supervised(concern, of: load.manager, by: world.hasan)
                #expect(total == load[concern], "\(concern)")
            }
        }
        // What its manager left behind is open to who hands it on, and stands among the others.
        let left = try await world.desk.list(
            .supervised(.unassigned, of: nil, at: world.workspace.now), by: world.hasan)
        #expect(left.rows.map(\.sight) == [.open, .open])
    }

    /// A list goes on behind its last row, whatever was written meanwhile.
    @Test func whatIsQuietIsToldPageByPageTheLongestFirst() async throws {
        let world = try await World()
        for _ in 0..<3 {
            let (file, _) = try await world.calmCase()
            world.clock.advance(24 * Self.hour)
            try await world.act(RecordNote(note: "x"), on: file)
        }
        world.clock.advance(40 * 24 * Self.hour)
        let list = List.supervised(.quiet, of: nil, at: world.workspace.now)
        var (told, after): ([UUID], Cursor?) = ([], nil)
        repeat {
            let page = try await world.desk.list(list, by: world.hasan, PageOfList(after: after, limit: 1))
            told += page.rows.map(\.card.record)
            after = page.next
        } while after != nil
        let all = try await world.desk.list(list, by: world.hasan).rows
        #expect(told.count == 3 && told == all.map(\.card.record) && all.allSatisfy { $0.supervised?.isQuiet == true })
        let first = try #require(try await world.desk.list(list, by: world.hasan, PageOfList(limit: 1)).next)
        let rinas = List.supervised(.quiet, of: world.rina.id, at: World.now)
        #expect(world.desk.cursor(first.description, in: list) == first)
        #expect(world.desk.cursor(first.description, in: rinas) == nil)
    }

    /// What was last on a page is worked on, or gone, before the next is asked for: nothing behind it is left out.
    @Test func whateverBecomesOfALastRowTheListGoesOn() async throws {
        let world = try await World()
        var files: [ID<CaseFile>] = []
        for _ in 0..<4 {
            files.append(try await world.calmCase().0)
            world.clock.advance(24 * Self.hour)
        }
        world.clock.advance(40 * 24 * Self.hour)
        let list = List.supervised(.quiet, of: nil, at: world.workspace.now)
        let page = try await world.desk.list(list, by: world.hasan, PageOfList(limit: 2))
        #expect(page.rows.map(\.card.record) == files.prefix(2).map(\.value))
        try await world.act(RecordNote(note: "x"), on: files[1])
        let rest = try await world.desk.list(list, by: world.hasan, PageOfList(after: page.next, limit: 2))
        #expect(rest.rows.map(\.card.record) == files.suffix(2).map(\.value))
        try await world.act(
            VoidRecord<CaseFile>(.duplicate, because: "x"), on: files[1])
        let after = try await world.desk.list(list, by: world.hasan, PageOfList(after: page.next, limit: 2))
        #expect(after.rows == rest.rows)
    }

    /// Whoever hands a case on, or reads it in an emergency, has not worked on it.
    @Test func whatIsDoneFromTheStubIsNoWork() async throws {
        let world = try await World()
        let maya = try await world.maya([.caseManager])
        let (_, file) = try await world.openCase()
        world.clock.advance(31 * 24 * Self.hour)
        try await world.desk.perform(
            Reading(AssignManager(maya.id, former: .leaves, because: "Sakit.")), on: file, by: world.hasan
        ) { _ in true }
        let emergency = OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk.")
        try await world.desk.perform(emergency, on: file, by: world.dewi)
        #expect(try await world.desk.supervision(by: world.hasan).whole[.quiet] == 1)
        try await world.act(RecordNote(note: "Sudah bertemu."), on: file, by: maya)
        #expect(try await world.desk.supervision(by: world.hasan).whole[.quiet] == 0)
    }

    @Test func theInboxSaysHowLongItWaits() async throws {
        let world = try await World()
        try await world.receive(ReceiveComplaint(channel: .direct, what: "Lain."))
        world.clock.advance(2 * Self.hour)
        try await world.receive()
        let told = try await world.desk.supervision(by: world.hasan)
        #expect(told.inbox.count == 2 && told.inbox.since == World.now && told.inboxLate == 1)
        world.clock.advance(4 * Self.hour)
        #expect(try await world.desk.supervision(by: world.hasan).inboxLate == 2)
    }

    // MARK: the review of an emergency

    @Test func anEmergencyIsDueForWhoReviewsIt() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let emergency = OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk.")
        try await world.desk.perform(emergency, on: file, by: world.dewi)
        let end = World.now + EmergencyAccess.reviewedWithin
        let reviews = { (worker: Worker) in
            try await world.desk.dues(for: worker).filter { $0.rule == .reviewEmergency }
        }
        let due = try #require(try await reviews(world.hasan).first)
        #expect(due.at == end && due.listed.card.record == file.value && due.listed.sight == .open)
        for worker in [world.rina, world.dewi, world.yohana] { #expect(try await reviews(worker).isEmpty) }
        #expect(try await world.desk.supervision(by: world.hasan).reviewDue == end)

        // It stands in nobody's way: it is the head's, not the file's.
        #expect(try await world.file(file).openDues(world.desk.rulebook).allSatisfy { $0.id != .reviewEmergency })
        let access = try #require(try await world.file(file).openEmergencies.first).id
        try await world.desk.perform(ReviewEmergency(access, .justified), on: file, by: world.hasan)
        #expect(try await reviews(world.hasan).isEmpty)
    }

    @Test func onesOwnEmergencyIsDueForSomebodyElse() async throws {
        let world = try await World()
        let ani = try await world.maya([.head])
        let (_, file) = try await world.openCase()
        let emergency = OpenInEmergency(.danger, because: "Tetangga melihat terlapor di depan rumah.")
        try await world.desk.perform(emergency, on: file, by: world.hasan)
        #expect(try await !world.desk.dues(for: world.hasan).contains { $0.rule == .reviewEmergency })
        #expect(try await world.desk.dues(for: ani).contains { $0.rule == .reviewEmergency })
    }

    /// The screens promise 72 hours.
    @Test func theReviewHasItsTimeWhateverAnOfficeCorrects() async throws {
        let world = try await World()
        let rule = try #require(world.desk.rulebook[.reviewEmergency])
        #expect(Double(rule.amount) * Self.hour == EmergencyAccess.reviewedWithin && rule.unit == .hours)
        #expect(!world.desk.rulebook.correctable.contains(.reviewEmergency))
    }

    // MARK: how soon the office answers

    @Test func medianAndShareAreOfWhatCameInOfThatTime() async throws {
        let world = try await World()
        let plain = ReceiveComplaint(channel: .direct, what: "Tidak dijemput.")
        func triage(after hours: Double) async throws -> ID<CaseFile>? {
            let complaint = try await world.receive(plain)
            world.clock.advance(hours * Self.hour)
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.neglect], decision: .newCase,
                manager: world.rina.id)
            try await world.desk.perform(triage, on: complaint, by: world.dewi)
            return try await world.desk.open(Complaint.self, complaint, by: world.dewi).record.caseFile
        }
        let quick = try #require(try await triage(after: 3))
        try await world.act(RecordFollowUp(.notReached, safe: .unknown, note: "Tidak diangkat."), on: quick)
        world.clock.advance(Self.hour)
        try await world.act(RecordFollowUp(.phone, safe: .yes, note: "Aman."), on: quick)
        _ = try await triage(after: 8)
        _ = try await world.openCase()
        try await world.receive(plain)

        let told = try await world.desk.supervision(by: world.hasan).answers
        let answers = Dictionary(uniqueKeysWithValues: told.map { ($0.step, $0) })
        let triages = try #require(answers[.triageOther])
        #expect(triages.median == 5.5 * Self.hour && triages.inTime == 1 && triages.late == 1 && triages.waiting == 1)
        #expect(triages.share == 50 && triages.done == 2)
        let urgent = try #require(answers[.triageUrgent])
        #expect(urgent.median == 0 && urgent.share == nil && urgent.done == 1)
        let contacts = try #require(answers[.contactMedium])
        // Nobody was with the second client, and six hours have passed.
        #expect(contacts.median == 4 * Self.hour && contacts.inTime == 1 && contacts.late == 1 && contacts.waiting == 1)
        #expect(answers[.contactUrgent]?.waiting == 1 && answers[.contactLow]?.isEmpty == true)

        world.clock.advance(Supervision.period + 1)
        #expect(try await world.desk.supervision(by: world.hasan).answers.allSatisfy { $0.isEmpty })
    }
}

extension World {
    fileprivate func late(_ worker: Worker) async throws -> [Listed] {
        try await desk.list(.supervised(.late, of: nil, at: workspace.now), by: worker).rows
    }

    fileprivate func supervised(
        _ concern: Concern, of manager: ID<Worker>? = nil, by worker: Worker
    ) async throws -> Int {
        try await desk.list(.supervised(concern, of: manager, at: workspace.now), by: worker).total
    }
}
