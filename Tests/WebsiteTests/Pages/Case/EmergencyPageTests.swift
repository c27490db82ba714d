import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// From a stub to a file that is read for an hour, and who hears of it.
@Suite struct EmergencyPageTests {
    private static let answers = [
        "reason": "client", "explanation": "Klien menelepon, terdengar ada yang mengamuk.", "password": World.password,
    ]

    @Test func aStubLeadsToWhatItsReaderMayDo() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let (opens, hands) = (file.acting(OpenInEmergency.name), file.acting(AssignManager.name))
            for (handle, path, expected) in [
                ("dewi", opens, true), ("dewi", hands, false), ("hasan", opens, true), ("hasan", hands, true),
                ("rina", opens, false),
            ] {
                let browser = try await site.browser(signedInAs: handle)
                let list = try await browser.get("/kerja/cases/all").text
                #expect(list.contains("href=\"\(path)\"") == expected, "\(handle) \(path)")
                let search = try await browser.get("/kerja/search")
                let found = try await browser.post("/kerja/search", ["words": "BTM-2026-0003"], from: search)
                #expect(try await browser.follow(found).text.contains("href=\"\(path)\"") == expected, "\(handle)")
            }
        }
    }

    @Test func theFormTellsTheCodeAndNothingElseOfTheFile() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            for (handle, action) in [
                ("dewi", OpenInEmergency.name), ("hasan", AssignManager.name), ("hasan", AddToTeam.name),
            ] {
                let form = try await site.browser(signedInAs: handle).get(file.acting(action))
                #expect(form.status == 200 && form.text.contains("BTM-2026-0003"), "\(action)")
                for secret in ["Melati", "1234567890", "guru BK", "Sagulung"] {
                    #expect(!form.text.contains(secret), "\(action) tells \(secret)")
                }
            }
            for (handle, action) in [
                ("dewi", AssignManager.name), ("yohana", OpenInEmergency.name), ("hasan", RecordNote.name),
            ] {
                let turnedAway = {
                    try await site.world.desk.access(to: file.value, by: site.world.hasan).lines
                        .filter { $0.what == .denied }.map(\.count).reduce(0, +)
                }
                let before = try await turnedAway()
                #expect(try await site.browser(signedInAs: handle).get(file.acting(action)).status == 404, "\(action)")
                #expect(try await turnedAway() == before + 1, "\(action)")
            }
        }
    }

    @Test func whoShowsTheirPasswordReadsItForAnHourAndCanChangeNothing() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = file.acting(OpenInEmergency.name)
            let form = try await dewi.get(path)
            #expect(!form.text.contains("data-draft"))

            let opened = try await dewi.post(path, Self.answers, from: form)

            #expect(opened.status == 303 && opened.location == Path.record(file).description)
            let page = try await dewi.follow(opened).text
            #expect(page.contains("Melati") && page.contains("sampai 10.32"))
            for action in CaseFile.actions.all where action.hasForm {
                #expect(!page.contains("href=\"\(file.acting(action.name))"), "\(action.name)")
            }
            #expect(!page.contains("correct-entry") && !page.contains("note-box"))
            // Sent twice it is done once; no other form of the file is there.
            #expect(try await dewi.post(path, Self.answers, from: form).status == 303)
            #expect(try await site.world.file(file).emergencies.count == 1)
            for action in CaseFile.actions.all where action.hasForm && action.duty(seeing: .readable) == nil {
                #expect(try await dewi.get(file.acting(action.name)).status == 404, "\(action.name)")
            }
            let entry = try #require(
                try await site.world.desk.open(CaseFile.self, file, by: site.world.rina).history.first)
            let mend = Path.mending(
                CaseFile.kind, file.value, entry: entry.stamp.entry, CorrectEntry<CaseFile>.name)
            #expect(try await dewi.get(mend.description).status == 404)
            // What would open it again leads to it.
            #expect(try await dewi.get(path).location == Path.record(file).description)
        }
    }

    @Test func aWrongPasswordOpensNothingAndIsKeptNowhere() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = file.acting(OpenInEmergency.name)
            let form = try await dewi.get(path)
            for wrong in ["", "kopi-siang-di-nongsa"] {
                let refused = try await dewi.post(
                    path, Self.answers.merging(["password": wrong]) { $1 }, from: form)
                #expect(refused.status == 422 && refused.text.contains("terdengar ada yang mengamuk."))
                #expect(wrong.isEmpty || !refused.text.contains(wrong))
            }
            // Before it is asked for, all else must be right: a code works once.
            let short = try await dewi.post(
                path, ["reason": "client", "explanation": "Pendek.", "password": "salah"], from: form)
            #expect(short.status == 422 && short.text.contains("id=\"explanation-error\""))
            #expect(!short.text.contains("id=\"wrong\""))
            let kept = try site.world.accounts.drafts(.form, of: site.world.dewi).map(\.text)
            #expect(!kept.contains { $0.contains("nongsa") || $0.contains("password") || $0.contains("salah") })
            #expect(try await site.world.desk.sight(of: file.value, by: site.world.dewi) == .listed)
            // What was kept asks for the password again.
            let draft = try #require(try site.world.accounts.drafts(.form, of: site.world.dewi).first).id
            let restored = try await dewi.get(Path.draft(draft).description)
            #expect(restored.text.contains("type=\"password\"") && !restored.text.contains("data-draft"))
            #expect(try await dewi.post(path, Self.answers, from: restored).status == 303)
        }
    }

    /// A right password without the app's code is half of it.
    @Test func whoHasAnAuthenticatorShowsItsCodeToo() async throws {
        try await TestSite.run(purpose: .office) { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let first = try #require(try await world.accounts.signIn("dewi", World.password))
            let secret = try await world.accounts.offeredAuthenticator(first).secret
            let app = try AuthenticatorApp(secret)
            let taken = try #require(
                try await world.accounts.takeAuthenticator(app.code(at: world.workspace.now), for: first))
            world.clock.advance(60)
            let dewi = site.browser()
            dewi.setCookie("__Host-session", "\(taken.session.token)")
            let path = file.acting(OpenInEmergency.name)
            let form = try await dewi.get(path)
            for code in ["", "000000"] {
                let refused = try await dewi.post(path, Self.answers.merging(["code": code]) { $1 }, from: form)
                #expect(refused.status == 422, "\(code)")
            }
            let code = app.code(at: world.workspace.now)
            #expect(try await dewi.post(path, Self.answers.merging(["code": code]) { $1 }, from: form).status == 303)
        }
    }

    /// Who guesses a password here is slowed down as at the door.
    @Test func guessingIsCounted() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = file.acting(OpenInEmergency.name)
            let form = try await dewi.get(path)
            var statuses: [Int] = []
            for _ in 0..<12 {
                statuses.append(
                    try await dewi.post(path, Self.answers.merging(["password": "salah"]) { $1 }, from: form).status)
            }
            #expect(statuses.first == 422 && statuses.last == 429)
        }
    }

    @Test func managerAndHeadReadOfIt() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let calls = OpenInEmergency(.client, because: "Klien menelepon dan menangis.")
            try await world.desk.perform(calls, on: file, by: world.dewi)

            let work = try await site.browser(signedInAs: "rina").get("/kerja").text
            #expect(work.contains("Dewi Anggraini, 09.32: <a href=\"\(Path.record(file))\">Melati</a>"))
            #expect(try await !site.browser(signedInAs: "dewi").get("/kerja").text.contains("keadaan darurat"))
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await hasan.get("/kerja").text.contains("Tinjau akses darurat"))
            let page = try await hasan.get(Path.record(file).description).text
            #expect(page.contains("class=\"button\" href=\"\(file.acting(ReviewEmergency.name))\""))
            #expect(page.contains("Belum ditinjau"))
            let review = try await hasan.get(file.acting(ReviewEmergency.name))
            #expect(review.text.contains("Klien menelepon dan menangis."))
            let access = try #require(try await world.file(file).openEmergencies.first).id
            let done = try await hasan.post(
                file.acting(ReviewEmergency.name), ["access": "\(access)", "finding": "justified"], from: review)
            #expect(done.status == 303 && done.location == Path.work.description)
            let seen = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(seen.contains("Beralasan"))
        }
    }
}
