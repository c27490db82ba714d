import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// A girl of 14, abused by her stepfather and reported by her school: from complaint to closure over HTTP, as the four
/// people who work on it, in both languages.
@Suite struct StoryTests {
    /// Somebody at work in a browser.
    private struct Person {
        let browser: Browser
        let site: TestSite

        /// Fills in the form at an address and follows to where it leads; ticks what is to be ticked.
        @discardableResult
        func fill(_ path: String, _ answers: [(String, String)]) async throws -> Browser.Page {
            let form = try await browser.get(path)
            #expect(form.status == 200, "\(path)")
            let fields = form.hidden(path).map { ($0.key, $0.value) } + answers
            var sent = try await browser.post(path, fields.map { (key: $0, value: $1) })
            let ticks = sent.text.components(separatedBy: "name=\"ticked\" value=\"").dropFirst()
            if sent.status == 422, !ticks.isEmpty {
                let ticked = ticks.map { (key: "ticked", value: String($0.prefix { $0 != "\"" })) }
                sent = try await browser.post(path, fields.map { (key: $0, value: $1) } + ticked)
            }
            #expect(sent.status == 303, "\(path): \(sent.status)")
            return try await browser.follow(sent)
        }

        func act(_ file: ID<CaseFile>, _ action: ActionName, _ answers: [(String, String)]) async throws -> String {
            try await fill(Path.acting(CaseFile.kind, file.value, action).description, answers).text
        }

        func speak(_ language: Language) async throws {
            let page = try await browser.get("/kerja/password")
            let token = page.hidden("/language")["csrf"] ?? ""
            try await browser.post(
                "/language", [(key: "csrf", value: token), (key: "language", value: language.rawValue)])
        }
    }

    private func person(_ handle: String, _ language: Language, _ site: TestSite) async throws -> Person {
        let person = Person(browser: try await site.browser(signedInAs: handle), site: site)
        try await person.speak(language)
        return person
    }

