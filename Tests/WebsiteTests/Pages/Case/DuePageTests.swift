import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// The deadlines beside a case's timeline: those that are open, and those that are over.
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

    /// What is due at once can't be in time: how long it took is said of it.
    @Test func whatIsOverIsFoldedAwayAndSaysHowItEnded() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            site.world.clock.advance(4 * 60)
            try await site.world.act(RecordFollowUp(.visit, safe: .yes, note: "Di rumah bibi."), on: file)
            site.world.clock.advance(80 * 3600)
            try await site.world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            let part = try #require(page.components(separatedBy: "id=\"dues\"").dropFirst().first)
            let parts = part.components(separatedBy: "</section>")[0]
                .components(separatedBy: "<summary>Tenggat yang selesai: 2</summary>")
            try #require(parts.count == 2)
            #expect(!parts[0].contains("Layani sekarang") && !parts[0].contains("Selesai"))
            let over = parts[1].components(separatedBy: "</details>")[0]
            #expect(over.contains("<p class=\"clock\"><b>Selesai setelah 4 menit</b>"))
            #expect(over.contains("<p class=\"clock clock-warn\"><b>Selesai, terlambat</b>"))
            #expect(!over.contains("clock-ok"))
        }
    }

    @Test func whatWasDoneInTimeIsGreen() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(ReportToPolice(unit: "Unit PPA", number: "1"), on: file)
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(page.contains("<p class=\"clock clock-ok\"><b>Selesai, tepat waktu</b>"))
        }
    }
}
