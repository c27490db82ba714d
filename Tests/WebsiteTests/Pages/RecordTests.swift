import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What happens to a complaint once it is there, through the pages.
@Suite struct RecordTests {
    /// The address of the first mending link of a page.
    private static func link(_ page: Browser.Page, _ action: String) throws -> String {
        let parts = page.text.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        return String(try #require(parts.first { $0.hasSuffix("/\(action)") && $0.contains("/entries/") }))
    }

    @Test func anEntryIsCorrectedAndWithdrawnAndTheTimelineShowsBothVersionsWhoAndWhy() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let callback = id.acting(RecordCallback.name)
            let form = try await dewi.get(callback)
            try await dewi.post(callback, ["outcome": "no-answer", "note": "Tidak diangkat."], from: form)

            let page = try await dewi.get(Path.record(id).description)
            let correct = try Self.link(page, "correct-entry")
            let filled = try await dewi.get(correct)
            #expect(filled.text.contains("<option value=\"no-answer\" selected>"))
            #expect(filled.text.contains("Tidak diangkat.</textarea>"))
            let without = try await dewi.post(correct, ["outcome": "answered", "note": ""], from: filled)
            #expect(without.status == 422 && without.text.contains("Tulis mengapa diperbaiki."))
            let answers = ["outcome": "answered", "note": "", "correction-reason": "Salah pilih."]
            #expect(try await dewi.post(correct, answers, from: filled).status == 303)

            let corrected = try await dewi.get(Path.record(id).description).text
            for words in ["Dijawab", "Diperbaiki Dewi Anggraini", "Salah pilih.", "Tidak diangkat."] {
                #expect(corrected.contains(words), "\(words)")
            }

            let withdraw = try Self.link(page, "withdraw-entry")
            let reason = try await dewi.get(withdraw)
            #expect(try await dewi.post(withdraw, ["reason": "Salah berkas."], from: reason).status == 303)
            let withdrawn = try await dewi.get(Path.record(id).description).text
            #expect(withdrawn.contains("Ditarik Dewi Anggraini") && withdrawn.contains("Salah berkas."))
            #expect(!withdrawn.contains("/entries/") || withdrawn.contains("correct-entry"))

            let hasan = try await site.browser(signedInAs: "hasan")
            let refused = try await hasan.post(withdraw, ["reason": "x"], from: try await hasan.get(withdraw))
            #expect(refused.status == 409 && refused.text.contains("sudah ditarik"))
        }
    }

    @Test func aComplaintIsVoidedAndLeavesTheInbox() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let void = id.acting(VoidRecord<Complaint>.name)
            let form = try await dewi.get(void)

            #expect(try await dewi.post(void, ["why": "test", "reason": "Percobaan."], from: form).status == 303)

            #expect(try await dewi.get("/kerja/complaints").text.contains("Belum ada laporan baru"))
            let page = try await dewi.get(Path.record(id).description).text
            #expect(page.contains("Laporan ini dibatalkan.") && page.contains("Percobaan."))
            #expect(!page.contains(RecordCallback.name.text))
        }
    }

    @Test func aVoidedCaseSaysSoAboveAllElse() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let rina = try await site.browser(signedInAs: "rina")
            let path = Path.record(file).description
            #expect(try await !rina.get(path).text.contains("Kasus ini dibatalkan."))
            try await site.world.act(VoidRecord<CaseFile>(.test, because: "Percobaan."), on: file)
            #expect(try await !rina.get(path).text.contains("Kasus ini dibatalkan."), "a proposal")
            let hasan = site.world.hasan
            let asked = try await site.world.desk.open(CaseFile.self, file, by: hasan).history
            let decided = DecideMending<CaseFile>(try #require(asked.last).id, .granted, because: "Benar.")
            try await site.world.act(decided, on: file, by: hasan)
            let page = try await rina.get(path).text
            let (said, timeline) = (page.range(of: "Kasus ini dibatalkan."), page.range(of: "id=\"timeline\""))
            #expect(try #require(said).upperBound < (try #require(timeline)).lowerBound)
        }
    }

    @Test func aStaleFormIsAnsweredWithBothSidesAndNothingIsLost() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let path = id.acting(SetSafeContact<Complaint>.name)
            let dewi = try await site.browser(signedInAs: "dewi")
            let hasan = try await site.browser(signedInAs: "hasan")
            let stale = try await dewi.get(path)
            #expect(stale.text.contains("value=\"Telepon guru, jam sekolah\""))
            let first = ["safeContact": "Telepon ibu, pagi.", "phone": ""]
            try await hasan.post(path, first, from: try await hasan.get(path))

            let mine = ["safeContact": "Lewat guru saja.", "phone": "0812 0000 0001"]
            let conflict = try await dewi.post(path, mine, from: stale)

            #expect(conflict.status == 409)
            for words in ["Hasan Basri", "Telepon ibu, pagi.", "Lewat guru saja.", "+6281200000001"] {
                #expect(conflict.text.contains(words), "\(words)")
            }
            #expect(conflict.text.contains("value=\"0812 0000 0001\""))
            #expect(try await dewi.post(path, mine, from: conflict).status == 303)
            let fold = try await site.world.desk.open(Complaint.self, id, by: site.world.dewi)
            #expect(fold.record.contact.how == "Lewat guru saja.")
            #expect(fold.history.count == 3)
        }
    }

    @Test func whoTriagesTooLateSeesWhatWasDecidedAndKeepsTheirOwn() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let path = id.acting(TriageComplaint.name)
            let dewi = try await site.browser(signedInAs: "dewi")
            let stale = try await dewi.get(path)
            let theirs = TriageComplaint(
                reachable: .no, threat: .no, injured: .no, risk: .low, decision: .passedOn,
                elsewhere: "Tanjungpinang", note: "Domisili di Bintan.")
            try await site.world.desk.perform(
                theirs, on: id, by: site.world.hasan, Asking(ticked: ["danger-passed-on"]))

            let mine = [
                "reachable": "no", "threat": "no", "injured": "no", "risk": "low", "authority": "city",
                "decision": "handled-elsewhere", "elsewhere": "Sekolah", "note": "Ditangani sekolah.",
            ]
            let late = try await dewi.post(path, mine, from: stale)

            #expect(late.status == 409)
            for words in [
                "Dari Hasan Basri", "Domisili di Bintan.", "sudah ditriase", "sekarang isian ini tidak dapat dicatat",
            ] {
                #expect(late.text.contains(words), "\(words)")
            }
        }
    }

    @Test func aCautionIsTickedToGoOn() async throws {
        try await TestSite.run { site in
            try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(SiteTests.form)
            let answers = ["channel": "S1T", "what": "Lain.", "phone": "0812 3456 7890"]

            let cautioned = try await dewi.post(SiteTests.form, answers, from: form)
            #expect(cautioned.status == 422 && cautioned.text.contains("LP-2026-0001"))

            let ticked = answers.merging(["ticked": "same-phone|codes=LP-2026-0001"]) { $1 }
            #expect(try await dewi.post(SiteTests.form, ticked, from: cautioned).status == 303)
        }
    }

    @Test func rowsAreAddedAndTakenOutWithoutAScript() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(SiteTests.form)
            let typed = ["affected.0.who": "Melati", "what": "Belum selesai"]

            let more = try await dewi.post(SiteTests.form, typed.merging(["add": "affected"]) { $1 }, from: form)
            #expect(more.status == 200)
            #expect(more.text.contains("value=\"Melati\"") && more.text.contains("name=\"affected.1.who\""))
            #expect(!more.text.contains("class=\"error\""))
            // The page comes back at the new row, or at the rows of which one is gone.
            #expect(form.text.contains(" formaction=\"\(SiteTests.form)#affected.1\""))
            #expect(more.text.contains("<fieldset class=\"group repeat\" id=\"affected.1\" tabindex=\"-1\">"))
            #expect(more.text.contains(" formaction=\"\(SiteTests.form)#affected.2\""))
            #expect(more.text.contains(" formaction=\"\(SiteTests.form)#affected\""))

            let two = typed.merging(["affected.1.who": "Adiknya"]) { $1 }
            let less = try await dewi.post(SiteTests.form, two.merging(["remove": "affected.0"]) { $1 }, from: more)
            #expect(!less.text.contains("Melati") && less.text.contains("value=\"Adiknya\""))

            let sent = two.merging(["channel": "S1T"]) { $1 }
            let saved = try await dewi.follow(try await dewi.post(SiteTests.form, sent, from: more))
            #expect(saved.text.contains("Melati") && saved.text.contains("Adiknya"))
        }
    }

    @Test func whatWasTypedWhenTheSessionEndedIsThereAfterSigningIn() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(SiteTests.form)
            site.world.clock.advance(31 * 60)

            let answers = ["channel": "S1T", "what": "Ibu menelepon lama."]
            #expect(try await dewi.post(SiteTests.form, answers, from: form).location == "/kerja/sign-in")
            let page = try await dewi.get("/kerja/sign-in")
            #expect(page.text.contains("Sesi Anda sudah berakhir") && page.text.contains("Isian terakhir tersimpan"))
            #expect(!page.text.contains("Ibu menelepon"))

            let entered = try await dewi.post(
                "/kerja/sign-in", ["handle": "dewi", "password": World.password], from: page)
            #expect(entered.location?.hasPrefix("/kerja/drafts/") == true)
            let restored = try await dewi.follow(entered)
            #expect(restored.text.contains("Ibu menelepon lama.") && restored.text.contains("Periksa lalu kirim."))
            #expect(try await dewi.post(SiteTests.form, answers, from: restored).status == 303)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 1)
            #expect(try await dewi.follow(entered).status == 404)
        }
    }

    /// The last keys before it ended were on their way to the drafts.
    @Test func whatIsKeptOnceTheSessionEndedIsThereAfterSigningIn() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(SiteTests.form)
            let typed = ["form": SiteTests.form, "what": "Ibu masih bercerita."]
            site.world.clock.advance(31 * 60)
            let kept = try await dewi.post(
                Path.drafts.description, Array(form.hidden(SiteTests.form).merging(typed) { $1 }))
            #expect(kept.location == "/kerja/sign-in")

            let page = try await dewi.get("/kerja/sign-in")
            let entered = try await dewi.post(
                "/kerja/sign-in", ["handle": "dewi", "password": World.password], from: page)
            #expect(entered.location?.hasPrefix("/kerja/drafts/") == true)
            #expect(try await dewi.follow(entered).text.contains("Ibu masih bercerita."))
        }
    }

    @Test func aDraftIsItsOwnersAlone() async throws {
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            let form = try await dewi.get(SiteTests.form)
            let hidden = form.hidden(SiteTests.form)
            let draft = hidden.merging(["form": SiteTests.form, "what": "Rahasia."]) { $1 }
            #expect(try await dewi.post("/kerja/drafts", Array(draft)).status == 204)
            let path = "/kerja/drafts/\(try #require(hidden["key"]))"

            #expect(try await dewi.get(path).text.contains("Rahasia."))
            let hasan = try await site.browser(signedInAs: "hasan")
            #expect(try await hasan.get(path).status == 404)

            let discarded = try await dewi.post(path, [:], from: try await dewi.get(path))
            #expect(discarded.status == 303)
            #expect(try await dewi.get(path).status == 404)
        }
    }

    @Test func lateEntriesSaySo() async throws {
        try await TestSite.run { site in
            var complaint = World.fromSchool
            complaint.at = Moment(World.now - 25 * 3600)
            let id = try await site.world.receive(complaint)
            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get(Path.record(id).description).text.contains("dicatat terlambat"))
        }
    }

    /// What nobody answered is missing, and nothing more: no danger follows from it.
    @Test func nothingFollowsFromWhatIsNotAnswered() async throws {
        try await TestSite.run { site in
            let id = try await site.world.receive()
            let dewi = try await site.browser(signedInAs: "dewi")
            let path = id.acting(TriageComplaint.name)
            let form = try await dewi.get(path)
            let answer = try await dewi.post(path, ["risk": "low", "decision": "advice"], from: form)
            #expect(answer.status == 422)
            #expect(!answer.text.contains("Ada tanda bahaya. Tulis"))
            #expect(answer.text.contains("href=\"#injured\"") && !answer.text.contains("href=\"#riskReason\""))
        }
    }
}
