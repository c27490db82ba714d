import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What keeps strangers out (`security.md` R16 to R19).
@Suite struct GuardTests {
    static let form = SiteTests.form

    @Test func aForgedFormIsRefused() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let hidden = Array(try await dewi.get(Self.form).hidden(Self.form))
            let answers = [(key: "channel", value: "S1T"), (key: "what", value: "x")]
            let here = "http://127.0.0.1:\(site.port)"
            let hasan = try await site.browser(signedInAs: "hasan")
            let othersToken = try #require(try await hasan.get(Self.form).hidden(Self.form)["csrf"])

            for headers in [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
                ["Sec-Fetch-Site": ""], ["Sec-Fetch-Site": "", "Origin": "http://evil.example"],
                ["Sec-Fetch-Site": "", "Origin": here + "0"], ["Sec-Fetch-Site": "", "Origin": "null"],
            ] {
                #expect(try await dewi.post(Self.form, hidden + answers, headers: headers).status == 403, "\(headers)")
            }
            let withoutToken = hidden.filter { $0.key != "csrf" } + answers
            #expect(try await dewi.post(Self.form, withoutToken).status == 403)
            #expect(try await dewi.post(Self.form, withoutToken + [(key: "csrf", value: othersToken)]).status == 403)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)

            let byOrigin = ["Sec-Fetch-Site": "", "Origin": here]
            #expect(try await dewi.post(Self.form, hidden + answers, headers: byOrigin).status == 303)
        }
    }

    @Test func onlyFormsArePosted() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            for method in ["PUT", "PATCH", "DELETE"] {
                #expect(try await dewi.send(method, "/kerja/complaints").status == 405, "\(method)")
            }
            let json = ["Content-Type": "application/json"]
            #expect(try await dewi.send("POST", Self.form, body: Data("{}".utf8), headers: json).status == 400)
            let large = Data("csrf=".utf8) + Data(repeating: 97, count: 1 << 20)
            #expect(try await dewi.send("POST", Self.form, body: large).status == 413)
        }
    }

    @Test func whatOnlyChangesIsNotReadAndWhatIsOnlyReadIsNotPosted() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            for path in ["/keluar", "/kerja/session", "/language"] {
                #expect(try await dewi.get(path).status == 405, "\(path)")
            }
            let token = try #require(try await dewi.get("/kerja/complaints").hidden("/keluar")["csrf"])
            for path in PathTests.all where [.root, .work, .inbox].contains(path) {
                let page = try await dewi.post(path.description, [(key: "csrf", value: token)])
                #expect(page.status == 405, "\(path)")
            }
        }
    }

    @Test func everyAnswerHasTheHeaders() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let paths = PathTests.all.map(\.description) + ["/nonsense", "/kerja/nonsense"]
            for path in paths {
                for browser in [dewi, site.browser()] {
                    let page = try await browser.get(path)
                    #expect(page.headers["Content-Security-Policy"] == SecurityHeaders.contentSecurityPolicy, "\(path)")
                    #expect(page.headers["X-Content-Type-Options"] == "nosniff")
                    #expect(page.headers["Referrer-Policy"] == "no-referrer")
                    #expect(page.headers["Cross-Origin-Opener-Policy"] == "same-origin")
                    #expect(page.headers["Cross-Origin-Resource-Policy"] == "same-origin")
                    #expect(page.headers["Strict-Transport-Security"]?.contains("max-age=63072000") == true)
                    #expect(page.headers["Cache-Control"] == (path.hasPrefix("/assets") ? Self.forever : "no-store"))
                }
            }
        }
    }

    private static let forever = "public, max-age=31536000, immutable"

    @Test func cookiesAreBoundToThisHostAndHiddenFromScripts() async throws {
        try await TestSite.run { site in
            let browser = site.browser()
            let page = try await browser.get("/kerja/sign-in")
            let answers = ["handle": "dewi", "password": World.password]
            let entered = try await browser.post("/kerja/sign-in", answers, from: page)

            for header in [page.headers["Set-Cookie"], entered.headers["Set-Cookie"]] {
                let cookie = try #require(header)
                #expect(cookie.hasPrefix("__Host-"))
                for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] { #expect(cookie.contains(part)) }
                #expect(!cookie.contains("Domain="))
            }
        }
    }

    @Test func pagesHaveNoInlineScriptOrStyle() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            for path in PathTests.all + [.record(id)] {
                let text = try await dewi.get(path.description).text
                guard text.hasPrefix("<!doctype html>") else { continue }
                #expect(!text.contains(" style=") && !text.contains("<style"))
                #expect(text.components(separatedBy: "<script").count == 2)
                #expect(!text.contains(#/ on[a-z]+=/#))
            }
        }
    }
}
