import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What programs can do, and what they can't.
@Suite struct APITests {
    private static let school = """
        {"answers": {"channel": "S1T", "what": "Siswi bercerita kepada guru.", "danger": "yes",
            "affected": [{"who": "Melati", "sex": "P", "age": 14}], "phone": "0812 3456 7890"}}
        """

    private static func triage(_ manager: Worker) -> String {
        """
        {"answers": {"reachable": "yes", "threat": "no", "injured": "no", "risk": "high", "forms": ["SEK"],
            "authority": "city", "decision": "new-case", "manager": "\(manager.id)"}}
        """
    }

    private func receive(_ program: Program) async throws -> String {
        let done = try await program.post("complaints/receive-complaint", Self.school)
        #expect(done.status == 201, "\(done.text)")
        return try #require(done.json["record"] as? String)
    }

    @Test func aComplaintBecomesACaseThatIsWorkedOn() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let rina = try await Program(site, site.world.rina, [.takeComplaints, .manageCases])
            let complaint = try await receive(dewi)
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
            let id = try await receive(dewi)
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

    @Test func sentTwiceItIsDoneOnce() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let key = ["Idempotency-Key": "\(UUID())"]
            let path = "complaints/receive-complaint"
            let first = try await dewi.post(path, Self.school, headers: key)
            let second = try await dewi.post(path, Self.school, headers: key)
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
            let id = try await receive(dewi)
            let contact = { (how: String, seen: Int) in
                #"{"answers": {"safeContact": "\#(how)"}, "seen": \#(seen)}"#
            }
            let path = "complaints/\(id)/set-safe-contact"
            #expect(try await hasan.post(path, contact("Lewat ibu.", 1)).status == 200)
            let conflict = try await dewi.post(path, contact("Lewat guru.", 1))
            #expect(conflict.status == 409 && conflict.headers["Content-Type"] == "application/problem+json")
            #expect(conflict.text.contains("Lewat ibu.") && conflict.text.contains("Lewat guru."))
            #expect(conflict.json["version"] as? Int == 2)
            // Another topic is no conflict, unless the program insists on the version.
            let call = #"{"answers": {"outcome": "answered"}, "seen": 1}"#
            let stale = ["If-Match": "\"1\""]
            #expect(try await dewi.post("complaints/\(id)/record-callback", call, headers: stale).status == 412)
            #expect(try await dewi.post("complaints/\(id)/record-callback", call).status == 200)
            #expect(try await dewi.post(path, contact("Lewat guru.", 3)).status == 200)
            #expect(try await dewi.post(path, contact("x", 4), headers: ["If-Match": "4"]).status == 400)
        }
    }

    @Test(arguments: [("id", "Isi"), ("en-GB,en;q=0.8", "Fill in")])
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
                    "channel", "what", "affected.0.who", "affected.0.age", "day", "phone", "stranger",
                ])
            #expect(errors.allSatisfy { $0["detail"]?.isEmpty == false && $0["detail"]?.contains("{") == false })
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)
        }
    }

    @Test func aCautionIsTickedToGoOn() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            _ = try await receive(dewi)
            let cautioned = try await dewi.post("complaints/receive-complaint", Self.school)
            #expect(cautioned.status == 422)
            let cautions = try #require(cautioned.json["cautions"] as? [[String: String]])
            let mark = try #require(cautions.first?["mark"])
            let ticked = String(Self.school.dropLast(1)) + #", "ticked": ["\#(mark)"]}"#
            #expect(try await dewi.post("complaints/receive-complaint", ticked).status == 201)
        }
    }

    @Test func strangersAndWhoMayOnlyReadAreRefused() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let reader = try await Program(site, site.world.dewi, [.takeComplaints], mayPerform: false)
            let id = try await receive(dewi)
            #expect(try await reader.get("complaints/\(id)").status == 200)
            #expect(try await reader.post("complaints/receive-complaint", Self.school).status == 403)

            // A browser's session lets no program in, and a token opens no page.
            let browser = try await site.browser(signedInAs: "dewi")
            let page = try await browser.get("/api/v1/complaints")
            #expect(page.status == 401 && page.headers["WWW-Authenticate"] == "Bearer")
            let bare = try await site.browser().send(
                "GET", "/kerja/complaints", headers: ["Authorization": "Bearer \(dewi.token)"])
            #expect(bare.status == 303)

            let administrator = try await Program(site, site.world.yohana, [.administer])
            let other = try await Program(site, site.world.other, [.takeComplaints])
            let nonsense = try await dewi.get("complaints/\(UUID())")
            for program in [administrator, other] {
                let foreign = try await program.get("complaints/\(id)")
                #expect(foreign.status == 404 && foreign.body == nonsense.body)
                let call = try await program.post(
                    "complaints/\(id)/record-callback", #"{"answers": {"outcome": "answered"}}"#)
                #expect(call.status == 404 && call.body == nonsense.body)
            }
            try await site.world.accounts.revokeToken(
                try #require(try await site.world.accounts.tokens(of: site.world.yohana).first).id,
                of: site.world.yohana)
            #expect(try await administrator.get("me").status == 401)
        }
    }

    @Test func whatIsNoCallIsAProblemAndNoPage() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let id = try await receive(dewi)
            for path in ["nonsense", "complaints/1", "complaints/\(id)/nonsense", "cases/open-case"] {
                let page = try await dewi.get(path)
                #expect(page.status == 404 && page.headers["Content-Type"] == "application/problem+json", "\(path)")
            }
            let wrong = try await dewi.post("complaints", "{}")
            #expect(wrong.status == 405 && wrong.headers["Allow"] == "GET")
            let calls = "complaints/receive-complaint"
            #expect(try await dewi.get(calls).status == 405)
            for body in ["", "[]", "{", "1", #"{"what": "x"}"#, #"{"answers": {}, "seen": "x"}"#] {
                let expected = body.isEmpty ? 422 : 400
                #expect(try await dewi.post(calls, body).status == expected, "\(body)")
            }
            let text = ["Content-Type": "text/plain"]
            #expect(try await dewi.post(calls, Self.school, headers: text).status == 415)
            #expect(try await dewi.post(calls, String(repeating: " ", count: 1 << 21)).status == 413)
            for query in ["cursor=x", "limit=0", "limit=101", "limit=x", "other=1"] {
                #expect(try await dewi.get("complaints?\(query)").status == 400, "\(query)")
            }
        }
    }

    @Test func aListIsToldPageByPage() async throws {
        try await TestSite.run { site in
            for number in 0..<7 {
                try await site.world.receive(
                    ReceiveComplaint(
                        channel: .direct, what: LongText("Laporan \(number)."), danger: number < 3 ? .yes : .no))
                site.world.clock.advance(number == 4 ? 0 : 60)
            }
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let whole = try await Self.ids(dewi.get("complaints?limit=100"))
            var paged: [String] = []
            var query = "complaints?limit=2"
            for _ in 0..<4 {
                let page = try await dewi.get(query)
                #expect(page.json["total"] as? Int == 7)
                paged += Self.ids(page)
                guard let next = page.json["next"] as? String else { break }
                query = "complaints?limit=2&cursor=\(next)"
            }
            #expect(whole.count == 7 && paged == whole)
            // A page before which something came in tells no row twice.
            let found = try await dewi.post("search?limit=3", #"{"text": "laporan"}"#)
            #expect(Self.ids(found).count == 3 && found.json["next"] != nil)
        }
    }

    /// Who is found by name comes first and once, and the total is what the pages tell together.
    @Test func aSearchTellsNothingTwice() async throws {
        try await TestSite.run { site in
            for number in 0..<5 {
                try await site.world.receive(
                    ReceiveComplaint(
                        channel: .direct, what: LongText("Tentang Melati, \(number)."),
                        affected: [Affected(number < 2 ? "Melati" : "Bunga")]))
            }
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            var (told, path): ([String], String?) = ([], "search?limit=1")
            for _ in 0..<9 {
                guard let next = path else { break }
                let page = try await dewi.post(next, #"{"text": "Melati"}"#)
                #expect(page.json["total"] as? Int == 5)
                told += Self.ids(page)
                path = (page.json["next"] as? String).map { "search?limit=1&cursor=\($0)" }
            }
            #expect(told.count == 5 && Set(told).count == 5)
        }
    }

    /// What no list of ours gave, and what is too much, is answered and stops nothing.
    @Test func noNumberAndNoLengthStopsTheServer() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let id = try await receive(dewi)
            for number in ["\(Int.max)", "\(Int.min)", "0", "99999999999999999999"] {
                for cursor in ["0_\(number)_\(id)", "\(number)_0_\(id)"] {
                    let status = try await dewi.get("complaints?cursor=\(cursor)").status
                    #expect(status == 200 || status == 400, "\(cursor)")
                }
            }
            let long = String(repeating: "Melati ", count: 100)
            #expect(try await dewi.post("search", #"{"text": "\#(long)"}"#).status == 400)
            for body in [#"{"people": [{"name": "x"}]}"#, #"{"complaint": "x"}"#, "{}"] {
                #expect(try await dewi.post("alike", body).status == 400)
            }
            #expect(try await dewi.post("alike", #"{"complaint": "\#(UUID())"}"#).status == 404)
            #expect(try await dewi.get("complaints").status == 200)
        }
    }

    /// A script's token must not become a worker.
    @Test func noTokenMakesWhoSignsIn() async throws {
        try await TestSite.run { site in
            try await site.world.openOffice()
            let yohana = try await Program(site, site.world.yohana, [.administer])
            let office = "offices/\(Office.id(in: 1))"
            let secret = #"{"answers": {"worker": "\#(site.world.hasan.id)"}}"#
            #expect(try await yohana.post("\(office)/issue-secret", secret).status == 404)
            let added = #"{"answers": {"handle": "x", "who": "X", "posts": ["head"]}}"#
            #expect(try await yohana.post("\(office)/add-worker", added).status == 404)
            let holiday = #"{"answers": {"day": "2027-01-01", "kind": "national", "source": "SKB 2027"}}"#
            #expect(try await yohana.post("\(office)/declare-holiday", holiday).status != 404)
        }
    }

    @Test func nobodyElsesKeyIsARecords() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            for id in ["\(site.world.dewi.id)", "\(site.world.rina.id)", "6c616e65-0000-0000-0000-000000000001"] {
                let body = #"{"answers": {"channel": "S1T", "what": "x"}, "record": "\#(id)"}"#
                #expect(try await dewi.post("complaints/receive-complaint", body).status == 409, "\(id)")
            }
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

    private static func ids(_ page: Browser.Page) -> [String] {
        (page.json["rows"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }

    @Test func anIdentityNumberIsMaskedUntilItIsAskedFor() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.desk.perform(
                AddPerson("Ibu", .family, nik: "2171015405800001"), on: file, by: world.rina)
            let rina = try await Program(site, world.rina, [.manageCases])
            let page = try await rina.get("cases/\(file)")
            #expect(!page.text.contains("2171015405800001") && page.text.contains("2171********0001"))
            let people = try #require((page.json["state"] as? [String: Any])?["people"] as? [[String: Any]])
            let mother = try #require(people.last?["id"] as? String)
            let revealed = try await rina.post("cases/\(file)/people/\(mother)/nik", "")
            #expect(revealed.status == 200 && revealed.json["nik"] as? String == "2171015405800001")
        }
    }

    /// A correction shows it as masked as everything else, and what comes back masked stays as it was.
    @Test func aCorrectionNeitherShowsNorLosesAnIdentityNumber() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.desk.perform(
                AddPerson("Ibu", .family, nik: "2171015405800001"), on: file, by: world.rina)
            let entry = try #require(try await world.desk.open(CaseFile.self, file, by: world.rina).history.last).id
            let path = Path.mending(CaseFile.kind, file.value, entry: entry.value, "correct-entry").description
            let rina = try await site.browser(signedInAs: "rina")
            let form = try await rina.get(path)
            #expect(!form.text.contains("2171015405800001") && form.text.contains("2171********0001"))
            let answers = ["who": "Ibu Nur", "role": "family", "nik": "2171********0001", "correction-reason": "Nama."]
            #expect(try await rina.post(path, answers, from: form).status == 303)
            let people = try await world.desk.open(CaseFile.self, file, by: world.rina).record.people
            #expect(people.last?.name == "Ibu Nur" && people.last?.nik == "2171015405800001")
        }
    }

    @Test func figuresAreForWhoMaySeeThem() async throws {
        try await TestSite.run { site in
            let hasan = try await Program(site, site.world.hasan, [.approve])
            #expect(try await hasan.get("reports/violence/2026").json["victims"] as? Int == 0)
            let rina = try await Program(site, site.world.rina, [.manageCases])
            #expect(try await rina.get("reports/violence/2026").status == 403)
        }
    }

    /// Whatever can be done to a record stands in the description, with what it asks.
    @Test func everyActionIsDescribed() async throws {
        try await TestSite.run { site in
            let document = try await site.browser().get("/api/v1/openapi.json").json
            let paths = try #require(document["paths"] as? [String: Any])
            let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
            for type in Records.all { try Self.expectDescribed(type, paths, schemas) }
        }
    }

    private static func expectDescribed<R: Record>(
        _ type: R.Type, _ paths: [String: Any], _ schemas: [String: Any]
    ) throws {
        for action in R.actions.all where action.hasForm || action is CorrectEntry<R>.Type {
            let isDescribed = paths.keys.contains {
                $0.hasPrefix("/api/v1/\(R.kind)/") && $0.hasSuffix("/\(action.name)")
            }
            #expect(isDescribed, "\(R.kind) \(action.name)")
            let schema = try #require(schemas["\(R.kind).\(action.name)"] as? [String: Any])
            guard action.hasForm, !(action is any SheetAction.Type) else { continue }
            let asked = try FormReader.fields(of: action).filter { $0.kind != .entry }.map(\.name)
            #expect(Set(try #require(schema["properties"] as? [String: Any]).keys) == Set(asked))
        }
    }
}
