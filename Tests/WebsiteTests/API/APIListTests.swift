import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Lists, page by page.
@Suite struct APIListTests {
    @Test func aListIsToldPageByPage() async throws {
        try await TestSite.run { site in
            for number in 0..<7 {
                try await site.world.receive(
                    ReceiveComplaint(
                        channel: .direct, what: LongText("Laporan \(number)."), danger: number < 3 ? .yes : .no))
                site.world.clock.advance(number == 4 ? 0 : 60)
            }
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let whole = try await Self.ids(dewi.get("complaints?limit=100"))
            var paged: [String] = []
            var query = "complaints?limit=2"
            for _ in 0..<4 {
                let page = try await dewi.get(query)
                #expect(page.json["total"] as? Int == 7)
                paged += Self.ids(page)
                guard let next = page.json["next"] as? String else { break }
                query = "complaints?limit=2&cursor=\(next)"
            }
            #expect(whole.count == 7 && paged == whole)
            // A page before which something came in tells no row twice.
            let found = try await dewi.post("search?limit=3", #"{"text": "laporan"}"#)
            #expect(Self.ids(found).count == 3 && found.json["next"] != nil)
        }
    }

    @Test func whatEndedWithoutACaseIsTold() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let advice = TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice)
            try await site.world.desk.perform(Reading(advice), on: id, by: site.world.dewi) { _ in true }
            let head = try await Program(site, site.world.hasan, [.approve])
            #expect(try await Self.ids(head.get("complaints/ended")) == [id.value.uuidString.lowercased()])
            #expect(try await head.get("complaints/\(id)").status == 200)
            let other = try await Program(site, site.world.hasan, [.takeComplaints])
            #expect(try await Self.ids(other.get("complaints/ended")).isEmpty)
            #expect(try await other.get("complaints/\(id)").status == 404)
        }
    }

    /// Whoever may only take complaints learns whom a triage may name, and nothing else of the office.
    @Test func whoMayBeNamedIsTold() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let told = try await dewi.get("directory")
            let managers = try #require(told.json["managers"] as? [[String: String]])
            // Who may manage cases: a head does, an intake officer and an administrator do not.
            let expected = [site.world.hasan, site.world.rina].map { ["id": "\($0.id)", "name": $0.name] }
            #expect(managers == expected)
            let partners = try #require(told.json["partners"] as? [[String: Any]])
            let office = site.world.desk.law(in: 1).office
            #expect(partners.compactMap { $0["name"] as? String } == office.directory.map(\.name.text))
            #expect(!told.text.contains("phone") && !partners.isEmpty)
        }
    }

    /// Not by its place in a list, either.
    @Test func aStubTellsNeitherStatusNorDay() async throws {
        try await TestSite.run { site in
            for number in 0..<2 {
                let received = try await site.world.receive(
                    ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number).")))
                try await site.world.desk.perform(
                    site.world.triage(site.world.rina.id), on: received, by: site.world.dewi)
            }
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let page = try await dewi.get("cases/all?limit=1")
            let stub = try #require((page.json["rows"] as? [[String: Any]])?.first)
            #expect(Set(stub.keys) == ["kind", "id", "code", "sight", "codes"])
            let codes = try #require(stub["codes"] as? [String: String])
            #expect(Set(codes.keys).isSubset(of: ["age", "district", "risk", "manager"]))
            let (next, id) = (try #require(page.json["next"] as? String), try #require(stub["id"] as? String))
            #expect(!next.contains(id))
            #expect(try await Self.ids(dewi.get("cases/all?limit=1&cursor=\(next)")).count == 1)
            let rina = try await Program(site, site.world.rina, [.manageCases])
            let whole = try #require(try await rina.get("cases/all").json["rows"] as? [[String: Any]]).first
            #expect(whole?["status"] != nil && whole?["at"] != nil)
        }
    }

    /// Who is found by name comes first and once, and the total is what the pages tell together.
    @Test func aSearchTellsNothingTwice() async throws {
        try await TestSite.run { site in
            for number in 0..<5 {
                try await site.world.receive(
                    ReceiveComplaint(
                        channel: .direct, what: LongText("Tentang Melati, \(number)."),
                        affected: [Affected(number < 2 ? "Melati" : "Bunga")]))
            }
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            var (told, path): ([String], String?) = ([], "search?limit=1")
            for _ in 0..<9 {
                guard let next = path else { break }
                let page = try await dewi.post(next, #"{"text": "Melati"}"#)
                #expect(page.json["total"] as? Int == 5)
                told += Self.ids(page)
                path = (page.json["next"] as? String).map { "search?limit=1&cursor=\($0)" }
            }
            #expect(told.count == 5 && Set(told).count == 5)
        }
    }

    private static func ids(_ page: Browser.Page) -> [String] {
        (page.json["rows"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
}
