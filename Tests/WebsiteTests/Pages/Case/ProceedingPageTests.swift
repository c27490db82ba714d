import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Proceedings through the pages: an order stands out, and whose deadline it is is said.
@Suite struct ProceedingPageTests {
    private let until = Day(year: 2027, month: 2, day: 22) ?? .blank

    @Test func anOrderInForceStandsOutUntilItsLastDay() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(
                RecordProceeding(.orderIssued, until: until, body: "PN Batam", number: "12/Pen/2026"), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = { try await rina.get(Path.record(file).description).text }
            let told = try await page()
            let head = try #require(told.components(separatedBy: "case-contact").first)
            #expect(head.contains("Perintah perlindungan sampai 22 Februari 2027</span>"))
            #expect(told.contains("Berlaku sampai 22 Februari 2027") && told.contains("12/Pen/2026"))
            #expect(told.contains("Hak klien, kami ingatkan · UU 23/2004 ps. 32"))
            world.clock.set(until.end + 60)
            let after = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(!after.contains("sampai 22 Februari 2027</span>") && after.contains("12/Pen/2026"))
        }
    }

    /// What the police let pass is chased, and is no failure of the unit's.
    @Test func whatOthersLetPassIsChasedForAWeek() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.meetDues(of: file)
            let next = { () async throws -> String in
                let rina = try await site.browser(signedInAs: "rina")
                let page = try await rina.get(Path.record(file).description).text
                return String(page.components(separatedBy: "id=\"next-title\">").dropFirst().first?.prefix(900) ?? "")
            }
            // Until then the work goes on.
            #expect(try await next().hasPrefix("Catat persetujuan"))
            world.clock.advance(26 * 3600)
            let late = try await next()
            #expect(late.hasPrefix("Perlindungan sementara dari polisi") && late.contains("Lewat 2 jam"))
            #expect(late.contains("Tanyakan kepada polisi") && !late.contains("Terlambat"))
            #expect(late.contains("\(file.acting(RecordProceeding.name))"))
            world.clock.advance(7 * 86_400)
            #expect(try await next().hasPrefix("Catat persetujuan"))
        }
    }

    @Test func theListOfEventsStandsInParts() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let form = try await rina.get(file.acting(RecordProceeding.name)).text
            for event in ProceedingEvent.allCases {
                #expect(form.components(separatedBy: "<option value=\"\(event.rawValue)\"").count == 2, "\(event)")
            }
            let parts = ["Polisi", "Perlindungan LPSK dan pengadilan", "Kejaksaan dan pengadilan"]
            #expect(parts.allSatisfy { form.contains("<optgroup label=\"\($0)\">") })
        }
    }

    /// Of two sisters the page says whose it is.
    @Test func ofSeveralClientsTheNameIsTold() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(AddPerson("Kenanga", .client, sex: .female, age: Years(9)), on: file)
            let sister = try #require(try await world.file(file).clients.last).id
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RecordProceeding.name)
            let missing = try await rina.post(path, ["event": "lpsk-asked"], from: try await rina.get(path))
            #expect(missing.status == 422 && missing.text.contains("Pilih kliennya"))
            try await world.act(RecordProceeding(.lpskAsked, client: sister), on: file)
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("Jawaban LPSK: Kenanga"))
        }
    }

    /// A program learns what happened, which orders stand, and whose deadline it is.
    @Test func programsAreToldOfIt() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.meetDues(of: file)
            let rina = try await Program(site, world.rina, [.manageCases])
            let faulty = try await rina.post(
                "cases/\(file)/record-proceeding", #"{"answers": {"event": "order-issued"}}"#)
            #expect(faulty.status == 422)
            let sent = #"{"answers": {"event": "order-issued", "until": "2027-02-22", "number": "12/Pen/2026"}}"#
            #expect(try await rina.post("cases/\(file)/record-proceeding", sent).status == 200)

            let state = try #require(try await rina.get("cases/\(file)").json["state"] as? [String: Any])
            let steps = try #require(state["proceedings"] as? [[String: Any]])
            #expect(steps.map { $0["event"] as? String } == [nil, "order-issued"])
            #expect(steps.map { $0["number"] as? String } == ["1", "12/Pen/2026"])
            let order = try #require((state["orders"] as? [[String: Any]])?.first)
            #expect(order["kind"] as? String == "protection" && order["until"] as? String == "2027-02-22")
            let dues = try #require(state["dues"] as? [[String: Any]])
            #expect(dues.contains { $0["rule"] as? String == "R-TPKS-04" && $0["who"] as? String == "police" })
        }
    }
}
