import Casework
import Foundation
import TestSupport
import Testing

@testable import Desk
@testable import Website

/// Every action of every record stands on a timeline, in both languages, without an error.
@Suite struct HistoryTests {
    @Test func everySampleIsTold() throws {
        for words in try Locales.load().values {
            let when = When(words: words, now: World.now)
            let reader = AnswerReader(words: words, when: when, instruments: try .shipped())
            for sample in Samples.all where type(of: sample).hasForm {
                let lines = try reader.lines(of: sample)
                #expect(lines.allSatisfy { !$0.label.isEmpty && !$0.value.isEmpty }, "\(type(of: sample))")
            }
        }
    }

    @Test func theCaseThatAComplaintJoinedIsShown() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (complaint, file) = try await world.openCase()
            let second = try await world.receive(
                ReceiveComplaint(channel: .direct, what: "Tante bercerita.", affected: [Affected("Meylati")]))
            let dewi = try await site.browser(signedInAs: "dewi")
            let before = try await dewi.get(Path.record(second).description).text
            #expect(before.contains("Mungkin sudah dikenal") && before.contains("nama mirip"))
            #expect(!before.contains("\"\(Path.record(file))\""))
            #expect(try await dewi.get(Path.record(file).description).status == 404)
            let joins = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file)
            try await world.desk.perform(joins, on: second, by: world.dewi)
            let rina = try await site.browser(signedInAs: "rina")

            let page = try await rina.get(Path.record(file).description)
            #expect(page.status == 200 && page.text.contains("Laporan digabungkan"))
            #expect(try await rina.get(Path.record(complaint).description).status == 200)
            #expect(try await rina.get("/kerja/cases").text.contains("Melati"))
            #expect(try await rina.get("/kerja").text.contains("Lapor ke polisi"))
        }
    }

    @Test func whoClosesAFileToThemselvesIsLedBackToTheirWork() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = Path.acting(CaseFile.kind, file.value, AssignManager.name).description
            let form = try await rina.get(path)
            let answers = ["manager": site.world.hasan.id.description, "reason": "Cuti."]
            #expect(try await rina.post(path, answers, from: form).location == "/kerja")
        }
    }

    @Test func anOpenSessionIsNotEnoughToTakeAnAccountOver() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get("/kerja/password").status == 404)
            let token = try #require(try await dewi.get("/kerja/complaints").hidden("/keluar")["csrf"])
            let fields = [(key: "csrf", value: token), (key: "password", value: "empat kata acak saja")]
            #expect(try await dewi.post("/kerja/password", fields).status == 404)
        }
    }
}
