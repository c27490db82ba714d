import Casework
import Desk
import Foundation
import TestSupport
import Testing

@Suite struct TwentyPostsTests {
    private static let form = "/kerja/complaints/receive-complaint"

    @Test func oneKeyIsOneEntryAndTwentyEqualAnswers() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let hidden = try await dewi.get(Self.form).hidden(Self.form)
            let answers = hidden.merging(["channel": "S1T", "what": "Sekali saja."]) { $1 }

            let locations = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 { group.addTask { try await dewi.post(Self.form, Array(answers)).location } }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(locations.count == 20 && Set(locations).count == 1)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 1)
            let elsewhere = answers.merging(["record": "\(UUID())"]) { $1 }
            #expect(try await dewi.post(Self.form, Array(elsewhere)).status == 409)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 1)
            #expect(try await site.world.workspace.verify() == [])
        }
    }
}
