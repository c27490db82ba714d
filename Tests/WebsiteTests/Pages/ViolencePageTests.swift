import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct ViolencePageTests {
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
}
