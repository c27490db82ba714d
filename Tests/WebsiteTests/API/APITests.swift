import Casework
import Desk
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Website

/// What programs can do.
@Suite struct APITests {
    private static func triage(_ manager: Worker) -> String {
        """
        {"answers": {"reachable": "yes", "threat": "no", "injured": "no", "risk": "high", "forms": ["SEK"],
            "authority": "city", "decision": "new-case", "manager": "\(manager.id)"}}
        """
    }

    @Test func aComplaintBecomesACaseThatIsWorkedOn() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let rina = try await Program(site, site.world.rina, [.takeComplaints, .manageCases])
            let complaint = try await dewi.receive()
            let inbox = try await dewi.get("complaints").json
            #expect(inbox["total"] as? Int == 1)
            let triaged = try await dewi.post("complaints/\(complaint)/triage-complaint", Self.triage(site.world.rina))
            #expect(triaged.status == 200 && triaged.headers["Etag"] == "\"2\"")
            let state = try await dewi.get("complaints/\(complaint)").json["state"] as? [String: Any]
            let file = try #require(state?["case"] as? String)

            let page = try await rina.get("cases/\(file)")
            #expect(page.headers["Etag"] == "\"1\"")
            let record = page.json
            let people = try #require((record["state"] as? [String: Any])?["people"] as? [[String: Any]])
            let client = try #require(people.first { $0["role"] as? String == "client" })
            #expect(client["name"] as? String == "Melati")
            #expect((record["actions"] as? [String])?.contains("record-consent") == true)
            let note = try await rina.post("cases/\(file)/record-note", #"{"answers": {"note": "Menelepon ibu."}}"#)
            #expect(note.status == 200)
            let same = try await rina.get("cases/\(file)", headers: ["If-None-Match": "\"2\""])
            #expect(same.status == 304 && same.body.isEmpty)
            let dues = try await rina.get("dues").json["rows"] as? [[String: Any]]
            #expect(dues?.contains { $0["rule"] as? String == "R-TPKS-02" } == true)
            let found = try await rina.post("search", #"{"text": "meylati"}"#).json["rows"] as? [[String: Any]]
            #expect(found?.contains { $0["id"] as? String == file } == true)
            let again = try await dewi.post(
                "complaints/receive-complaint",
                #"{"answers": {"channel": "S1T", "what": "Tante.", "affected": [{"who": "Meylati"}]}}"#)
            let second = try #require(again.json["record"] as? String)
            let alike = try await dewi.post("alike", #"{"complaint": "\#(second)"}"#).json
            let row = try #require((alike["rows"] as? [[String: Any]])?.first)
            #expect(row["clues"] as? [String] == ["name"] && row["title"] == nil)
        }
    }

    @Test func anEntryIsCorrectedAndWithdrawn() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let id = try await dewi.receive()
            try await dewi.post("complaints/\(id)/record-callback", #"{"answers": {"outcome": "no-answer"}}"#)
            let history = try await dewi.get("complaints/\(id)").json["history"] as? [[String: Any]]
            let entry = try #require(history?.last?["entry"] as? String)
            let path = "complaints/\(id)/entries/\(entry)"
            let without = try await dewi.post(
                "\(path)/correct-entry", #"{"answers": {"outcome": "answered"}}"#, headers: ["Accept-Language": "id"])
            #expect(without.status == 422 && without.text.contains("Tulis mengapa diperbaiki."))
            let wrong = try await dewi.post(
                "\(path)/correct-entry", #"{"answers": {"outcome": "x", "correction-reason": "x"}}"#)
            #expect(wrong.status == 422 && !wrong.text.contains("correct-entry"))
            let corrected = try await dewi.post(
                "\(path)/correct-entry", #"{"answers": {"outcome": "answered", "correction-reason": "Salah."}}"#)
            #expect(corrected.status == 200)
            let withdrawn = try await dewi.post("\(path)/withdraw-entry", #"{"answers": {"reason": "Salah berkas."}}"#)
            #expect(withdrawn.status == 200)
            let told = try await dewi.get("complaints/\(id)").text
            #expect(told.contains(#""before":[{"answers":{"outcome":"no-answer"}"#) && told.contains("Salah berkas."))
        }
    }

    /// A program learns from an entry what may be done to it, as a reader does from the links beside it.
    @Test func anEntryTellsHowItMayBeMended() async throws {
        try await TestSite.run { site in
            let world = site.world
            let dewi = try await Program(site, world.dewi, [.takeComplaints])
            let id = try await dewi.receive()
            try await dewi.post("complaints/\(id)/record-callback", #"{"answers": {"outcome": "no-answer"}}"#)
            let entries = { (program: Program) in
                try #require(try await program.get("complaints/\(id)").json["history"] as? [[String: Any]])
            }
            let mine = try await entries(dewi)
            #expect(mine.map { $0["may"] as? [String] } == [["correct-entry"], ["correct-entry", "withdraw-entry"]])
            let reader = try await Program(site, world.dewi, [.takeComplaints], mayPerform: false)
            #expect(try await entries(reader).allSatisfy { $0["may"] == nil })

            world.clock.advance(25 * 3600)
            let entry = try #require(mine.last?["entry"] as? String)
            let proposed = try await dewi.post(
                "complaints/\(id)/entries/\(entry)/withdraw-entry", #"{"answers": {"reason": "Salah berkas."}}"#)
            #expect(proposed.json["approval"] as? String == "asked")
            let proposal = try #require(proposed.json["entry"] as? String)
            let hasan = try await Program(site, world.hasan, [.takeComplaints, .approve])
            let asked = try await entries(hasan).first { $0["entry"] as? String == proposal }
            #expect(asked?["may"] as? [String] == ["decide-mending"])
            let decided = try await hasan.post(
                "complaints/\(id)/entries/\(proposal)/decide-mending",
                #"{"answers": {"decision": "granted", "reason": "Benar."}}"#)
            #expect(decided.status == 200)
        }
    }

    @Test func whatMayBeWaivedAndWhatIsAskedForIsTold() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            let rina = try await Program(site, world.rina, [.manageCases])
            let state = { try #require(try await rina.get("cases/\(file)").json["state"] as? [String: Any]) }
            let before = try await state()
            #expect(
                before["waivable"] as? [String] == ["R-STD-01", "R-TPKS-02"]
                    && (before["waivers"] as? [Any])?.isEmpty == true)

            let reason = "Sudah dilaporkan keluarga."
            let asked = try await rina.post(
                "cases/\(file)/request-waiver", #"{"answers": {"rule": "R-TPKS-02", "reason": "\#(reason)"}}"#)
            #expect(asked.status == 200)
            let waiting = try await state()
            let waiver = try #require((waiting["waivers"] as? [[String: Any]])?.first)
            #expect(waiver["rule"] as? String == "R-TPKS-02" && waiver["reason"] as? String == reason)
            #expect((waiver["by"] as? [String: Any])?["id"] as? String == "\(world.rina.id)")
            #expect(waiting["waivable"] as? [String] == ["R-STD-01"])

            let closing = try await rina.post(
                "cases/\(file)/request-closure",
                #"{"answers": {"reason": "goals-met", "summary": "Aman.", "feedback": "satisfied"}}"#)
            #expect(closing.status == 409 && closing.json["remedy"] as? String == "\(ReportToPolice.name)")

            let granted = DecideWaiver(.reportToPolice, .granted, because: "Setuju.")
            try await world.act(granted, on: file, by: world.hasan)
            let after = try await state()
            #expect(after["waivable"] as? [String] == ["R-STD-01"] && (after["waivers"] as? [Any])?.isEmpty == true)
        }
    }

    /// Whoever changes the directory by program reads all of it first, or would lose what they don't send.
    @Test func theOfficeIsReadBackWhole() async throws {
        try await TestSite.run { site in
            let partner = try await site.world.openOffice().partner
            let id = Office.id(in: 1)
            let details = PartnerDetails(
                "RSUD", .hospital, services: [.health], phone: "+627781234", contact: "Ibu Ratna",
                answersWithin: Count(2))
            try await site.world.desk.perform(ChangePartner(partner, to: details), on: id, by: site.world.yohana)
            let yohana = try await Program(site, site.world.yohana, [.administer])
            let state = try #require(try await yohana.get("offices/\(id)").json["state"] as? [String: Any])
            let partners = try #require(state["partners"] as? [[String: Any]])
            let told = try #require(partners.first { $0["id"] as? String == "\(partner)" })
            #expect(told["phone"] as? String == "+627781234" && told["contact"] as? String == "Ibu Ratna")
            #expect(told["answersWithin"] as? Int == 2 && told["services"] as? [String] == ["KES"])
            let holidays = try #require(state["holidays"] as? [[String: Any]])
            #expect(!holidays.isEmpty && holidays.allSatisfy { $0["source"] is String && $0["kind"] is String })
        }
    }

    @Test func sentTwiceItIsDoneOnce() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let key = ["Idempotency-Key": "\(UUID())"]
            let path = "complaints/receive-complaint"
            let first = try await dewi.post(path, Program.school, headers: key)
            let second = try await dewi.post(path, Program.school, headers: key)
            #expect(first.status == 201 && first.body == second.body)
            let other = #"{"answers": {"channel": "S1T", "what": "Lain."}}"#
            #expect(try await dewi.post(path, other, headers: key).status == 409)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 1)
            #expect(try await dewi.post(path, other, headers: ["Idempotency-Key": "x"]).status == 400)
        }
    }

    @Test func whoSawAnOlderVersionIsTold() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let hasan = try await Program(site, site.world.hasan, [.takeComplaints])
            let id = try await dewi.receive()
            let contact = { (how: String, seen: Int) in
                #"{"answers": {"safeContact": "\#(how)"}, "seen": \#(seen)}"#
            }
            let path = "complaints/\(id)/set-safe-contact"
            #expect(try await hasan.post(path, contact("Lewat ibu.", 1)).status == 200)
            let conflict = try await dewi.post(path, contact("Lewat guru.", 1))
            #expect(conflict.status == 409 && conflict.headers["Content-Type"] == "application/problem+json")
            #expect(conflict.text.contains("Lewat ibu.") && conflict.text.contains("Lewat guru."))
            #expect(conflict.json["version"] as? Int == 2 && conflict.json["reason"] == nil)
            // Another topic is no conflict, unless the program insists on the version.
            let call = #"{"answers": {"outcome": "answered"}, "seen": 1}"#
            let stale = ["If-Match": "\"1\""]
            #expect(try await dewi.post("complaints/\(id)/record-callback", call, headers: stale).status == 412)
            #expect(try await dewi.post("complaints/\(id)/record-callback", call).status == 200)
            #expect(try await dewi.post(path, contact("Lewat guru.", 3)).status == 200)
            #expect(try await dewi.post(path, contact("x", 4), headers: ["If-Match": "4"]).status == 400)
        }
    }

    @Test func whoComesTooLateIsToldBothSidesAndWhyItIsTooLate() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let hasan = try await Program(site, site.world.hasan, [.takeComplaints])
            let id = try await dewi.receive()
            let triage = { (note: String) in
                #"""
                {"answers": {"reachable": "no", "threat": "no", "injured": "no", "risk": "low", "authority": "city",
                    "decision": "passed-on", "elsewhere": "Tanjungpinang", "note": "\#(note)"},
                    "seen": 1, "ticked": ["danger-passed-on"]}
                """#
            }
            let path = "complaints/\(id)/triage-complaint"
            #expect(try await hasan.post(path, triage("Sudah diberi tahu haknya.")).status == 200)
            let late = try await dewi.post(path, triage("Cukup nasihat."))
            #expect(late.status == 409 && late.json["type"] as? String == "urn:lindung:problem:conflict")
            #expect(late.json["reason"] as? String == "already-triaged")
            #expect(late.text.contains("Sudah diberi tahu haknya.") && late.text.contains("Cukup nasihat."))
        }
    }

    @Test(arguments: [
        ("id", "Tulis"), ("en-GB,en;q=0.8", "Write"), ("en;q=0.3, id;q=0.9", "Tulis"), ("id;q=0, en;q=0.1", "Write"),
        ("ms, *;q=0.5", "Tulis"), ("enx", "Tulis"),
    ])
    func everyFaultIsToldAtOnceInTheReadersLanguage(language: String, word: String) async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let faulty = """
                {"answers": {"channel": "?", "phone": "12", "day": "31/2/2026", "stranger": "x",
                    "affected": [{"age": 200}]}}
                """
            let problem = try await dewi.post(
                "complaints/receive-complaint", faulty, headers: ["Accept-Language": language])
            #expect(problem.status == 422)
            let errors = try #require(problem.json["errors"] as? [[String: String]])
            #expect(
                errors.map { $0["field"] } == [
                    "channel", "what", "phone", "affected.0.who", "affected.0.age", "day", "stranger",
                ])
            #expect(errors.allSatisfy { $0["detail"]?.isEmpty == false && $0["detail"]?.contains("{") == false })
            #expect(errors[1]["detail"]?.hasPrefix(word) == true)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)
        }
    }

    @Test func aCautionIsTickedToGoOn() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            _ = try await dewi.receive()
            let cautioned = try await dewi.post("complaints/receive-complaint", Program.school)
            #expect(cautioned.status == 422)
            let cautions = try #require(cautioned.json["cautions"] as? [[String: String]])
            let mark = try #require(cautions.first?["mark"])
            let ticked = String(Program.school.dropLast(1)) + #", "ticked": ["\#(mark)"]}"#
            #expect(try await dewi.post("complaints/receive-complaint", ticked).status == 201)
        }
    }
    @Test func whoDecidesReadsWhatTheyDecide() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(RecordNote(note: "Salah."), on: file)
            world.clock.advance(25 * 3600)
            let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
            let correction = try CorrectEntry<CaseFile>(entry, to: RecordNote(note: "Benar."), because: "Salah tulis.")
            try await world.act(correction, on: file)
            let hasan = try await Program(site, world.hasan, [.approve])
            let last = try #require((try await hasan.get("cases/\(file)").json["history"] as? [[String: Any]])?.last)
            let told = try #require(last["answers"] as? [String: Any])
            #expect(last["approval"] as? String == "asked")
            #expect(last["mends"] as? String == entry.value.uuidString.lowercased())
            #expect((told["answers"] as? [String: String])?["note"] == "Benar.")
            #expect(told["correction-reason"] as? String == "Salah tulis.")
        }
    }
    @Test func figuresAreForWhoMaySeeThem() async throws {
        try await TestSite.run { site in
            let hasan = try await Program(site, site.world.hasan, [.approve])
            #expect(try await hasan.get("reports/violence/2026").json["victims"] as? Int == 0)
            let rina = try await Program(site, site.world.rina, [.manageCases])
            for path in ["violence/2026", "months/2026-Q4", "all/2026"] {
                #expect(try await rina.get("reports/\(path)").status == 403)
            }
            for path in ["violence/26", "nonsense/2026", "all/2026-13", "all"] {
                #expect(try await hasan.get("reports/\(path)").status == 404)
            }
        }
    }

    @Test func theOfficialReportIsToldWholeOrTableByTable() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            try await site.world.act(
                GiveService(.health, to: try #require(try await site.world.file(file).client).id, note: "Visum."),
                on: file)
            let hasan = try await Program(site, site.world.hasan, [.approve])
            let table = try await hasan.get("reports/violence/2026").json
            #expect(table["unit"] as? String == "victim" && table["basis"] as? String == "complaint")
            #expect(table["year"] as? Int == 2026 && table["victims"] as? Int == 1 && table["cases"] as? Int == 1)
            let sexual = (table["rows"] as? [[String: Any]])?.first { $0["code"] as? String == "SEK" }
            #expect(
                sexual?["female"] as? Int == 1 && sexual?["sexUnknown"] as? Int == 0 && sexual?["child"] as? Int == 1)

            let whole = try await hasan.get("reports/all/2026-11").json
            #expect(whole["from"] as? String == "2026-11-01" && whole["until"] as? String == "2026-11-30")
            let tables = try #require(whole["tables"] as? [[String: Any]])
            #expect(Set(tables.compactMap { $0["number"] as? Int }) == Set(1...13))
            let services = try #require(tables.first { $0["table"] as? String == "services" })
            #expect(services["counted"] as? Int == 1 && services["victims"] == nil && services["year"] == nil)
            #expect(try await hasan.get("reports/all/2026-10").text.contains(#""counted":1"#) == false)
        }
    }

    @Test func whatIsPublishedIsToldWithItsMarks() async throws {
        try await TestSite.run { site in
            _ = try await site.world.openCase()
            let hasan = try await Program(site, site.world.hasan, [.approve])
            let whole = try await hasan.get("reports/public/all/2025").json
            #expect((whole["asOf"] as? String)?.hasPrefix("2026-11") == true)
            let tables = try #require(whole["tables"] as? [[String: Any]])
            #expect(
                tables.compactMap { $0["table"] as? String } == TableName.allCases.filter(\.isPublic).map(\.rawValue))
            let table = try await hasan.get("reports/public/violence/2025").json
            #expect(table["counted"] as? Int == 0 && (table["rows"] as? [[String: Any]])?.first?["total"] as? Int == 0)

            let running = try await hasan.get("reports/public/all/2026")
            #expect(running.status == 409 && (running.json["type"] as? String)?.hasSuffix("refused") == true)
            for path in ["services/2025", "all/2025-Q1", "violence/2025-05", "all"] {
                #expect(try await hasan.get("reports/public/\(path)").status == 404, "\(path)")
            }
            let rina = try await Program(site, site.world.rina, [.manageCases])
            for path in ["all/2025", "violence/2025"] {
                #expect(try await rina.get("reports/public/\(path)").status == 403)
            }
        }
    }
}
