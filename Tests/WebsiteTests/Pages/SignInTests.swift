import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// An office's sign-in by its pages: password, code, lock, devices.
@Suite struct SignInTests {
    private static func secret(on page: Browser.Page) throws -> String {
        try #require(page.text.components(separatedBy: "class=\"secret\">").dropFirst().first?.prefix { $0 != "<" })
            .description
    }

    /// Dewi's first sign-in; her app, her browser, and the page that shows the backup codes.
    private static func enrol(_ site: TestSite) async throws -> (app: AuthenticatorApp, Browser, Browser.Page) {
        let browser = try await site.browser(signedInAs: "dewi")
        let page = try await browser.get("/kerja/authenticator")
        let app = try AuthenticatorApp(secret(on: page))
        let shown = try await browser.post(
            "/kerja/authenticator", ["code": app.code(at: site.world.workspace.now)], from: page)
        return (app, browser, shown)
    }

    @Test func theFirstSignInSetsUpTheAuthenticator() async throws {
        try await TestSite.run(purpose: .office) { site in
            let browser = try await site.browser(signedInAs: "dewi")
            // Nothing else works.
            for path in ["/kerja", "/kerja/complaints", "/kerja/account", "/kerja/password", "/kerja/code"] {
                #expect(try await browser.get(path).location == "/kerja/authenticator")
            }
            let page = try await browser.get("/kerja/authenticator")
            #expect(page.text.contains("otpauth://totp/Lindung:dewi?secret="))
            let wrong = try await browser.post("/kerja/authenticator", ["code": "000000"], from: page)
            #expect(wrong.status == 422 && wrong.text.contains("Periksa jam ponsel"))
            #expect(try Self.secret(on: wrong) == Self.secret(on: page))

            let code = try AuthenticatorApp(Self.secret(on: page)).code(at: site.world.workspace.now)
            let shown = try await browser.post("/kerja/authenticator", ["code": code], from: page)
            #expect(shown.status == 200)
            #expect(shown.text.components(separatedBy: "<li class=\"code\">").count == 1 + Accounts.backupCodeCount)
            #expect(try await browser.get("/kerja").status == 200)
            #expect(try await browser.get("/kerja/authenticator").status == 404)
            #expect(try await browser.get("/kerja/code").status == 404)
        }
    }

    @Test func thenTheCodeIsAskedForInEveryNewBrowser() async throws {
        try await TestSite.run(purpose: .office) { site in
            let (app, _, _) = try await Self.enrol(site)
            site.world.clock.advance(60)
            let browser = try await site.browser(signedInAs: "dewi")
            #expect(try await browser.get("/kerja").location == "/kerja/code")
            let page = try await browser.get("/kerja/code")
            let wrong = try await browser.post("/kerja/code", ["code": "123456"], from: page)
            #expect(wrong.status == 422 && wrong.text.contains("Kode tidak cocok"))
            let right = try await browser.post(
                "/kerja/code", ["code": app.code(at: site.world.workspace.now), "backup": ""], from: page)
            #expect(right.location == "/kerja")
            #expect(try await browser.get("/kerja").status == 200)
            #expect(browser.cookie[Cookies.devices] != nil)
        }
    }

