import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Website

@Suite struct StatusPageTests {
    @Test func itTurnsRedWhenABackupIsOverdue() async throws {
        try await TestSite.run { site in
            let world = site.world
            try await world.openOffice()
            let yohana = try await site.browser(signedInAs: "yohana")
            #expect(try await yohana.get("/kerja/status").text.contains("Cadangan otomatis belum diatur"))

            let folder = world.folder.url
            let keeper = Keeper(
                world.workspace, key: world.key, data: folder.appending(path: "data"),
                keys: folder.appending(path: "keys"))
            await keeper.turn()
            let well = try await yohana.get("/kerja/status").text
            #expect(well.contains("Baik") && !well.contains("Hubungi petugas TI"))
            // From October on the next year's calendar is wanted too.
            #expect(well.contains("Kalender 2027 belum dimuat"))

            world.clock.advance(27 * 3600)
            let again = try await site.browser(signedInAs: "yohana")
            let late = try await again.get("/kerja/status").text
            #expect(late.contains("setiap malam") && late.contains("alert-danger"))

            #expect(!late.contains("tidak lagi sama dengan yang telah ditandatangani"))
            await HeadSigner(world.workspace).turn()
            try await world.workspace.keep(Signing.Trouble.rewritten.rawValue, for: .headsTrouble)
            let rewritten = try await again.get("/kerja/status").text
            #expect(rewritten.contains("tidak lagi sama dengan yang telah ditandatangani"))

            try await world.workspace.keep("yes", for: .tablesChanged)
            #expect(try await again.get("/kerja/status").text.contains("Catatannya utuh. Hubungi petugas TI hari ini."))

            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get("/kerja/status").status == 403)
        }
    }

    /// A demo is somebody's own machine; a page that nobody opens is no warning.
    @Test(arguments: [Workspace.Purpose.demo, .office])
    func thatNoBackupIsMadeStandsOnTheFirstPageOfAnOffice(purpose: Workspace.Purpose) async throws {
        let world = try await World(purpose: purpose)
        let site = try Site(
            workspace: world.workspace, words: try Locales.load(), origin: Origin(loopback: "127.0.0.1", port: 1),
            callsPerMinute: 1)
        let troubles = try await site.health().troubles(World.now)
        #expect(troubles.contains("status-page.not-kept") == (purpose == .office))
    }

    @Test func aClockThatIsBehindStandsOnTheFirstPage() async throws {
        try await TestSite.run { site in
            let world = site.world
            try await world.openOffice()
            try await world.receive()
            world.clock.advance(-600)
            let told = "Jam server tertinggal"
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await hasan.get("/kerja").text.contains(told))
            let yohana = try await site.browser(signedInAs: "yohana")
            #expect(try await yohana.get("/kerja/status").text.contains(told))
            world.clock.advance(600)
            #expect(try await !hasan.get("/kerja").text.contains(told))
        }
    }

    @Test(arguments: [(19, true), (20, false)])
    func aDiskThatIsNearlyFullIsATrouble(percent: Int, isTold: Bool) async throws {
        let world = try await World()
        let health = Health(
            kept: try world.workspace.kept(), signing: try await world.workspace.signing(), isErased: true,
            isClockBehind: false, machine: Health.Machine(room: DiskRoom(percent: percent)))
        #expect(health.troubles(World.now).contains("status-page.disk-full") == isTold)
        #expect(DiskRoom(of: world.folder.url) != nil)
    }
}
