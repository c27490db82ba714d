import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What stands in the way of a form: told before it is filled in, and again where it came up since.
@Suite struct ObstaclePageTests {
    @Test func whatTheLawBarsIsRefusedWithItsArticleAndNothingIsLost() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(OfferMediation.name)
            let answers = [
                "dispute": "custody", "assessedBy": "Psikolog Rani", "freeOfPressure": "yes", "noRepeat": "yes",
                "protectionOrder": "no", "session": "2026-12-01T09:00",
            ]
            for (language, sentence) in [("id", "kekerasan seksual"), ("en", "sexual violence")] {
                let page = try await rina.get("/kerja")
                try await rina.post("/language", ["language": language], from: page)
                // Nobody answers what is refused whatever they answer.
                let barred = try await rina.get(path)
                #expect(barred.text.contains("UU 12/2022 ps. 23") && barred.text.lowercased().contains(sentence))
                #expect(barred.hidden(path).isEmpty && !barred.text.contains("name=\"assessedBy\""))
                // Who opened it before is told the same.
                let refused = try await rina.post(path, answers, from: barred, on: file)
                #expect(refused.status == 409 && refused.text.contains("UU 12/2022 ps. 23"))
                #expect(refused.text.lowercased().contains(sentence) && refused.text.contains("Psikolog Rani"))
            }
        }
    }

    @Test func aRefusalLeadsToWhatTakesItOutOfTheWay() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RequestClosure.name)
            let form = try await rina.get(path)
            let answers = ["reason": "goals-met", "summary": "Aman bersama bibi.", "feedback": "satisfied"]
            let refused = { try await rina.post(path, answers, from: form, on: file) }
            let link = { (action: ActionName) in "<a href=\"\(file.acting(action))\">" }

            // First the law's clocks, all of them and before anything is asked, then a client who was never assessed.
            let open = try #require(form.text.firstMatch(of: #/(?s)alert-danger.*?</ul>/#)).0
            #expect(open.components(separatedBy: "<li>").count == 3 && form.hidden(path).isEmpty)
            #expect(open.components(separatedBy: "Masih ada tenggat").count == 2)
            for due in ["UU 12/2022 ps. 41", "Standar layanan UPTD PPA"] { #expect(open.contains(due), "\(due)") }
            #expect(open.contains(link(ReportToPolice.name)) && open.contains(link(RecordFollowUp.name)))
            let due = try await refused()
            #expect(due.status == 409 && due.text.contains(link(ReportToPolice.name)))
            #expect(due.text.contains("Isian di bawah tersimpan") && due.text.contains("Aman bersama bibi."))
            try await site.world.meetDues(of: file)
            #expect(try await !rina.get(path).hidden(path).isEmpty)
            try await site.world.act(RecordFollowUp(.phone, safe: .no, note: "Ia kembali."), on: file)
            let unsafe = try await refused()
            #expect(unsafe.status == 409 && unsafe.text.contains(link(RecordAssessment.name)))

            // Nothing takes this out of the way.
            let barred = try await rina.post(
                file.acting(OfferMediation.name),
                [
                    "dispute": "custody", "assessedBy": "Sari, psikolog", "freeOfPressure": "yes", "noRepeat": "yes",
                    "protectionOrder": "no", "session": "2099-01-05T09:00",
                ], from: form, on: file)
            #expect(barred.status == 409 && !barred.text.contains("Isian di bawah tersimpan"))
        }
    }

    /// What the record as it stands takes no more, whatever the action.
    @Test func aClosedCaseAsksNothingAndLeadsToOpeningItAgain() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(GiveService.name)
            #expect(try await !rina.get(path).hidden(path).isEmpty)
            try await site.world.meetDues(of: file)
            let closure = RequestClosure(
                .lostContact, summary: "Tidak terjangkau.", attempts: Count(3), feedback: .couldNotBeAsked,
                feedbackWords: "Pindah.")
            try await site.world.act(closure, on: file)
            try await site.world.act(DecideClosure(.granted), on: file, by: site.world.hasan)
            let closed = try await rina.get(path)
            #expect(closed.text.contains("Kasus ini sudah ditutup") && closed.hidden(path).isEmpty)
            #expect(closed.text.contains("<a href=\"\(file.acting(ReopenCase.name))\">"))
        }
    }

    @Test func aVoidedFileAsksNothing() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            try await site.world.act(VoidRecord(.duplicate, because: "Ganda."), on: file)
            let proposal = try #require(
                try await site.world.desk.open(CaseFile.self, file, by: site.world.rina).history.last
            ).id
            try await site.world.act(
                DecideMending(proposal, .granted, because: "x"), on: file, by: site.world.hasan)
            let path = file.acting(GiveService.name)
            let voided = try await rina.get(path)
            #expect(voided.text.contains("Tidak dapat dilakukan") && voided.hidden(path).isEmpty)
        }
    }

    /// Whoever comes back to what they left is told before they go on with it.
    @Test func whatWasLeftIsShownWithWhatStandsInItsWay() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.meetDues(of: file)
            let rina = try await site.browser(signedInAs: "rina")
            let path = file.acting(RequestClosure.name)
            let form = try await rina.get(path)
            var fields = form.hidden(path)
            (fields["form"], fields["summary"]) = (path, "Aman bersama bibi.")
            #expect(try await rina.post(Path.drafts.description, Array(fields)).status == 204)
            let further = ReceiveComplaint(channel: .school, what: "Luka bakar di tangan.", danger: .yes)
            let joining = TriageComplaint(
                reachable: .no, threat: .yes, injured: .no, risk: .high, decision: .joinCase, joins: file)
            try await site.world.desk.perform(
                joining, on: try await site.world.receive(further), by: site.world.dewi)
            let work = try await rina.get(Path.work.description).text
            let left = try #require(work.firstMatch(of: #/href="(/kerja/drafts/[0-9a-f-]+)"/#)).1
            let page = try await rina.get(String(left)).text
            #expect(page.contains("Masih ada tenggat UPTD yang terbuka.") && page.contains("Aman bersama bibi."))
            // It is not ready to be sent, and stays for who goes to mend that.
            #expect(page.contains("Isian di bawah tersimpan") && !page.contains("Periksa lalu kirim."))
        }
    }

    /// What one reason alone asks for is not called a question that may always be left out.
    @Test func howOftenSomebodyWasSoughtIsAskedIfNeeded() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.meetDues(of: file)
            let rina = try await site.browser(signedInAs: "rina")
            let form = try await rina.get(file.acting(RequestClosure.name)).text
            #expect(form.contains("Berapa kali klien dicari? <span class=\"optional\">(bila perlu)</span>"))
        }
    }

    @Test func aRemedyThatWaitsAlreadyIsNoLink() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.meetDues(of: file)
            let rina = try await site.browser(signedInAs: "rina")
            let link = "<a href=\"\(file.acting(RequestClosure.name))\">"
            let erasing = file.acting(RequestErasure<CaseFile>.name)
            let erasure = try await rina.get(erasing)
            let asked = ["ground": "requested", "notice": "told", "reason": "Diminta."]
            let kept = { try await rina.post(erasing, asked, from: erasure, on: file).text }
            #expect(erasure.text.contains(link) && erasure.hidden(erasing).isEmpty)
            #expect(try await kept().contains(link))
            let client = try #require(try await site.world.file(file).client).id
            try await site.world.act(RecordAssessment(client, try site.world.sheet("risk"), risk: .high), on: file)
            try await site.world.act(
                RequestClosure(.goalsMet, summary: "Aman bersama bibi.", feedback: .satisfied), on: file)
            let waiting = try await kept()
            #expect(waiting.contains("Tutup dulu") && !waiting.contains(link))
        }
    }
}

extension Browser {
    /// Sends a form that was opened before something came to stand in its way.
    fileprivate func post(
        _ path: String, _ answers: [String: String], from page: Page, on file: ID<CaseFile>
    ) async throws -> Page {
        let hidden = ["record": "\(file)", "key": UUID().uuidString.lowercased()].merging(page.hidden("/keluar")) {
            own, _ in own
        }
        return try await post(path, Array(hidden.merging(answers) { $1 }))
    }
}
