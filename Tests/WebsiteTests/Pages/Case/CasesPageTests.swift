import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct CasesPageTests {
    @Test func aLongListGoesOnAndNoCaseIsLeftOut() async throws {
        try await TestSite.run { site in
            let world = site.world
            for number in 0..<53 {
                let received = try await world.receive(
                    ReceiveComplaint(channel: .direct, what: LongText("Laporan \(number).")))
                try await world.desk.perform(world.triage(world.rina.id), on: received, by: world.dewi)
            }
            let rina = try await site.browser(signedInAs: "rina")
            let first = try await rina.get("/kerja/cases").text
            #expect(first.contains("50 dari 53") && !first.contains("Ke awal"))
            let next = try #require(first.firstMatch(of: #/href="(\/kerja\/cases\?after=[^"]+)"/#)).output.1
            let second = try await rina.get(String(next)).text
            #expect(second.contains("3 dari 53") && second.contains("Ke awal") && !second.contains("Berikutnya"))
            let codes = (first + second).matches(of: #/BTM-2026-\d+/#).map { String($0.output) }
            #expect(Set(codes).count == 53)
            // A place that no list gave is its beginning.
            #expect(try await rina.get("/kerja/cases?after=x").text.contains("50 dari 53"))
        }
    }
}
