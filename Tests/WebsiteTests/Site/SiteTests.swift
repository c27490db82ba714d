import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct SiteTests {
    static let form = "/kerja/complaints/receive-complaint"

    @Test func aComplaintGoesFromTheFormToTheInboxAndIsFound() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(Self.form)
            let saved = try await dewi.post(
                Self.form, ["channel": "S1T", "what": "Ibu <Sri> takut pulang.", "phone": "0812 3456 7890"], from: form)

            #expect(saved.status == 303)
            let complaint = try await dewi.follow(saved)
            #expect(complaint.status == 200)
            #expect(complaint.text.contains("Ibu &lt;Sri&gt; takut pulang."))
            #expect(complaint.text.contains("LP-2026-0001") && complaint.text.contains("hari ini 09.32"))

            let inbox = try await dewi.get("/kerja/complaints")
            #expect(inbox.text.contains(try #require(saved.location)))

            let search = try await dewi.get("/kerja/search")
            let found = try await dewi.post("/kerja/search", ["words": "sri"], from: search)
            #expect(found.location?.contains("sri") == false)
            #expect(try await dewi.follow(found).text.contains("1 hasil cocok"))
        }
    }

    @Test(arguments: [("", "Pilih lewat apa laporan datang."), ("en", "Choose how the complaint came in.")])
    func everyFaultIsToldInTheReadersLanguageAndNothingTypedIsLost(language: String, sentence: String) async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            if !language.isEmpty { dewi.setCookie("__Host-language", language) }
            let form = try await dewi.get(Self.form)
            let answers = [
                "channel": "", "what": "", "phone": "12", "at": "2030-01-01T00:00", "danger": "maybe",
                "reporter": "Ja'far \"<&", "district": "21.71.09",
            ]

            let again = try await dewi.post(Self.form, answers, from: form)

            #expect(again.status == 422)
            #expect(again.text.components(separatedBy: "class=\"error\"").count - 1 == 5)
            #expect(again.text.contains(sentence))
            #expect(again.text.contains("value=\"Ja&#39;far &quot;&lt;&amp;\""))
            #expect(again.text.contains("value=\"12\"") && again.text.contains("value=\"2030-01-01T00:00\""))
            #expect(again.text.contains("<option value=\"21.71.09\" selected>"))
            #expect(again.hidden(Self.form) == form.hidden(Self.form))
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)
        }
    }

    @Test func aFormThatIsSentTwiceMakesOneEntry() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(Self.form)
            let answers = ["channel": "S1T", "what": "Sekali saja."]

            let first = try await dewi.post(Self.form, answers, from: form)
            let second = try await dewi.post(Self.form, answers, from: form)
            let other = try await dewi.post(Self.form, ["channel": "S1T", "what": "Lain."], from: form)

            #expect(first.status == 303 && second.location == first.location)
            #expect(other.status == 409)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 1)
        }
    }

    @Test func nonsenseAndAnothersComplaintAreTheSameBytes() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let other = try await site.browser(signedInAs: "other")

            let foreign = try await other.get("/kerja/complaints/\(id)")
            let nonsense = try await other.get("/kerja/complaints/\(ID<Complaint>())")

            #expect(foreign.status == 404)
            #expect(foreign.body.count == nonsense.body.count)
            // The page that comes back to its own address after a change of language names it.
            #expect(foreign.text.withoutIDs == nonsense.text.withoutIDs)
            #expect(foreign.headers.filter { $0.key != "Date" } == nonsense.headers.filter { $0.key != "Date" })
            #expect(!foreign.text.contains("Melati"))
        }
    }

    @Test func theStaffsAreaNeedsASession() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            // Said here once more, and not asked of `Path.access`, which is what is tested.
            let strangers: Set<Path> = Set([.root, .signIn, .idleEnd, .language] + Asset.allCases.map { .asset($0) })
            for path in PathTests.all + [.record(id)] where !strangers.contains(path) {
                if case .api(let call) = path {
                    // The description says what there is, not what is in it; a call is let in by a token only.
                    let method = call.isPost ? "POST" : "GET"
                    let answer = try await site.browser().send(method, path.description)
                    #expect(answer.status == (call == .description ? 200 : 401), "\(path)")
                    continue
                }
                #expect(path.access == .staff, "\(path)")
                let page = try await site.browser().get(path.description)
                #expect(page.status == 303 && page.location == "/kerja/sign-in", "\(path)")
                #expect(page.body.isEmpty)
            }
        }
    }

    @Test func aWrongPasswordKeepsTheNameAndTellsNothing() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let page = try await browser.get("/kerja/sign-in")
            let wrong = try await browser.post("/kerja/sign-in", ["handle": "dewi", "password": "x"], from: page)
            let nobody = try await browser.post("/kerja/sign-in", ["handle": "nobody", "password": "x"], from: page)

            #expect(wrong.status == 422 && nobody.status == 422)
            #expect(wrong.text.replacing("dewi", with: "nobody") == nobody.text)
            #expect(browser.cookie["__Host-session"] == nil)
        }
    }

    @Test func whoComesWithASecretChoosesAPasswordBeforeAnythingElse() async throws {
        try await TestSite.run { site in
            let secret = try await site.world.addMaya([.intakeOfficer])
            let maya = site.browser()
            let page = try await maya.get("/kerja/sign-in")
            try await maya.post("/kerja/sign-in", ["handle": "maya", "password": secret], from: page)

            for path in ["/kerja", "/kerja/complaints", Self.form] {
                #expect(try await maya.get(path).location == "/kerja/password")
            }
            let choose = try await maya.get("/kerja/password")
            let short = try await maya.post("/kerja/password", ["password": "pendek"], from: choose)
            #expect(short.status == 422 && short.text.contains("terlalu pendek"))
            let chosen = try await maya.post("/kerja/password", ["password": "empat kata acak saja"], from: choose)
            #expect(chosen.status == 303)
            #expect(try await maya.get("/kerja/complaints").status == 200)
        }
    }

    @Test func signingOutEndsTheSession() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let cookie = try #require(dewi.cookie["__Host-session"])
            let inbox = try await dewi.get("/kerja/complaints")

            let out = try await dewi.post("/keluar", [:], from: inbox)

            #expect(out.headers["Clear-Site-Data"] != nil)
            dewi.setCookie("__Host-session", cookie)
            #expect(try await dewi.get("/kerja/complaints").status == 303)
        }
    }

    @Test func theLanguageChangesAndThePageStays() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let page = try await dewi.get("/kerja/complaints")

            let back = try await dewi.post("/language", ["language": "en"], from: page)

            #expect(back.location == "/kerja/complaints")
            #expect(try await dewi.follow(back).text.contains("<html lang=\"en\">"))
            let stranger = Array(page.hidden("/language").merging(["back": "//evil.example"]) { $1 })
            #expect(try await dewi.post("/language", stranger).location == "/")
        }
    }

    @Test func theAdministratorHasNoComplaints() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let yohana = try await site.browser(signedInAs: "yohana")

            #expect(try await yohana.get("/kerja/complaints/\(id)").status == 404)
            #expect(try await yohana.get(Self.form).status == 403)
            #expect(try await !yohana.get("/kerja/complaints").text.contains("Siswi"))
        }
    }

    /// What is typed here goes to no speller in the cloud.
    @Test func noPageLetsABrowserSendWhatIsTyped() async throws {
        try await TestSite.run { site in
            let pages = [
                try await site.browser().get(Path.signIn.description),
                try await site.browser(signedInAs: "dewi").get(Path.work.description),
            ]
            for page in pages {
                #expect(page.text.contains(#"<body spellcheck="false" writingsuggestions="false">"#))
            }
        }
    }
}

extension String {
    fileprivate var withoutIDs: String { replacing(#/[0-9a-f]{8}-[0-9a-f-]{27}/#, with: "ID") }
}
