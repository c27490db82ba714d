import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

@Suite struct ContactLineTests {
    @Test func aNumberAtWhichTheWrongPersonAnsweredIsNoLinkAnywhere() async throws {
        try await TestSite.run { site in
            let (world, phone) = (site.world, "+6281200000004")
            let id = try await world.receive(ReceiveComplaint(channel: .school, what: "Surat.", phone: Phone(phone)))
            try await world.desk.perform(RecordCallback(outcome: .unsafe), on: id, by: world.dewi)
            let callback = Path.acting(Complaint.kind, id.value, RecordCallback.name)
            let dewi = try await site.browser(signedInAs: "dewi")
            var pages = [try await dewi.get(Path.record(id).description), try await dewi.get(callback.description)]
            try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
            let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
            pages.append(try await site.browser(signedInAs: "rina").get(Path.record(file).description))
            // Before anything that may be done.
            let told = try #require(pages[0].text.range(of: "Jangan menelepon."))
            let calls = try #require(pages[0].text.range(of: callback.description))
            #expect(told.upperBound < calls.lowerBound)
            for page in pages {
                #expect(page.status == 200 && page.text.contains("0812"))
                // Nor does the phone make one of it.
                #expect(page.text.contains(#"<meta name="format-detection" content="telephone=no">"#))
                #expect(!page.text.contains("tel:\(phone)") && page.text.contains("Jangan menelepon."))
            }
        }
    }

    @Test func aNumberWithSomethingThatMustNeverBeDoneIsNoLink() async throws {
        try await TestSite.run { site in
            let complaint = ReceiveComplaint(
                channel: .school, what: "Surat.", phone: Phone("+6281200000004"),
                rules: ContactRules(from: "08:00", until: "12:00", never: "Jangan menelepon, SMS saja."))
            let id = try await site.world.receive(complaint)
            let dewi = try await site.browser(signedInAs: "dewi")
            let page = try await dewi.get(Path.record(id).description).text
            #expect(page.contains("0812") && page.contains("SMS saja") && !page.contains("tel:+62812"))
        }
    }

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

