import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk

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
            await Heads(world.workspace).turn()
            try await world.workspace.note(.headsTrouble, Signing.Trouble.rewritten.rawValue)
            let rewritten = try await again.get("/kerja/status").text
            #expect(rewritten.contains("tidak lagi sama dengan yang telah ditandatangani"))

            try await world.workspace.note(.tablesChanged, "yes")
            #expect(try await again.get("/kerja/status").text.contains("Catatannya utuh. Hubungi petugas TI hari ini."))

            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get("/kerja/status").status == 403)
        }
    }
}
