import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct TokenPageTests {
    @Test func aTokenIsMadeShownOnceAndTakenBack() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let page = try await dewi.get("/kerja/tokens")
            let empty = try await dewi.post("/kerja/tokens", ["name": "", "days": "7"], from: page)
            #expect(empty.status == 422)
            for id in ["name", "duties", "days"] { #expect(empty.text.contains("id=\"\(id)-error\""), "\(id)") }

            var answers = ["name": "Hotline 112", "duties": "take-complaints", "may": "perform", "days": "30"]
            for wrong in ["", "salah"] {
                answers["password"] = wrong
                let refused = try await dewi.post("/kerja/tokens", answers, from: page)
                #expect(refused.status == 422 && !refused.text.contains("lindung_"))
                #expect(refused.text.contains("Hotline 112"))
            }
            answers["password"] = World.password
            let made = try await dewi.post("/kerja/tokens", answers, from: page)
            let secret = try #require(made.text.firstMatch(of: #/lindung_[0-9a-f]{64}/#)).output
            let listed = try await dewi.get("/kerja/tokens")
            #expect(listed.text.contains("Hotline 112") && !listed.text.contains(secret))
            let call = {
                try await dewi.send("GET", "/api/v1/me", headers: ["Authorization": "Bearer \(secret)"]).status
            }
            #expect(try await call() == 200)

            let token = try #require(try site.world.accounts.tokens(of: site.world.dewi).first)
            // Nobody else takes it back.
            let hasan = try await site.browser(signedInAs: "hasan")
            let csrf = try #require(try await hasan.get("/kerja/tokens").hidden("/kerja/tokens")["csrf"])
            try await hasan.post("/kerja/tokens/\(token.id)", [(key: "csrf", value: csrf)])
            #expect(try await call() == 200)
            let revoke = "/kerja/tokens/\(token.id.uuidString.lowercased())"
            #expect(try await dewi.post(revoke, [:], from: listed).status == 303)
            #expect(try await call() == 401)
        }
    }
}