    /// Whatever a second complaint tells stands beside it, and nothing is called by a touch until somebody made sure.
    @Test func whatAnotherComplaintToldWaitsForTheManager() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let second = try await world.receive(
                ReceiveComplaint(
                    channel: .direct, what: "x", phone: "+6281200000009", rules: ContactRules(never: "Jangan malam.")))
            try await world.desk.perform(
                TriageComplaint(
                    reachable: .no, threat: .no, injured: .no, risk: .low, decision: .joinCase, joins: file),
                on: second, by: world.dewi)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            #expect(page.contains("Laporan lain memberi tahu kontak ini.") && page.contains("Jangan malam."))
            #expect(page.contains("081200000009") && !page.contains("href=\"tel:+62"))
            // Also where somebody is about to call, and where they say it anew.
            let call = try await rina.get(file.acting(RecordFollowUp.name).description).text
            #expect(call.contains("Jangan malam."))
            let anew = try await rina.get(file.acting(SetSafeContact<CaseFile>.name).description).text
            #expect(anew.contains("Laporan lain memberi tahu kontak ini.") && anew.contains("081200000009"))
            let wrong = RecordFollowUp(.wrongPerson, safe: .unknown, note: "x", phone: "+6281200000009")
            try await world.act(wrong, on: file)
            try await world.act(SetSafeContact<CaseFile>(phone: "+6281200000004", safeContact: "Pagi."), on: file)
            let settled = try await rina.get(Path.record(file).description).text
            #expect(!settled.contains("Laporan lain memberi tahu kontak ini."))
            #expect(settled.contains("Jangan hubungi: 081200000009") && settled.contains("tel:+6281200000004"))
        }
    }

    /// What waits in the glance at each client is no number that must not be called.
    @Test func theGlanceAtAClientTellsNoUnsafeNumber() async throws {
        try await TestSite.run { site in
            let world = site.world
            let complaint = ReceiveComplaint(
                channel: .school, what: "Surat.", affected: [Affected("Melati")], phone: "+6281200000004")
            let id = try await world.receive(complaint)
            try await world.desk.perform(world.triage(world.rina.id), on: id, by: world.dewi)
            let file = try #require(try await world.desk.open(Complaint.self, id, by: world.dewi).record.caseFile)
            let glance = #"Kontak aman: 0812"#
            let rina = try await site.browser(signedInAs: "rina")
            #expect(try await rina.get(Path.record(file).description).text.contains(glance))
            let wrong = RecordFollowUp(
                .wrongPerson, safe: .unknown, note: "Suaminya.", phone: "+6281200000004")
            try await world.act(wrong, on: file)
            let page = try await rina.get(Path.record(file).description).text
            #expect(!page.contains(glance) && page.contains("Jangan menelepon."))
        }
    }

    @Test func aContactThatTheCaseReplacedIsNotToldByTheComplaint() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (id, file) = try await world.openCase()
            let phone = try #require(World.fromSchool.phone)
            try await world.desk.perform(
                RecordCallback(outcome: .noAnswer, phone: phone, note: "Dua kali."), on: id, by: world.dewi)
            let dewi = try await site.browser(signedInAs: "dewi")
            #expect(try await dewi.get(Path.record(id).description).text.contains(phone.national))
            try await world.act(
                SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru."), on: file)
            let callback = Path.acting(Complaint.kind, id.value, RecordCallback.name)
            for path in [Path.record(id), callback] {
                let page = try await dewi.get(path.description).text
                // Before anything that may be done.
                let told = try #require(page.range(of: "Kasusnya punya kontak yang lebih baru."), "\(path)")
                if path == Path.record(id) {
                    let calls = try #require(page.range(of: callback.description))
                    #expect(told.upperBound < calls.lowerBound && page.contains("Dua kali."))
                }
                for number in [phone.national, phone.text, "0812-0000-7777", "+6281200007777"] {
                    #expect(!page.contains(number), "\(path) \(number)")
                }
            }
            let program = try await Program(site, world.dewi, [.takeComplaints])
            let told = try await program.get("complaints/\(id)").text
            #expect(told.contains("Dua kali.") && !told.contains(phone.text))
            // What it does not see it would take away.
            let entry = try #require(
                try await world.desk.open(Complaint.self, id, by: world.dewi).history.first {
                    $0.action is RecordCallback
                }
            ).id
            let mend = try await program.post(
                "complaints/\(id)/entries/\(entry.value)/correct-entry",
                #"{"answers": {"outcome": "no-answer", "note": "Tiga kali.", "correction-reason": "Salah."}}"#)
            #expect(mend.status == 409 && mend.json["reason"] as? String == "not-by-token")
            #expect(!told.contains("correct-entry"))
        }
    }

    /// Nor would a program decide what it does not see.
    @Test func aCorrectionOfSuchAComplaintIsDecidedByPeople() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (id, file) = try await world.openCase()
            try await world.desk.perform(
                RecordCallback(outcome: .noAnswer, note: "Dua kali."), on: id, by: world.dewi)
            let history = { try await world.desk.open(Complaint.self, id, by: world.hasan).history }
            let entry = try #require(
                try await world.desk.open(Complaint.self, id, by: world.dewi).history.last { $0.cause == nil })
            world.clock.advance(25 * 3600)
            let corrected = try CorrectEntry<Complaint>(
                entry.id, to: RecordCallback(outcome: .noAnswer, note: "Tiga kali."), because: "Salah.")
            try await world.desk.perform(corrected, on: id, by: world.dewi)
            let proposal = try #require(try await history().last).id
            let hasan = try await Program(site, world.hasan, [.takeComplaints, .approve])
            #expect(try await hasan.get("complaints/\(id)").text.contains("decide-mending"))

            try await world.act(
                SetSafeContact<CaseFile>(phone: "+6281200007777", safeContact: "Nomor baru."), on: file)
            #expect(try await !hasan.get("complaints/\(id)").text.contains("decide-mending"))
            let decided = try await hasan.post(
                "complaints/\(id)/entries/\(proposal.value)/decide-mending",
                #"{"answers": {"decision": "granted", "reason": "Benar."}}"#)
            #expect(decided.status == 409 && decided.json["reason"] as? String == "not-by-token")
            let page = try await site.browser(signedInAs: "hasan").get(Path.record(id).description).text
            #expect(page.contains("/decide-mending"))
        }
    }

    /// A link leads nowhere on paper; who printed it stands there alone.
    @Test func whatIsThereToBeTouchedIsNotPrinted() async throws {
        try await TestSite.run { site in
            let (received, file) = try await site.world.openCase()
            try await site.world.act(RecordNote(note: "Kunjungan rumah."), on: file)
            let rina = try await site.browser(signedInAs: "rina")
            let page = try await rina.get(Path.record(file).description).text
            for part in ["\"event-links", " section-links", " note-box", "\"case-parts"] {
                let uses = page.components(separatedBy: part).dropFirst()
                #expect(!uses.isEmpty && uses.allSatisfy { $0.hasPrefix(" off-paper\"") }, "\(part)")
            }
            let told = "Rahasia. Dicetak oleh Rina Siregar, 24 November 2026 09.32 WIB."
            #expect(page.contains("<p class=\"on-paper\">\(told)</p>"))
            let complaint = try await rina.get(Path.record(received).description).text
            #expect(complaint.contains("<p class=\"on-paper\">\(told)</p>"))

            site.world.clock.advance(25 * 3600)
            let later = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            #expect(later.contains("<details class=\"event-version off-paper\"><summary>Usulkan perubahan"))
            #expect(!later.contains("<details class=\"event-version\"><summary>Usulkan perubahan"))
        }
    }

    @Test func anAddressIsNotPrinted() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(AddPerson("Bibi", .family, address: "Cendana Raya 4"), on: file)
            let page = try await site.browser(signedInAs: "rina").get(Path.record(file).description).text
            // Each time within an element that is not printed.
            let before = page.components(separatedBy: "Cendana").dropLast()
            let elements = before.compactMap { $0.components(separatedBy: "<").last }
            #expect(!elements.isEmpty && elements.allSatisfy { $0.contains("off-paper\"") }, "\(elements)")
        }
    }
}
