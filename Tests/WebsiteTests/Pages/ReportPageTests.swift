import Casework
import Desk
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Website

@Suite struct ReportPageTests {
    @Test func itCountsWhatCameInThatYearForWhoMayKnow() async throws {
        try await TestSite.run { site in
            var complaint = World.fromSchool
            complaint.at = Moment(try #require(Day(year: 2023, month: 5, day: 4)).end - 12 * 3600)
            let longAgo = Caution("came-long-ago", ["year": "2023"])
            let received = try await site.world.desk.perform(
                complaint, on: ID(), by: site.world.dewi, Asking(ticked: [longAgo.mark])
            ).record
            let hasan = try await site.browser(signedInAs: "hasan")
            let page = { (year: Int) in try await hasan.get("/kerja/reports/violence/\(year)").text }
            #expect(try await page(2023).contains("0 korban dalam 0 kasus"))

            try await site.world.desk.perform(
                site.world.triage(site.world.rina.id), on: received, by: site.world.dewi)

            let text = try await page(2023)
            #expect(text.contains("1 korban dalam 1 kasus"))
            let row = text.components(separatedBy: ">Seksual<").last?.components(separatedBy: "</tr>").first ?? ""
            let cells = row.matches(of: #/<td class="number[^>]*>([^<]*)/#).map(\.1)
            #expect(cells == ["1", "100,0", "1", "0", "0", "1", "0", "0"])
            #expect(!text.contains("Melati"))
            #expect(try await page(2024).contains("0 korban dalam 0 kasus"))

            for handle in ["dewi", "rina", "yohana"] {
                let browser = try await site.browser(signedInAs: handle)
                #expect(try await browser.get("/kerja/reports/violence/2023").status == 403)
            }
        }
    }

    @Test func aNumberShowsAllItsTablesAndTheListTheOthers() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(AddPerson("Paman Bagas", .alleged, sex: .male, age: Years(41)), on: file)
            let hasan = try await site.browser(signedInAs: "hasan")
            let text = try await hasan.get("/kerja/reports/victims/2026-Q4").text
            for title in ["Kasus menurut jenis kelamin korban", "Korban menurut", "Terlapor menurut jenis kelamin"] {
                #expect(text.contains("Tabel 1. \(title)"))
            }
            #expect(!text.contains("Tabel 2. ") && text.contains("Triwulan 4 2026, menurut waktu lapor"))
            #expect(text.contains("1 terlapor dalam 1 kasus") && !text.contains("Bagas") && !text.contains("Melati"))
            for table in Table.official(in: try #require(Period("2026-Q4"))) {
                let page = try await hasan.get("/kerja/reports/\(table.name.rawValue)/2026-Q4")
                #expect(page.status == 200 && page.text.contains("Tabel \(table.number). "), "\(table.name)")
                #expect(text.contains("/2026-Q4\"") && text.contains("/kerja/reports/"))
            }
        }
    }