    @Test(arguments: Language.allCases)
    func fromComplaintToClosure(language: Language) async throws {
        try await TestSite.run { site in
            let world = site.world
            let words = try #require(try Locales.load()[language])
            let say = { (key: String) in words[key] }

            // The administrator makes the office: a calendar, a hospital, a colleague.
            let yohana = try await person("yohana", language, site)
            try await yohana.fill("/kerja/offices/set-up-office", [("office", "UPTD PPA Kota Batam")])
            let office = "/kerja/offices/\(Office.id(in: 1))"
            try await yohana.fill(
                "\(office)/declare-holiday", [("day", "2026-12-25"), ("kind", "national"), ("source", "SKB 2026")])
            let made = try await yohana.fill(
                "\(office)/add-partner",
                [
                    ("partner.name", "RSUD Embung Fatimah"), ("partner.kind", "RS"), ("partner.services", "KES"),
                    ("partner.answersWithin", "1"),
                ])
            #expect(made.text.contains("RSUD Embung Fatimah"))

            // The intake officer takes the school's call and triages it.
            let dewi = try await person("dewi", language, site)
            let complaint = try await dewi.fill(
                "/kerja/complaints/receive-complaint",
                [
                    ("channel", "SKL"), ("what", "Siswi 14 tahun bercerita tentang ayah tirinya."), ("danger", "yes"),
                    ("affected.0.who", "Melati Nurhayati"), ("affected.0.sex", "P"), ("affected.0.age", "14"),
                    ("district", "21.71.11"), ("reporter", "Sri Wahyuni"), ("relation", "GRU"),
                    ("phone", "0812 0000 1002"), ("safeContact", "Telepon guru BK, jam sekolah."),
                ])
            #expect(complaint.text.contains(say("complaint.danger-title")))
            let received = try #require(try await world.desk.list(.inbox, by: world.dewi).rows.first).card.record
            try await dewi.fill(
                "/kerja/complaints/\(received.uuidString.lowercased())/triage-complaint",
                [
                    ("reachable", "yes"), ("threat", "no"), ("injured", "no"), ("risk", "high"), ("forms", "SEK"),
                    ("domestic", "yes"), ("authority", "city"), ("decision", "new-case"),
                    ("manager", world.rina.id.description),
                ])

            // The case manager finds the file by a misspelt name.
            let rina = try await person("rina", language, site)
            let search = try await rina.browser.get("/kerja/search")
            let found = try await rina.browser.follow(
                try await rina.browser.post("/kerja/search", ["words": "melati noerhajati"], from: search))
            #expect(found.text.contains("Melati Nurhayati"))
            let cases = try await world.desk.list(.cases(own: true), by: world.rina).rows
            let file = ID<CaseFile>(try #require(cases.first).card.record)
            let opened = try await rina.browser.get(Path.record(file).description).text
            #expect(opened.contains(say("status.INTERVENSI")) && opened.contains("UU 12/2022 ps. 41(2)-(3)"))
            let client = try #require(try await world.file(file).client).id.description

            // Consent, people, what happened, the police.
            _ = try await rina.act(
                file, RecordConsent.name,
                [
                    ("client", client), ("purpose", "services"), ("decision", "given"), ("giver", "safe-adult"),
                    ("limits", "yes"),
                ])
            _ = try await rina.act(
                file, AddPerson.name, [("who", "Ayah tiri"), ("role", "alleged"), ("relation", "ORT"), ("sex", "L")])
            let alleged = try #require(try await world.file(file).people.first { $0.role == .alleged }).id.description
            _ = try await rina.act(
                file, RecordIncident.name,
                [
                    ("day", "11/2026"), ("place", "RTG"), ("harms.0.client", client), ("harms.0.forms", "SEK"),
                    ("alleged.0.person", alleged), ("domestic", "yes"), ("what", "Di rumah, sif malam ibu."),
                ])
            _ = try await rina.act(
                file, ReportToPolice.name, [("unit", "Unit PPA Polresta Barelang"), ("number", "LP/B/1/XI/2026")])

            // The hospital, with the client's word.
            let hospital = try #require(world.desk.law(in: 1).office.directory.first).id.description
            _ = try await rina.act(
                file, RecordConsent.name,
                [
                    ("client", client), ("purpose", "sharing"), ("partner", hospital), ("parts", "identity"),
                    ("parts", "health"), ("decision", "given"), ("giver", "safe-adult"), ("limits", "yes"),
                ])
            let referred = try await rina.act(
                file, ReferClient.name,
                [
                    ("client", client), ("partner", hospital), ("service", "KES"), ("parts", "identity"),
                    ("parts", "health"), ("basis", "consent"), ("reason", "Visum et repertum."),
                ])
            #expect(referred.contains(say("status.DIRUJUK")))
            let referral = try #require(try await world.file(file).referrals.first).id.description
            _ = try await rina.act(
                file, AnswerReferral.name,
                [("referral", referral), ("answer", "accepted"), ("appointment", "2026-11-25T09:00")])
            _ = try await rina.act(
                file, RecordReferralOutcome.name, [("referral", referral), ("outcome", "served")])

            // Assessment, plan, approval, service.
            let form = Path.filling(CaseFile.kind, file.value, RecordAssessment.name, choice: "risk").description
            let sheet = try #require(world.desk.instruments.current.first { $0.id == "risk" })
            let answers = sheet.items.map { item in
                ("sheet.\(sheet.tag)-\(item.id)", item.answers?.last?.id ?? "no")
            }
            try await rina.fill(form, answers + [("client", client), ("risk", "high")])
            _ = try await rina.act(
                file, AgreePlan.name,
                [
                    ("goals.0.aim", "Tinggal di tempat aman"), ("goals.0.steps.0.what", "Tinggal bersama bibi"),
                    ("goals.0.steps.0.who", "family"), ("goals.0.steps.1.what", "Konseling"),
                    ("goals.0.steps.1.who", "office"), ("agreement", "child-and-adult"), ("review", "2026-12-08"),
                ])
            let hasan = try await person("hasan", language, site)
            _ = try await hasan.act(file, DecidePlan.name, [("decision", "granted")])
            for step in try #require(try await world.file(file).plan).steps {
                _ = try await rina.act(
                    file, FinishStep.name, [("step", step.id.description), ("outcome", "done")])
            }
            _ = try await rina.act(
                file, GiveService.name,
                [("client", client), ("service", "RHS"), ("note", "Sesi pertama."), ("next", "2026-11-26T10:00")])

            // Closure is refused while it is not finished, then asked for and decided.
            world.clock.advance(3 * 86_400)
            let again = try await person("rina", language, site)
            _ = try await again.act(
                file, RecordFollowUp.name, [("way", "visit"), ("safe", "yes"), ("note", "Sudah sekolah lagi.")])
            _ = try await again.act(
                file, ReviewCase.name, [("findings", "Tujuan tercapai."), ("decision", "close")])
            let asked = try await again.act(
                file, RequestClosure.name,
                [("reason", "goals-met"), ("summary", "Aman bersama bibi."), ("feedback", "satisfied")])
            #expect(asked.contains(say("status.REVIEW")))
            let head = try await person("hasan", language, site)
            _ = try await head.act(file, DecideClosure.name, [("decision", "granted")])
            let closed = try await again.browser.get(Path.record(file).description).text
            #expect(closed.contains(say("status.TERMINASI")) && closed.contains(say("case.closed")))
            #expect(closed.contains(say("reopen-case.title")) && !closed.contains("/record-note"))
            #expect(try await world.file(file).status == .closed)
            #expect(try await world.workspace.verify() == [])
        }
    }
}