    @Test func aBackupCodeStandsInForThePhone() async throws {
        try await TestSite.run(purpose: .office) { site in
            let (_, _, shown) = try await Self.enrol(site)
            let code = try #require(
                shown.text.components(separatedBy: "<li class=\"code\">").last?.prefix { $0 != "<" }
            ).description
            let browser = try await site.browser(signedInAs: "dewi")
            let page = try await browser.get("/kerja/code")
            let entered = try await browser.post("/kerja/code", ["code": " ", "backup": code], from: page)
            #expect(entered.location == "/kerja")
        }
    }

    @Test func aLockedScreenKeepsTheNameAndAsksForThePasswordAlone() async throws {
        try await TestSite.run(purpose: .office) { site in
            let (_, browser, _) = try await Self.enrol(site)
            let home = try await browser.get("/kerja")
            #expect(try await browser.post("/kerja/lock", [:], from: home).location == "/kerja/sign-in")
            #expect(try await browser.get("/kerja/complaints").location == "/kerja/sign-in")
            let gate = try await browser.get("/kerja/sign-in")
            #expect(gate.text.contains("value=\"dewi\""))
            let back = try await browser.post(
                "/kerja/sign-in", ["handle": "dewi", "password": World.password], from: gate)
            #expect(back.location == "/kerja")
            #expect(try await browser.get("/kerja").status == 200)
        }
    }

    @Test func anUnusedScreenEndsWithoutKeepingTheSessionAlive() async throws {
        try await TestSite.run { site in
            let browser = try await site.browser(signedInAs: "dewi")
            #expect(try await browser.get("/kerja").status == 200)
            site.world.clock.advance(20 * 60)
            let ended = try await browser.get("/kerja/idle-end")
            #expect(ended.status == 200 && ended.text.contains("Layar ini sudah ditutup"))
            #expect(!ended.text.contains("Dewi") && ended.headers["Clear-Site-Data"] == #""cache""#)
            site.world.clock.advance(11 * 60)
            #expect(try await browser.get("/kerja").location == "/kerja/sign-in")
        }
    }

    @Test func theAccountTellsItsDevicesAndSignsThemOut() async throws {
        try await TestSite.run { site in
            let (one, other) = (
                try await site.browser(signedInAs: "dewi"), try await site.browser(signedInAs: "dewi")
            )
            let page = try await one.get("/kerja/account")
            #expect(page.text.contains("perangkat ini"))
            let path = try #require(
                page.text.components(separatedBy: "action=\"/kerja/account/devices/").dropFirst().first?.prefix {
                    $0 != "\""
                })
            try await one.post("/kerja/account/devices/\(path)", [:], from: page)
            #expect(try await other.get("/kerja").location == "/kerja/sign-in")
            #expect(try await one.get("/kerja").status == 200)

            let away = try await one.post("/kerja/account/devices", [:], from: page)
            #expect(away.location == "/kerja/sign-in")
            #expect(try await one.get("/kerja").location == "/kerja/sign-in")
        }
    }

    @Test func whoIsCalledAwayKeepsThePasswordThatTheyHave() async throws {
        try await TestSite.run { site in
            let browser = try await site.browser(signedInAs: "dewi")
            let page = try await browser.get("/kerja/account")
            let known = ["password": World.password, "then": "password"]
            let choice = try await browser.follow(try await browser.post("/kerja/account", known, from: page))
            #expect(choice.text.contains("action=\"/keluar\"") && choice.text.contains("Batal dan kembali"))
            try await browser.post("/keluar", [:], from: choice)
            let again = try await site.browser(signedInAs: "dewi")
            #expect(try await again.get("/kerja").status == 200)
            #expect(try await again.get("/kerja/password").status == 404)
        }
    }

    @Test func thePasswordIsChangedByWhoKnowsIt() async throws {
        try await TestSite.run { site in
            let browser = try await site.browser(signedInAs: "dewi")
            #expect(try await browser.get("/kerja/password").status == 404)
            let page = try await browser.get("/kerja/account")
            let wrong = try await browser.post("/kerja/account", ["password": "x", "then": "password"], from: page)
            #expect(wrong.status == 422 && wrong.text.contains("Kata sandi tidak cocok"))
            let right = try await browser.post(
                "/kerja/account", ["password": World.password, "then": "password"], from: page)
            #expect(right.location == "/kerja/password")
            let form = try await browser.follow(right)
            let guessable = try await browser.post(
                "/kerja/password", ["password": "Batam-Batam-Batam-2026"], from: form)
            #expect(guessable.status == 422 && guessable.text.contains("mudah ditebak"))
            #expect(
                try await browser.post("/kerja/password", ["password": "hujan di atap seng tua"], from: form).status
                    == 303)
            #expect(try await site.world.accounts.signIn("dewi", World.password) == nil)
            #expect(try await site.world.accounts.signIn("dewi", "hujan di atap seng tua") != nil)
        }
    }

    @Test func whoTriesTooOftenIsToldWhen() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let gate = try await browser.get("/kerja/sign-in")
            for handle in ["dewi", "nobody"] {
                let answers = ["handle": handle, "password": "salah"]
                for _ in 0..<5 { #expect(try await browser.post("/kerja/sign-in", answers, from: gate).status == 422) }
                let told = try await browser.post("/kerja/sign-in", answers, from: gate)
                #expect(told.status == 429 && told.text.contains("Coba lagi mulai pukul 09.33"))
                #expect(told.text.contains("value=\"\(handle)\""))
            }
        }
    }

    /// Only nginx on this machine may say for whom it asks.
    @Test func theProxysWordCountsByAddress() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let gate = try await browser.get("/kerja/sign-in")
            func attempt(_ n: Int, from address: String) async throws -> Int {
                let fields = gate.hidden("/kerja/sign-in").merging(["handle": "name\(n)", "password": "salah"]) { $1 }
                return try await browser.post(
                    "/kerja/sign-in", Array(fields), headers: ["X-Forwarded-For": "spoofed, \(address)"]
                ).status
            }
            for n in 0..<30 { #expect(try await attempt(n, from: "203.0.113.9") == 422) }
            #expect(try await attempt(30, from: "203.0.113.9") == 429)
            #expect(try await attempt(31, from: "203.0.113.10") == 422)
        }
    }
}