    @Test func thePeriodIsChosenByItsPartOfTheYearOrByDays() async throws {
        try await TestSite.run { site in
            let hasan = try await site.browser(signedInAs: "hasan")
            let reports = { (query: String) in try await hasan.get("/kerja/reports\(query)") }
            #expect(try await reports("").location == "/kerja/reports/cases/2026")
            #expect(try await reports("?table=months&period=2025-Q2").location == "/kerja/reports/months/2025-Q2")
            #expect(
                try await reports("?table=months&shown=2026&from=2026-10-05&until=2026-11-04").location
                    == "/kerja/reports/months/2026-10-05--2026-11-04")
            #expect(
                try await reports("?from=2025-01-01&until=2025-12-31").location == "/kerja/reports/cases/2025",
                "a whole year is one, however it was asked for")
            #expect(try await reports("?period=2025-Q9").status == 404)
            #expect(try await reports("?table=nonsense&period=2025").location == "/kerja/reports/cases/2025")
        }
    }

    @Test(arguments: [
        ("from=&until=2026-11-04", ["from"]), ("from=x&until=", ["from", "until"]),
        ("from=2026-11-05&until=2026-11-04", ["until"]), ("from=2010-01-01&until=2026-11-04", ["until"]),
        ("from=1800-01-01&until=1800-11-04", ["until"]), ("from=2026-11", ["from", "until"]),
    ])
    func whatIsWrongWithTheDaysIsSaidAtThemAndKept(query: String, wrong: [String]) async throws {
        try await TestSite.run { site in
            let hasan = try await site.browser(signedInAs: "hasan")
            let page = try await hasan.get("/kerja/reports?table=months&shown=2025&\(query)")
            #expect(page.status == 422 && page.text.contains("<details class=\"report-days\" open>"))
            for name in ["from", "until"] {
                #expect(page.text.contains("id=\"\(name)-error\"") == wrong.contains(name), "\(name)")
            }
            for typed in query.matches(of: #/(from|until)=([^&]+)/#) {
                #expect(page.text.contains("name=\"\(typed.1)\" value=\"\(typed.2)\""))
            }
            #expect(
                page.text.contains("Tabel 13. ") && page.text.contains("Tahun 2025, menurut"), "what was shown stays")
        }
    }

    @Test func allTablesAreTakenAlongAsOneSheet() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(AddPerson("Paman Bagas", .alleged, sex: .male), on: file)
            let hasan = try await site.browser(signedInAs: "hasan")
            let sheet = try await hasan.get("/kerja/reports/csv/2026-11")
            #expect(sheet.headers["Content-Type"] == "text/csv; charset=utf-8")
            #expect(sheet.headers["Content-Disposition"] == "attachment; filename=\"lindung-2026-11.csv\"")
            #expect(sheet.text.contains("3,violence,Korban menurut bentuk kekerasan,victim,SEK,Seksual,1,1,0,0,1,0,0"))
            for number in Table.numbers { #expect(sheet.text.contains(",complaint,\(number),")) }
            #expect(!sheet.text.contains("Melati") && !sheet.text.contains("Bagas"))
        }
    }

    /// Who may not see figures gets none by any door, and that they asked is on record.
    @Test func whoMayNotSeeFiguresIsTurnedAwayAtEachDoor() async throws {
        try await TestSite.run { site in
            for handle in ["dewi", "rina", "yohana"] {
                let browser = try await site.browser(signedInAs: handle)
                for path in ["cases/2026", "months/2026-Q1", "csv/2026", "public/cases/2025", "public/csv/2025"] {
                    #expect(try await browser.get("/kerja/reports/\(path)").status == 403)
                }
                #expect(try await browser.get("/kerja/reports?from=x&until=").status == 403)
                let home = try await browser.get("/kerja").text
                #expect(!home.contains("/kerja/reports"))
            }
        }
    }

    // MARK: for the public

    /// Twelve women came in 2023, nine of whom were neglected and three beaten.
    private func twelveWomen(_ world: World) async throws {
        for number in 1...12 {
            var complaint = ReceiveComplaint(
                channel: .letter, what: "Surat lama.",
                affected: [Affected(Line("Klien \(number)"), sex: .female, age: Years(30))])
            complaint.at = Moment(try #require(Day(year: 2023, month: 5, day: 4)).end - 12 * 3600)
            let longAgo = Caution("came-long-ago", ["year": "2023"])
            let received = try await world.desk.perform(
                complaint, on: ID(), by: world.dewi, Asking(ticked: [longAgo.mark])
            ).record
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, forms: [number > 9 ? .physical : .neglect],
                decision: .newCase, manager: world.rina.id)
            try await world.desk.perform(triage, on: received, by: world.dewi)
        }
    }

    @Test func whatIsPublishedHidesWhatIsSmall() async throws {
        try await TestSite.run { site in
            try await twelveWomen(site.world)
            let hasan = try await site.browser(signedInAs: "hasan")
            let office = try await hasan.get("/kerja/reports/violence/2023-Q2").text
            #expect(office.contains("href=\"/kerja/reports/public/violence/2023\""))

            let text = try await hasan.get("/kerja/reports/public/violence/2023").text
            for name in ["Fisik", "Penelantaran"] {
                let row = text.components(separatedBy: ">\(name)<").last?.components(separatedBy: "</tr>").first ?? ""
                let cells = row.matches(of: #/<td class="number[^>]*>([^<]*)/#).map { String($0.1) }
                #expect(cells == ["*", "–"], "\(name): all are grown women, so nothing is told apart")
            }
            #expect(
                text.contains("12 korban. Keadaan") && !text.contains("12 korban dalam") && !text.contains("Klien 1"))
            #expect(text.contains("menutup angka kecil") && text.contains("href=\"/kerja/reports/violence/2023\""))
            let alleged = try await hasan.get("/kerja/reports/public/alleged-relation/2023").text
            #expect(alleged.contains("0 terlapor"))

            let sheet = try await hasan.get("/kerja/reports/public/csv/2023")
            #expect(sheet.headers["Content-Disposition"] == "attachment; filename=\"lindung-public-2023.csv\"")
            #expect(sheet.text.contains(",victim,FIS,Fisik,*") && sheet.text.contains(",victim,sum,Jumlah,12"))
            #expect(!sheet.text.contains("Klien"))
        }
    }

    @Test func ofFewOrOfAYearThatRunsOnNothingIsPublished() async throws {
        try await TestSite.run { site in
            _ = try await site.world.openCase()
            let hasan = try await site.browser(signedInAs: "hasan")
            let running = try await hasan.get("/kerja/reports/public/violence/2026")
            #expect(running.status == 409 && running.text.contains("Tahun 2026 belum selesai"))
            #expect(!running.text.contains("<table") && running.text.contains("/kerja/reports/public/violence/2025"))
            let sheet = try await hasan.get("/kerja/reports/public/csv/2026")
            #expect(sheet.status == 303 && sheet.headers["Location"] == "/kerja/reports/public/cases/2026")
            for path in ["violence/2025-Q1", "violence/2025-05", "services/2025", "csv/2025-Q1"] {
                #expect(try await hasan.get("/kerja/reports/public/\(path)").status == 404, "\(path)")
            }
            #expect(
                try await hasan.get("/kerja/reports/services/2026").text.contains("/kerja/reports/public/cases/2025"),
                "a table that is not published leads to the first")
        }
    }
}
