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

    @Test func whatComplaintsToldHasItsQuestionInBothLanguages() throws {
        for words in try Locales.load().values {
            let told = ComplaintTold(words: words, when: When(words: words, now: World.now))
            for sample in Samples.all where sample is OpenCase || sample is ImportCase || sample is JoinComplaint {
                let lines = told.lines(of: sample)
                #expect(lines.count > 1 && lines.allSatisfy { words.byKey.values.contains($0.label) })
            }
        }
    }

    /// Whoever takes the case over reads it there, once, without how anybody is reached.
    @Test func whatACaseIsAboutStandsWhereItWasOpened() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let story = World.fromSchool.what.text
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(page.components(separatedBy: story).count == 2)
            let opened = try #require(page.components(separatedBy: "event-title\">Kasus dibuka").dropFirst().first)
            let told = opened.components(separatedBy: "</li>")[0]
            for words in [story, "Seksual", "Risiko: tinggi", "KDRT? Ya"] { #expect(told.contains(words), "\(words)") }
            for contact in ["0812", "+62812", "Telepon guru", "Siregar"] { #expect(!told.contains(contact)) }
        }
    }

    /// Where the register tells of a place, the story stands among the incidents already.
    @Test(arguments: [nil, IncidentPlace.school])
    func whatARegisterToldStandsThereOnce(place: IncidentPlace?) async throws {
        try await TestSite.run { site in
            let world = site.world
            let brought = ImportComplaint(
                received: Day(World.now), channel: .school, what: "Diceritakan kepada guru.", client: "Mawar",
                sex: .female, place: place, phone: "+6281200000004", forms: [.physical], manager: world.rina.id,
                source: "Buku")
            let id = try await world.desk.perform(brought, on: ID(), by: world.dewi).record
            let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(page.components(separatedBy: "Diceritakan kepada guru.").count == 2)
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
            #expect(page.text.contains("Tante bercerita."))
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
