import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct WorkPageTests {
    /// A case for which no deadline runs is on its manager's page all the same.
    @Test func noCaseIsForgottenBecauseNoLawSetsItADay() async throws {
        try await TestSite.run { site in
            let world = site.world
            let plain = ReceiveComplaint(
                channel: .school, what: "Tidak dijemput.", affected: [Affected("Seruni", sex: .female)])
            let id = try await world.receive(plain)
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .medium, forms: [.neglect], decision: .newCase,
                manager: world.rina.id)
            try await world.desk.perform(triage, on: id, by: world.dewi)
            let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
            try await world.act(RecordFollowUp(.phone, safe: .yes, note: "Di rumah."), on: file)

            let rina = try await site.browser(signedInAs: "rina")
            let work = try await rina.get(Path.work.description).text
            #expect(work.contains("Kasus saya yang lain") && work.contains(Path.record(file).description))
            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await !dewi.get(Path.work.description).text.contains("Seruni"))

            try await world.act(RecordFollowUp(.phone, safe: .no, note: "Ia takut pulang."), on: file)
            #expect(try await rina.get(Path.work.description).text.contains("Klien tidak aman"))
            #expect(try await rina.get(Path.record(file).description).text.contains("Klien tidak aman"))
        }
    }

    @Test func theStepsOfOneDayAreOneLine() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let day = Day(World.now).adding(3)
            let steps = ["Ganti kunci", "Konseling"].map { AgreePlan.Step($0, by: day) }
            let later = AgreePlan.Step("Sekolah", by: day.adding(1))
            try await site.world.act(
                AgreePlan([AgreePlan.Goal("Aman", steps + [later])], review: day.adding(30)), on: file)
            let work = try await site.browser(signedInAs: "rina").get(Path.work.description).text
            let lines = work.components(separatedBy: ">Langkah rencana").dropFirst().map { $0.prefix { $0 != "<" } }
            #expect(lines == [" (2)", ": Sekolah"])
            // Each count leads to its group, where there is one.
            #expect(work.contains("href=\"#later\""))
            for group in ["late", "today", "later"] {
                #expect(work.contains("href=\"#\(group)\"") == work.contains("id=\"\(group)\""))
            }
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(page.contains("Langkah rencana: Ganti kunci"))
        }
    }

    /// Months of reviews that were only agreed do not hide what law demands of the office.
    @Test func whatBindsTheOfficeByLawIsFirstOfWhatIsLate() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let day = Day(World.now).adding(1)
            try await site.world.act(
                AgreePlan([AgreePlan.Goal("Aman", [AgreePlan.Step("Ganti kunci", by: day)])], review: day), on: file)
            site.world.clock.advance(80 * 3600)
            let work = try await site.browser(signedInAs: "rina").get(Path.work.description).text
            let late = try #require(work.components(separatedBy: "id=\"late\"").dropFirst().first)
            let places = [">Layani sekarang", ">Lapor ke polisi", ">Tinjau kasus", ">Langkah rencana"].map {
                late.range(of: $0)?.lowerBound
            }
            let (danger, law) = (try #require(places[0]), try #require(places[1]))
            let (review, step) = (try #require(places[2]), try #require(places[3]))
            #expect(danger < law && law < review && law < step)
        }
    }

    /// Whoever goes to mend what was in the way comes back to what they typed.
    @Test func aFormThatIsRefusedIsKeptUntilItIsDone() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(AgreePlan.name)
            try await site.world.act(
                RecordAssessment(
                    try #require(try await site.world.file(file).client).id, try site.world.sheet("risk"), risk: .low,
                    riskReason: "Aman."), on: file)
            let form = try await rina.get(path)
            let answers = ["goals.0.aim": "Tidur nyenyak"]
            #expect(try await rina.post(path, answers, from: form).status == 422)
            let work = try await rina.get(Path.work.description).text
            let code = try #require(try await site.world.desk.open(CaseFile.self, file, by: site.world.rina).code)
            #expect(work.components(separatedBy: "id=\"drafts\"").last?.contains(code.description) == true)
            let draft = try #require(work.firstMatch(of: #/href="(/kerja/drafts/[0-9a-f-]+)"/#)).1
            #expect(try await rina.get(String(draft)).text.contains("Tidur nyenyak"))
            // Whoever opens the same form anew is led to it; no other form does, and it does not lead to itself.
            #expect(try await rina.get(path).text.contains("<a href=\"\(draft)\">Lanjutkan isian itu</a>"))
            for other in [file.acting(RecordNote.name), file.acting(GiveService.name), String(draft)] {
                #expect(try await !rina.get(other).text.contains("Lanjutkan isian itu"))
            }
            // Whose case it is no more reads what they typed, and not whose it is.
            let ownCode = try await site.world.desk.code(of: file.value, by: site.world.rina)
            let othersCode = try await site.world.desk.code(of: file.value, by: site.world.dewi)
            #expect(ownCode == code.description && othersCode == nil)

            let whole = answers.merging([
                "goals.0.steps.0.what": "Konseling", "goals.0.steps.0.who": "office", "agreement": "client",
                "review": "2099-01-05",
            ]) { $1 }
            #expect(try await rina.post(path, whole, from: form).status == 303)
            #expect(try await !rina.get(Path.work.description).text.contains("/kerja/drafts/"))
            #expect(try await !rina.get(path).text.contains("Lanjutkan isian itu"))
        }
    }

    @Test func aComplaintThatWasLeftMayBeSomebodyElses() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = Path.opening(Complaint.kind, ReceiveComplaint.name).description
            #expect(try await dewi.post(path, ["channel": "CCT"], from: try await dewi.get(path)).status == 422)
            #expect(try await dewi.get(path).text.contains("Ada isian lain yang belum dikirim"))
        }
    }

    /// What was being typed when a session ended opens again; what was left long before is in the list only.
    @Test(arguments: [(30.0, true), (60.0, false)])
    func onlyAFreshFormOpensByItself(minutes: Double, opens: Bool) async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = id.acting(RecordCallback.name)
            let form = try await dewi.get(path)
            let fields = form.hidden(path).merging(["outcome": "no-answer", "form": path]) { $1 }
            #expect(try await dewi.post(Path.drafts.description, Array(fields)).status == 204)
            site.world.clock.advance(minutes * 60)
            let again = site.browser()
            let page = try await again.get("/kerja/sign-in")
            let signedIn = try await again.post(
                "/kerja/sign-in", ["handle": "dewi", "password": World.password], from: page)
            #expect(signedIn.location?.contains("/drafts/") == opens)
            #expect(try await again.get(Path.work.description).text.contains("Belum dikirim"))
        }
    }
}
