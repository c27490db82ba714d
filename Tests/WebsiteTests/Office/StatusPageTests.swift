import Casework
import Desk
import Foundation
import TestSupport
import Testing

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

            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get("/kerja/status").status == 403)
        }
    }
}
