import Casework
import Foundation
import Storage
import TestSupport
import Testing

@testable import Desk
@testable import Website

/// What programs can't do.
@Suite struct APIRefusalTests {
    @Test func strangersAndWhoMayOnlyReadAreRefused() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let reader = try await Program(site, site.world.dewi, [.takeComplaints], mayPerform: false)
            let id = try await dewi.receive()
            #expect(try await reader.get("complaints/\(id)").status == 200)
            let looks = try site.world.workspace.store.heads(of: .looks)[1]?.number ?? 0
            #expect(try await reader.post("complaints/receive-complaint", Program.school).status == 403)
            #expect(try await reader.post("complaints/\(id)/record-callback", "{}").status == 403)
            #expect(try site.world.workspace.store.heads(of: .looks)[1]?.number == looks + 2)

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
                try #require(try site.world.accounts.tokens(of: site.world.yohana).first).id,
                of: site.world.yohana)
            #expect(try await administrator.get("me").status == 401)
        }
    }

    /// A hotline's program has no business in the files of whoever let it in.
    @Test func aTokenReadsWithinItsDutiesToo() async throws {
        try await TestSite.run { site in
            let world = site.world
            let (_, file) = try await world.openCase()
            try await world.act(AddPerson("Ibu", .family, nik: "2171015405800001"), on: file)
            let mother = try #require(try await world.file(file).people.last).id
            let whole = try await Program(site, world.rina, [.takeComplaints, .manageCases])
            let hotline = try await Program(site, world.rina, [.takeComplaints])
            let nik = "cases/\(file)/people/\(mother)/nik"
            #expect(try await whole.get("cases/\(file)").status == 200)
            #expect(try await whole.post(nik, "").text.contains("2171015405800001"))
            let nonsense = try await hotline.get("cases/\(UUID())")
            for refused in [try await hotline.get("cases/\(file)"), try await hotline.post(nik, "")] {
                #expect(refused.status == 404 && refused.body == nonsense.body)
            }
            let listed = try await hotline.get("cases/all")
            #expect(listed.status == 200 && listed.text.contains("\(file)"))
            let found = try await hotline.post("search", #"{"text": "melati"}"#)
            for answer in [listed, try await hotline.get("cases"), found] { #expect(!answer.text.contains("Melati")) }
        }
    }

    /// No page, no form and no button: a program has none.
    @Test(arguments: Language.allCases, Trouble.allCases)
    func programsAreToldInTheirTerms(language: Language, trouble: Trouble) throws {
        let problem = APIProblem(trouble, try #require(try Locales.load()[language]))
        for text in [problem.title, problem.detail ?? ""] {
            let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
            let pages: Set = ["halaman", "halamannya", "formulir", "formulirnya", "layar", "page", "form", "screen"]
            #expect(words.isDisjoint(with: pages) && !text.isEmpty)
        }
    }

    @Test func nothingIsOfferedThatTheTokenMayNot() async throws {
        try await TestSite.run { site in
            let world = site.world
            let dewi = try await Program(site, world.dewi, [.takeComplaints])
            let reader = try await Program(site, world.dewi, [.takeComplaints], mayPerform: false)
            let id = try await dewi.receive()
            let offered = { (program: Program, address: String) in
                try await program.get(address).json["actions"] as? [String] ?? []
            }
            #expect(try await offered(dewi, "complaints/\(id)").contains(RecordCallback.name.text))
            #expect(try await offered(reader, "complaints/\(id)").isEmpty)
            try await world.openOffice()
            let yohana = try await Program(site, world.yohana, [.administer])
            let ours = try await offered(yohana, "offices/\(Office.id(in: 1))")
            #expect(ours.contains(DeclareHoliday.name.text) && !ours.contains(AddWorker.name.text))
        }
    }

    /// Whoever calls too often is told when to come again; a colleague's program is answered meanwhile.
    @Test func aProgramThatGoesWildWaits() async throws {
        try await TestSite.run(callsPerMinute: 10) { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let again = try await Program(site, site.world.dewi, [.takeComplaints])
            let rina = try await Program(site, site.world.rina, [.manageCases])
            for _ in 1...10 { #expect(try await dewi.get("me").status == 200) }
            for program in [dewi, again] {
                let answer = try await program.post("complaints/receive-complaint", Program.school)
                #expect(answer.status == 429 && answer.headers["Retry-After"] == "6")
                #expect(answer.json["type"] as? String == "urn:lindung:problem:too-many-calls")
            }
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)
            #expect(try await rina.get("me").status == 200)
            site.world.clock.advance(6)
            #expect(try await dewi.get("me").status == 200)
            #expect(try await again.get("me").status == 429)
        }
    }

    @Test func aQuietTimeIsSpentAtOnceAndAWrongClockGivesNothing() {
        let budget = CallBudget(perMinute: 60)
        let worker = ID<Worker>()
        for _ in 1...60 { #expect(budget.spend(by: worker, at: World.now) == nil) }
        #expect(budget.spend(by: worker, at: World.now) == 1)
        #expect(budget.spend(by: worker, at: World.now - 3600) == 1)
        // However long it was quiet: a minute's.
        for _ in 1...60 { #expect(budget.spend(by: worker, at: World.now + 86_400) == nil) }
        #expect(budget.spend(by: worker, at: World.now + 86_400) == 1)
    }

    @Test func whatIsNoCallIsAProblemAndNoPage() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let id = try await dewi.receive()
            for path in ["nonsense", "complaints/1", "complaints/\(id)/nonsense", "cases/open-case"] {
                let page = try await dewi.get(path)
                #expect(page.status == 404 && page.headers["Content-Type"] == "application/problem+json", "\(path)")
            }
            let wrong = try await dewi.post("complaints", "{}")
            #expect(wrong.status == 405 && wrong.headers["Allow"] == "GET")
            let calls = "complaints/receive-complaint"
            #expect(try await dewi.get(calls).status == 405)
            for body in ["", "[]", "{", "1"] {
                let expected = body.isEmpty ? 422 : 400
                #expect(try await dewi.post(calls, body).status == expected, "\(body)")
            }
            let text = ["Content-Type": "text/plain"]
            #expect(try await dewi.post(calls, Program.school, headers: text).status == 415)
            #expect(try await dewi.post(calls, String(repeating: " ", count: 1 << 21)).status == 413)
            for query in ["cursor=x", "limit=0", "limit=101", "limit=x", "other=1"] {
                let page = try await dewi.get("complaints?\(query)")
                #expect(page.status == 400 && page.json["at"] as? String == query.prefix { $0 != "=" }.description)
            }
        }
    }

    /// What is of another type than the description says is not guessed at.
    @Test func aMemberThatIsNotAsDescribedIsNamed() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let bodies = [
                "seen": [#""x""#, #""1""#, "null", "[]", "-1", "1.5", "true"],
                "ticked": [#""x""#, "null", "[1]", "{}"],
                "record": [#""x""#, "null", "1"], "answers": ["null", "[]", #""x""#], "what": ["1"],
            ]
            for (member, values) in bodies {
                for value in values {
                    let answer = try await dewi.post("complaints/receive-complaint", #"{"\#(member)": \#(value)}"#)
                    #expect(
                        answer.status == 400 && answer.json["at"] as? String == member,
                        "\(member): \(value) \(answer.text)")
                }
            }
            let search = try await dewi.post("search", #"{"text": null}"#)
            #expect(search.status == 400 && search.json["at"] as? String == "text")
            let key = try await dewi.post(
                "complaints/receive-complaint", Program.school, headers: ["Idempotency-Key": "x"])
            #expect(key.status == 400 && key.json["at"] as? String == "Idempotency-Key")
            // Without one nothing is done either: opening, acting, mending.
            let id = try await site.world.receive()
            let entry =
                try #require(try await dewi.get("complaints/\(id)").json["history"] as? [[String: Any]])
                .first?["entry"] as? String
            let callback = #"{"answers": {"outcome": "no-answer"}}"#
            for (path, call) in [
                ("complaints/receive-complaint", Program.school), ("complaints/\(id)/record-callback", callback),
                ("complaints/\(id)/entries/\(try #require(entry))/withdraw-entry", #"{"answers": {"reason": "x"}}"#),
            ] {
                let answer = try await dewi.post(path, call, key: nil)
                #expect(answer.status == 400 && answer.json["at"] as? String == "Idempotency-Key")
                #expect(answer.json["type"] as? String == "urn:lindung:problem:no-key", "\(answer.text)")
                #expect(answer.headers["Content-Type"] == "application/problem+json")
            }
            #expect(try await dewi.get("complaints/\(id)").json["version"] as? Int == 1)
            try await site.world.desk.perform(VoidRecord<Complaint>(.test, because: "x"), on: id, by: site.world.dewi)
            #expect(try await site.world.desk.inboxCount(by: site.world.dewi) == 0)
        }
    }

    @Test func aPlaceInOneListIsNoneInAnother() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            for _ in 1...2 {
                let call = #"{"answers": {"channel": "S1T", "what": "Siswi bercerita."}}"#
                #expect(try await dewi.post("complaints/receive-complaint", call).status == 201)
            }
            let next = try #require(try await dewi.get("complaints?limit=1").json["next"] as? String)
            let page = try await dewi.get("complaints?cursor=\(next)")
            #expect(page.status == 200 && (page.json["rows"] as? [Any])?.count == 1)
            let elsewhere = try await dewi.get("cases/all?cursor=\(next)")
            #expect(elsewhere.status == 400 && elsewhere.json["at"] as? String == "cursor")
        }
    }

    /// What no list of ours gave, and what is too much, is answered and stops nothing.
    @Test func noNumberAndNoLengthStopsTheServer() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let id = try await dewi.receive()
            for number in ["\(Int.max)", "\(Int.min)", "0", "99999999999999999999"] {
                for cursor in ["inbox_0_\(number)_\(id)", "inbox_\(number)_0_\(id)"] {
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
            let refused = try await yohana.post("\(office)/issue-secret", secret, headers: ["Accept-Language": "en"])
            #expect(refused.status == 409 && refused.text.contains("not by a program."))
            let added = #"{"answers": {"handle": "x", "who": "X", "posts": ["head"]}}"#
            #expect(try await yohana.post("\(office)/add-worker", added).status == 409)
            #expect(try site.world.accounts.all().allSatisfy { $0.handle != "x" })
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
}
