import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What keeps strangers out (OWASP ASVS 5.0 V3.3 to V3.5).
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

    /// A byte now and then must not hold a connection that others wait for.
    @Test func whoSendsSlowlyIsLetGo() async throws {
        try await TestSite.run(arrivingWithin: 0.4) { site in
            let slow = try site.connect()
            slow.say("POST /kerja/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n")
            let took = try await ContinuousClock().measure {
                for byte in 0..<40 {
                    slow.say("\(byte % 10)")
                    guard try await site.browser().get("/kerja/sign-in").status == 200 else { break }
                    if try slow.hasEnded { break }
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            #expect(try slow.hasEnded && took >= .milliseconds(300))
        }
    }

    /// A token is asked for once what was sent is there: until then it may have been taken back.
    @Test func whatComesInAfterATokenWasTakenBackIsNotDone() async throws {
        try await TestSite.run(callsPerMinute: 1) { site in
            let (world, body) = (site.world, Program.school)
            let dewi = try await Program(site, world.dewi, [.takeComplaints])
            func head() throws -> FileHandle {
                let slow = try site.connect()
                slow.say(
                    """
                    POST /api/v1/complaints/receive-complaint HTTP/1.1\r
                    Host: 127.0.0.1:\(site.port)\r
                    Authorization: Bearer \(dewi.token)\r
                    Idempotency-Key: \(UUID())\r
                    Content-Type: application/json\r
                    Content-Length: \(body.utf8.count)\r
                    \r\n
                    """)
                return slow
            }
            // Its one call of the minute is spent once the head was read, and the token was found good.
            var slow = try head()
            for _ in 0..<50 {
                try await Task.sleep(for: .milliseconds(100))
                if try await dewi.get("me").status == 429 { break }
                world.clock.advance(61)
                slow = try head()
            }
            #expect(try await dewi.get("me").status == 429)
            let token = try #require(try world.accounts.tokens(of: world.dewi).first)
            try await world.accounts.revokeToken(token.id, of: world.dewi)
            slow.say(body)
            #expect(try await slow.heard().hasPrefix("HTTP/1.1 401"))
            #expect(try await world.desk.inboxCount(by: world.dewi) == 0)
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
            let token = try #require(try await dewi.get(Self.form).hidden(Self.form)["csrf"])
            let many = (0...Posted.mostNames).map { (key: "affected.\($0).who", value: "x") }
            #expect(try await dewi.post(Self.form, many + [("csrf", token)]).status == 413)
            // Nor is it kept of a session that has ended.
            site.world.clock.advance(31 * 60)
            #expect(try await dewi.post(Self.form, many + [("csrf", token)]).status == 413)
            #expect(try site.world.accounts.drafts(.form, of: site.world.dewi).isEmpty)
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

extension TestSite {
    /// A connection on which the test sends what it likes.
    fileprivate func connect() throws -> FileHandle {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Foundation.connect(file, $0, size) }
        }
        guard answer == 0 else { throw CocoaError(.fileReadUnknown) }
        return FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }
}

extension FileHandle {
    fileprivate func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(fileDescriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What the other side says first.
    fileprivate func heard() async throws -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        for _ in 0..<200 {
            let count = recv(fileDescriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            if count > 0 { return String(decoding: bytes.prefix(count), as: UTF8.self) }
            try await Task.sleep(for: .milliseconds(25))
        }
        return ""
    }

    /// Whether the other side closed it; what it had said is passed over.
    fileprivate var hasEnded: Bool {
        get throws {
            var bytes = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(fileDescriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
                if count > 0 { continue }
                return count == 0 || errno != EAGAIN
            }
        }
    }
}
