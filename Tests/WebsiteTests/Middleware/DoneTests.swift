import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What a page says of the form before it, and what became of forms that nobody sent.
@Suite struct DoneTests {
    @Test func theNextPageSaysOnceWhatWasRecorded() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = id.acting(RecordCallback.name)
            let sent = try await dewi.post(path, ["outcome": "no-answer"], from: try await dewi.get(path))
            let done = "Tercatat: \(try #require(try Locales.load()[.indonesian])["record-callback.done"])."
            #expect(try await dewi.follow(sent).text.contains(done))
            #expect(dewi.cookie[Cookies.done] == nil)
            #expect(try await !dewi.get(Path.record(id).description).text.contains(done))
        }
    }

    @Test func aProposalIsNotToldAsDone() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let path = id.acting(VoidRecord<Complaint>.name)
            let hasan = try await site.browser(signedInAs: "hasan")
            let form = try await hasan.get(path)
            #expect(form.text.contains("Perubahan Anda diusulkan"))
            let sent = try await hasan.post(path, ["why": "test", "reason": "Coba."], from: form)
            let page = try await hasan.follow(sent).text
            #expect(page.contains("Usulan Anda tercatat"))
            #expect(!page.contains("Berkas dibatalkan") && page.contains("Menunggu pengesahan"))
        }
    }

    @Test(arguments: ["nonsense", "<b>", "../x", "", "record-note", "record-note.x", ".", "x.\(UUID())"])
    func whatNoFormSaidIsNotShown(text: String) async throws {
        #expect(Done(text) == nil)
    }

    /// What goes back to a form is told by the key of the form that was recorded.
    @Test(arguments: [RecordNote.name, nil])
    func aFormIsKnownByItsKey(action: ActionName?) throws {
        let done = Done(action, UUID())
        #expect(Done(done.text) == done)
        let words = try #require(try Locales.load()[.indonesian])
        #expect(done.html(words).text.contains(#"data-done="\#(done.key.uuidString.lowercased())""#))
    }

    @Test func whatWasLeftIsListedAndCanBeDiscarded() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = id.acting(RecordCallback.name)
            let form = try await dewi.get(path)
            var fields = form.hidden(path).merging(["outcome": "no-answer", "note": "Anak kecil menjawab."]) { $1 }
            fields["form"] = path
            #expect(try await dewi.post(Path.drafts.description, Array(fields)).status == 204)

            let work = try await dewi.get(Path.work.description)
            #expect(work.text.contains("Belum dikirim") && !work.text.contains("Anak kecil"))
            let draft = try #require(
                work.text.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
                    .first { $0.contains("/drafts/") })
            #expect(try await dewi.get(draft).text.contains("Anak kecil menjawab."))
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await !hasan.get(Path.work.description).text.contains("Belum dikirim"))

            #expect(try await dewi.post(draft, [:], from: work).status == 303)
            #expect(try await !dewi.get(Path.work.description).text.contains("Belum dikirim"))
        }
    }

    @Test func aFormOfWhatIsOpenNoMoreSaysSo() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let rina = try await site.browser(signedInAs: "rina")
            let path = id.acting(RecordCallback.name)
            let form = try await rina.get(path)
            let triage = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, forms: [.neglect], decision: .newCase,
                manager: site.world.hasan.id)
            try await site.world.desk.perform(triage, on: id, by: site.world.hasan)
            let late = try await rina.post(path, ["outcome": "no-answer"], from: form)
            #expect(late.status == 404 && late.text.contains("tidak terbuka lagi untuk Anda"))
        }
    }

    /// A double click on what closes a record to who sent it.
    @Test func whatWasSentTwiceIsNotToldAsLost() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let path = file.acting(AssignManager.name)
            let rina = try await site.browser(signedInAs: "rina")
            let form = try await rina.get(path)
            let answers = ["manager": site.world.hasan.id.description, "reason": "Cuti."]
            for _ in 1...2 {
                let sent = try await rina.post(path, answers, from: form)
                #expect(sent.status == 303 && sent.location == Path.work.description)
                #expect(try await rina.follow(sent).text.contains("Tercatat:"))
            }
        }
    }

    @Test func theHeadOfAPageIsAnsweredWithoutIt() async throws {
        try await TestSite.run { site in
            let whole = try await site.browser().get("/kerja/sign-in")
            let head = try await site.browser().send("HEAD", "/kerja/sign-in")
            #expect(head.status == 200 && head.body.isEmpty && whole.body.count > 0)
            #expect(head.headers["Content-Security-Policy"] == whole.headers["Content-Security-Policy"])
            #expect(try await site.browser().send("HEAD", Path.work.description).status == 303)
        }
    }
}
