import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite struct ListTests {
    @Test func dangerComesFirstThenWhatHasWaitedLongest() async throws {
        let world = try await World()
        for (what, danger, age) in [("a", YesNo.no, 1), ("b", .yes, 30), ("c", .unknown, 0), ("d", .yes, 20)] {
            let at = Moment(World.now - Double(age) * 60)
            try await world.receive(ReceiveComplaint(channel: .direct, what: LongText(what), danger: danger, at: at))
        }

        let inbox = try await world.desk.list(.inbox, by: world.dewi)

        #expect(inbox.rows.map(\.card.title) == ["b", "d", "a", "c"])
        #expect(inbox.total == 4)
    }

    /// A count of all is taken anew only where one joined the list or left it.
    @Test func whatIsWrittenInACaseMovesNoRecord() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let moves = { (act: () async throws -> Void) async throws in
            _ = try await world.desk.list(.cases(own: false), by: world.rina)
            let before = world.desk.index.standings.moves
            try await act()
            _ = try await world.desk.list(.cases(own: false), by: world.rina)
            return world.desk.index.standings.moves - before
        }
        #expect(try await moves { try await world.act(RecordNote(note: "Kunjungan rumah."), on: file) } == 0)
        #expect(try await moves { try await world.meetDues(of: file) } == 0)
        let member = AddToTeam(world.hasan.id, as: .deputy, because: "Pengesah.")
        #expect(try await moves { try await world.act(member, on: file) } == 1)
        let further = ReceiveComplaint(channel: .letter, what: "Surat.")
        #expect(try await moves { try await world.receive(further) } == 1)
    }

    @Test func howManyWaitIsToldAnewOnceOneIsDecided() async throws {
        let world = try await World()
        let inbox = { (worker: Worker) in
            let list = try await world.desk.list(.inbox, by: worker)
            let count = try await world.desk.inboxCount(by: worker)
            #expect(count == list.total && list.rows.count == count)
            return count
        }
        let id = try await world.receive()
        try await world.receive(ReceiveComplaint(channel: .letter, what: "Surat."))
        #expect(try await inbox(world.dewi) == 2)
        #expect(try await inbox(world.other) == 0)
        try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
        #expect(try await inbox(world.dewi) == 1)
        let cases = { try await world.desk.list(.cases(own: false), by: world.dewi).total }
        let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
        #expect(try await cases() == 1)
        try await world.act(RecordConflict(world.dewi.id, because: "Adik pelapor."), on: file)
        #expect(try await cases() == 0)
    }

    @Test(arguments: [
        "melati", "MELA", "guru bk", "siswi takut", "0812 3456 7890", "+62 812-3456-7890", "08123456", "ja'far",
        "LP-2026-0001", "\"Melati\"",
    ])
    func aComplaintIsFoundBy(words: String) async throws {
        let world = try await World()
        try await world.receive()
        #expect(try await world.desk.list(.search(words), by: world.dewi).total == 1)
    }

    @Test(arguments: ["", " ", "\"", "*", "takut OR x", "mawar", "text:takut", "NEAR(takut)", "' OR 1=1 --", "\0"])
    func andByNothingElse(words: String) async throws {
        let world = try await World()
        try await world.receive()
        #expect(try await world.desk.list(.search(words), by: world.dewi).total == 0)
    }

    /// One of each that one statement answers; the switch makes a new list a mistake of the compiler until it stands here.
    static let lists: [List] = {
        func sampled(_ list: List) {
            switch list {
            case .inbox, .cases, .closed, .ended, .voided, .emergencies, .approvals, .decidedAlone, .supervised,
                .search,
                .alike:
                break
            }
        }
        return [
            .inbox, .closed, .ended, .voided, .approvals, .decidedAlone, .search("melati"), .cases(own: true),
            .cases(own: false), .emergencies(since: World.now),
        ]
            + Concern.allCases.flatMap { concern in
                [nil, ID<Worker>()].map { .supervised(concern, of: $0, at: World.now) }
            }
    }()

    @Test(arguments: lists)
    func noListScansATable(list: List) async throws {
        let world = try await World()
        let plans = try await world.desk.index.plans(list, in: Scope(world.hasan))

        #expect(!plans.isEmpty)
        // The page that was found is no table, and what is restricted is little and all meant.
        let small: Set = ["SCAN page", "SCAN restricted", "SCAN few"]
        let scans = plans.filter { $0.hasPrefix("SCAN") && !small.contains($0) }
        #expect(!scans.contains { !$0.contains("VIRTUAL TABLE INDEX") && $0 != "SCAN CONSTANT ROW" }, "\(plans)")
        // Nor does one look through all that an office ever had.
        #expect(!plans.contains { $0.hasSuffix("cards_in_order (lane=?)") || $0.hasSuffix("cards_by_day (lane=?)") })
    }

    @Test func noFigureOfTheDashboardScansATable() async throws {
        let world = try await World()
        let plans = try await world.desk.index.supervisionPlans(in: Scope(world.hasan), at: World.now)
        #expect(plans.count > 10)
        #expect(!plans.contains { $0.hasPrefix("SCAN") }, "\(plans)")
        #expect(!plans.contains { $0.hasSuffix("cards_in_order (lane=?)") || $0.hasSuffix("cards_by_day (lane=?)") })
    }

    @Test(arguments: [
        ("Fatimah Noerhayati", "Patimah Nurhayati"), ("Fatimah Noerhayati", "fatima nur hayati"),
        ("Muhammad Rizki", "Moh. Rizky"), ("H. Djoko Soesanto", "Joko Susanto"), ("Ja'far Sidik", "jafar siddiq"),
        ("Siti Maesaroh", "Siti Maisaroh binti Ahmad"), ("Yohanes Wea", "Yohanis Wea"),
        ("Tiurma Sitompul", "Tirma Sitompol"),
    ])
    func peopleAreFoundAsTheyAreSpelled(kept: String, typed: String) async throws {
        let world = try await World()
        for other in ["Budi Hartono", "Dewi Lestari", "Rosmaida Sitohang", "Agus Salim"] {
            try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Lain.", affected: [Affected(Line(other))]))
        }
        let id = try await world.receive(
            ReceiveComplaint(channel: .direct, what: "Laporan.", affected: [Affected(Line(kept))]))

        let found = try await world.desk.list(.search(typed), by: world.dewi)
        #expect(found.rows.map(\.card.record) == [id.value])
        #expect(found.total == 1)
        #expect(try await world.desk.list(.search(typed), by: world.other).total == 0)
    }

    /// What somebody may open is found however many records of others have the name.
    @Test func namesakesOfOthersHideNobody() async throws {
        let world = try await World()
        func receive(_ name: Line = "Siti Aminah") async throws -> ID<Complaint> {
            try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Laporan.", affected: [Affected(name)]))
        }
        let own = try await receive("Siti Aminnah")
        try await world.desk.perform(world.triage(world.rina.id), on: own, by: world.dewi)
        let advice = TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice)
        for _ in 0..<List.most + 1 { try await world.desk.perform(advice, on: receive(), by: world.dewi) }

        let found = try await world.desk.list(.search("Siti Aminah"), by: world.rina).rows
        #expect(found.contains { $0.card.record == own.value })
    }

    @Test(arguments: [
        ("gudang", "…di sekolah, katanya dikunci di [gudang] belakang bersama adiknya selama dua…"),
        ("anak GUDANG", "…di sekolah, katanya dikunci di [gudang] belakang bersama adiknya selama dua…"),
        ("menangis", "Anak itu [menangis] di sekolah, katanya dikunci di gudang…"), ("perempuan", nil),
        ("ja'far", "[Ja'far Sidik]"), ("rosmayda", "[Rosmaida Siregar]"), ("0812 3456 7890", "[+6281234567890]"),
    ])
    func aSearchSaysWhyItFoundIt(words: String, excerpt: String?) async throws {
        let world = try await World()
        let what: LongText = """
            Anak perempuan, umur sekitar dua belas tahun.
            Anak itu menangis di sekolah, katanya dikunci di gudang belakang bersama adiknya selama dua hari dua malam.
            """
        let complaint = ReceiveComplaint(
            channel: .school, what: what, affected: [Affected("Ja'far Sidik"), Affected("Rosmaida Siregar")],
            phone: try Phone.read(["081234567890"]))
        try await world.receive(complaint)
        let found = try await world.desk.list(.search(words), by: world.dewi).rows.first
        #expect(found?.excerpt.map { "\($0.before)[\($0.hit)]\($0.after)" } == excerpt)
    }

    @Test func aSearchIsNoWayToReadStoriesInBulk() async throws {
        let world = try await World()
        for number in 0..<14 {
            let what = LongText("Laporan yang ke-\(number) hari ini.\nTetangga mendengar tangis.")
            try await world.receive(ReceiveComplaint(channel: .direct, what: what))
        }
        let rows = try await world.desk.list(.search("tangis"), by: world.dewi).rows
        #expect(rows.map { $0.excerpt?.hit } == Array(repeating: "tangis", count: 10) + [nil, nil, nil, nil])
    }

    /// It is shown one by one, each time on record, and never in a list.
    @Test(arguments: ["3374", "3374015505900001", "NIK 3374015505900001", "337401", "semarang"])
    func anIdentityNumberIsFoundAndNotTold(search: String) async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let client = try await world.client(of: file)
        try await world.act(DescribePerson(client, nik: NIK("3374015505900001")), on: file)
        for written in ["3374015505900001", "337401 550590 0001", "337401.550590-0001"] {
            let note = LongText("Menurut kartu NIK \(written), lahir di Semarang.")
            try await world.act(RecordNote(note: note), on: file)
        }
        let rows = try await world.desk.list(.search(search), by: world.rina).rows
        #expect(!rows.isEmpty && rows.allSatisfy { $0.excerpt == nil })
    }

    /// Of a case that somebody may only ask about, nothing is told.
    @Test func aStubSaysNothing() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        let code = try await world.desk.open(CaseFile.self, file, by: world.rina).code
        let found = try await world.desk.list(.search(try #require(code).description), by: world.other).rows
        #expect(found.allSatisfy { $0.sight == .open || $0.excerpt == nil })
    }

    /// However much somebody writes into one record, each act costs the same.
    @Test func ofARecordWithoutEndTheBeginningIsFound() async throws {
        let world = try await World()
        let (_, file) = try await world.openCase()
        var record = try await world.file(file)
        let note = LongText(String(repeating: "é", count: 19_900) + " mawar")
        for number in 1...30 {
            RecordNote(note: note).apply(
                to: &record, Stamp(entry: UUID(), instant: World.now, worker: world.rina.id, version: number))
        }
        let text = record.card(30).text
        #expect(text.utf8.count <= Card.longestText + 3 && text.contains("mawar") && text.contains("Siswi"))
    }
}
