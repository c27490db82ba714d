import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct SupervisionPageTests {
    /// From a missed deadline to another manager, by a head who opens no file.
    @Test func theHeadSeesWhatIsLateAndHandsItOn() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            site.world.clock.advance(73 * 3600)
            let hasan = try await site.browser(signedInAs: "hasan")

            let page = try await hasan.get(Path.supervision.description).text
            #expect(page.contains("Rina Siregar: 1 dari 1 kasus dengan tenggat wajib UPTD yang lewat"))
            // Reviews and steps of a plan are not counted there, so nothing is called in time.
            #expect(page.contains("Tanpa tenggat wajib UPTD yang lewat"))
            #expect(page.contains("terlama 3 hari") && page.contains("1 risiko tinggi"))
            let late = Path.supervised(.late, of: site.world.rina.id.value).description
            #expect(page.contains("href=\"\(late)\""))

            let list = try await hasan.get(late).text
            #expect(list.contains("Lewat tenggat UPTD"))
            #expect(list.contains("3 hari") && list.contains("Intervensi"))
            #expect(list.contains("Kasus dengan tenggat wajib UPTD yang lewat: Rina Siregar"))
            #expect(list.contains("href=\"\(file.acting(AssignManager.name))\""))
            // Neither whose case it is, nor what was missed, nor what happened.
            for text in [page, list] {
                for told in ["Melati", "Lapor ke polisi", "Layani sekarang", "Seksual", "guru BK", "Siswi"] {
                    #expect(!text.contains(told), "\(told)")
                }
            }
            #expect(!page.contains("Sagulung"))
            #expect(try await hasan.get(Path.record(file).description).status == 404)
            #expect(try await hasan.get(Path.work.description).text.contains("href=\"\(Path.supervision)\""))
        }
    }

    @Test func nobodyElseSeesIt() async throws {
        try await TestSite.run { site in
            _ = try await site.world.openCase()
            let rina = site.world.rina.id.value
            for handle in ["dewi", "rina", "yohana"] {
                let browser = try await site.browser(signedInAs: handle)
                for path in [.supervision, .supervised(.late, of: nil), .supervised(.open, of: rina)] as [Path] {
                    #expect(try await browser.get(path.description).status == 403)
                }
                #expect(try await !browser.get(Path.work.description).text.contains(Path.supervision.description))
            }
            let dewi = try await site.browser(signedInAs: "dewi")
            site.world.clock.advance(73 * 3600)
            #expect(try await !dewi.get(Path.cases(own: false).description).text.contains("tenggat wajib"))
        }
    }

    @Test func programsAreToldTheSame() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            site.world.clock.advance(73 * 3600)
            let head = try await Program(site, site.world.hasan, [.approve])
            let told = try await head.get("supervision").json
            let whole = try #require(told["whole"] as? [String: Any])
            #expect(whole["late"] as? Int == 1 && whole["hoursLate"] as? Int == 73)
            let manager = try #require((told["managers"] as? [[String: Any]])?.first?["manager"] as? [String: String])
            #expect(manager == ["id": "\(site.world.rina.id)", "name": "Rina Siregar"])
            let rows = try await head.get("supervision/late/\(site.world.rina.id)").json["rows"] as? [[String: Any]]
            let stub = try #require(rows?.first)
            #expect(stub["id"] as? String == "\(file)" && stub["sight"] as? String == "listed")
            #expect(stub["late"] as? Bool == true && stub["hoursLate"] as? Int == 73)
            #expect(
                Set(stub.keys) == ["kind", "id", "code", "sight", "status", "codes", "late", "hoursLate", "quiet"])
            for (worker, duty) in [
                (site.world.hasan, Duty.manageCases), (site.world.rina, .manageCases),
                (site.world.dewi, .takeComplaints),
                (site.world.yohana, .administer),
            ] {
                let program = try await Program(site, worker, [duty])
                #expect(try await program.get("supervision").status == 403)
                #expect(try await program.get("supervision/late").status == 403)
            }
        }
    }

    @Test func theReviewOfAnEmergencyStandsAmongTheHeadsDeadlines() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let emergency = OpenInEmergency(.client, because: "Klien menelepon, terdengar ada yang mengamuk.")
            try await site.world.desk.perform(emergency, on: file, by: site.world.dewi)
            let before = try await site.browser(signedInAs: "hasan")
            #expect(try await before.get(Path.work.description).text.contains("sisa 3 hari"))
            // Three days on, nobody is signed in any more.
            site.world.clock.advance(74 * 3600)
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await hasan.get(Path.work.description).text.contains("Terlambat 2 jam"))
            #expect(try await hasan.get(Path.supervision.description).text.contains("Akses darurat belum ditinjau: 1"))
        }
    }
}
