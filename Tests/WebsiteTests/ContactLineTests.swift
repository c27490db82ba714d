import Casework
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct ContactLineTests {
    /// It is 09.32 in the world of the tests.
    @Test(arguments: [("08:00", "12:00", true), ("17:00", "19:00", false)])
    func aNumberIsOneTouchAwayOnlyWhileItIsSafe(from: String, until: String, isSafe: Bool) async throws {
        try await TestSite.run { site in
            let complaint = ReceiveComplaint(
                channel: .school, what: "Surat.", phone: Phone("+6281200000004"),
                rules: ContactRules(from: TimeOfDay(from), until: TimeOfDay(until), codeWord: "mangga"))
            let id = try await site.world.receive(complaint)
            let dewi = try await site.browser(signedInAs: "dewi")
            let callback = Path.acting(Complaint.kind, id.value, RecordCallback.name)
            for path in [Path.record(id), callback] {
                let page = try await dewi.get(path.description).text
                #expect(page.contains("mangga") && page.contains("0812"), "\(path)")
                #expect(page.contains("tel:+6281200000004") == isSafe, "\(path)")
            }
        }
    }
}
