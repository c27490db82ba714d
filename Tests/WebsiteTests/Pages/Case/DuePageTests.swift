import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// The deadlines beside a case's timeline.
@Suite struct DuePageTests {
    /// Those that stand there at once, and those that are one touch away.
    private static func dues(_ page: Browser.Page) throws -> (shown: String, folded: String) {
        let part = try #require(page.text.components(separatedBy: "id=\"dues\"").dropFirst().first)
        let card = part.components(separatedBy: "</section>")[0]
        let parts = card.components(separatedBy: "<summary>Tenggat lain: ")
        try #require(parts.count == 2)
        return (parts[0], parts[1].components(separatedBy: "</details>")[0])
    }

    @Test func whatIsLateIsNeverFoldedAway() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let day = Day(World.now)
            let steps = [
                AgreePlan.Step("Ganti kunci", by: day.adding(3)), AgreePlan.Step("Buka tabungan", by: day.adding(4)),
                AgreePlan.Step("Urus paspor", by: day.adding(6)),
            ]
            try await site.world.act(
                AgreePlan([AgreePlan.Goal("Aman", steps)], review: day.adding(30)), on: file)
            let path = Path.record(file).description

            let early = try Self.dues(try await site.browser(signedInAs: "rina").get(path))
            #expect(early.shown.components(separatedBy: "class=\"due\"").count > 2)
            #expect(early.folded.contains("Urus paspor") && !early.shown.contains("Urus paspor"))
            #expect(!early.folded.contains("Terlambat"))

            site.world.clock.advance(6 * 24 * 3600)
            let late = try Self.dues(try await site.browser(signedInAs: "rina").get(path))
            #expect(late.shown.contains("Ganti kunci") && late.shown.contains("Buka tabungan"))
            #expect(late.folded.contains("Urus paspor") && !late.folded.contains("Terlambat"))
        }
    }
}
