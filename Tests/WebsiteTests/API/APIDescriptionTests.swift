import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// What the API says of itself.
@Suite struct APIDescriptionTests {
    /// Whatever can be done to a record stands in the description, with what it asks.
    @Test func everyActionIsDescribed() async throws {
        let document = try await Document.read()
        for type in Records.all { try Self.expectDescribed(type, document) }
    }

    private static func expectDescribed<R: Record>(_ type: R.Type, _ document: Document) throws {
        #expect(type is any Told.Type, "\(R.kind): what is its state?")
        for action in R.actions.all where action.hasForm || action is CorrectEntry<R>.Type {
            let path = document.paths.first {
                $0.key.hasPrefix("/api/v1/\(R.kind)/") && $0.key.hasSuffix("/\(action.name)")
            }
            let operation = try #require((path?.value as? [String: Any])?["post"] as? [String: Any], "\(action.name)")
            let description = operation["description"] as? String ?? ""
            #expect(description.contains("not-by-token") == action.isForPeople, "\(action.name)")
            let headers = operation["parameters"] as? [[String: Any]]
            let key = headers?.first { $0["name"] as? String == "Idempotency-Key" }
            #expect(key?["required"] as? Bool == true, "\(action.name)")
            let schema = try #require(document.schemas["\(R.kind).\(action.name)"] as? [String: Any])
            let told = try #require(document.schemas["\(R.kind).\(action.name).told"] as? [String: Any])
            guard action.hasForm, !(action is any SheetAction.Type) else { continue }
            let asked = try FormReader.fields(of: action).map(\.name)
            let sent = try FormReader.fields(of: action).filter { $0.kind != .entry }.map(\.name)
            #expect(Set(try #require(schema["properties"] as? [String: Any]).keys) == Set(sent))
            #expect(Set(try #require(told["properties"] as? [String: Any]).keys) == Set(asked))
            #expect(told["required"] == nil)
        }
    }

    @Test func everyNameThatItUsesIsThere() async throws {
        let document = try await Document.read()
        let refs = document.all("$ref").compactMap { $0 as? String }
        #expect(refs.count > 100)
        for ref in Set(refs) where ref.hasPrefix("#/components/schemas/") {
            let name = String(ref.dropFirst("#/components/schemas/".count))
            #expect(document.schemas[name] != nil, "\(name)")
        }
    }

    /// A program can show each code as people read it.
    @Test(arguments: Language.allCases)
    func everyCodeHasItsWords(language: Language) async throws {
        let document = try await Document.read(language)
        let lists = document.schemas.filter { $0.key.hasPrefix("codes.") }
        #expect(lists.count > 30)
        for (name, list) in lists {
            let codes = try #require((list as? [String: Any])?["oneOf"] as? [[String: String]])
            for code in codes {
                let (const, title) = (try #require(code["const"]), try #require(code["title"]))
                #expect(title != "\(name.dropFirst("codes.".count)).\(const)" && !title.isEmpty, "\(name)")
            }
        }
        let sexes = try #require((document.schemas["codes.sex"] as? [String: Any])?["oneOf"] as? [[String: String]])
        #expect(
            sexes == Sex.allCases.map { ["const": $0.rawValue, "title": document.words.code(Sex.list, $0.rawValue)] })
    }

    @Test func itIsEnglishUnlessIndonesianIsAskedFor() async throws {
        try await TestSite.run { site in
            let path = "/api/v1/openapi.json"
            let texts = try await [
                site.browser().get(path).text,
                site.browser().send("GET", path, headers: ["Accept-Language": "id"]).text,
            ]
            #expect(texts[0].contains(#""title":"Female""#) && !texts[0].contains(#""title":"Perempuan""#))
            #expect(texts[1].contains(#""title":"Perempuan""#) && !texts[1].contains(#""title":"Female""#))
        }
    }

    /// Each of the office's forms can be filled in from the document alone.
    @Test(arguments: [RecordAssessment.self, RecordScreening.self] as [any SheetAction.Type])
    func assessmentFormsSayWhatTheyAre(action: any SheetAction.Type) async throws {
        let document = try await Document.read()
        let schema = try #require(document.schemas["cases.\(action.name)"] as? [String: Any])
        let forms = try #require(schema["anyOf"] as? [[String: Any]])
        let current = document.instruments.current(for: action)
        #expect(forms.count == current.count && !forms.isEmpty)
        for (form, instrument) in zip(forms, current) {
            let sheet = try #require((form["properties"] as? [String: Any])?["sheet"] as? [String: Any])
            let asked = try #require((sheet["allOf"] as? [[String: Any]])?.first?["properties"] as? [String: Any])
            #expect((asked["instrument"] as? [String: Any])?["const"] as? String == instrument.id)
            #expect((asked["version"] as? [String: Any])?["const"] as? Int == instrument.version)
            #expect(asked.count == instrument.items.count + 2)
            for item in instrument.items {
                let question = asked["\(instrument.tag)-\(item.id)"] as? [String: Any]
                #expect(question?["title"] as? String == item.text["en"], "\(item.id)")
            }
        }
    }

    /// What an action opened is answered, and so is that a mend waits; the same call again is answered as before.
    @Test func whatWasDoneIsTold() async throws {
        try await TestSite.run { site in
            let dewi = try await Program(site, site.world.dewi, [.takeComplaints])
            let rina = try await Program(site, site.world.rina, [.manageCases])
            let complaint = try await dewi.receive()
            let key = ["Idempotency-Key": "\(UUID())"]
            let triage = """
                {"answers": {"reachable": "yes", "threat": "no", "injured": "no", "risk": "high", "forms": ["SEK"],
                    "authority": "city", "decision": "new-case", "manager": "\(site.world.rina.id)"}}
                """
            let path = "complaints/\(complaint)/triage-complaint"
            let done = try await dewi.post(path, triage, headers: key)
            let opened = try #require((done.json["opened"] as? [[String: String]])?.first)
            #expect(opened["kind"] == "cases" && done.json["approval"] == nil)
            #expect(try await dewi.post(path, triage, headers: key).body == done.body)
            let file = try #require(opened["record"])

            try await rina.post("cases/\(file)/record-note", #"{"answers": {"note": "Salah."}}"#)
            let history = try await rina.get("cases/\(file)").json["history"] as? [[String: Any]]
            // What a program's act made happen is the program's, too.
            #expect(history?.first?["token"] as? String == (try await dewi.get("me").json["token"] as? String))
            let note = try #require(history?.last)
            let entry = try #require(note["entry"] as? String)
            #expect(note["token"] as? String == (try await rina.get("me").json["token"] as? String))
            let page = try await site.browser(signedInAs: "rina").get("/kerja/cases/\(file)")
            #expect(page.text.contains("lewat program"))
            let mends = "cases/\(file)/entries/\(entry)"
            let correction = #"{"answers": {"note": "Benar.", "correction-reason": "Salah tulis."}}"#
            let free = try await rina.post("\(mends)/correct-entry", correction)
            #expect(free.status == 200 && free.json["approval"] == nil)
            let mended = try await site.browser(signedInAs: "rina").get("/kerja/cases/\(file)")
            #expect(mended.text.contains("Diperbaiki \(site.world.rina.name), lewat program, "))
            site.world.clock.advance(25 * 3600)
            let withdrawal = #"{"answers": {"reason": "Salah berkas."}}"#
            let other = ["Idempotency-Key": "\(UUID())"]
            let asked = try await rina.post("\(mends)/withdraw-entry", withdrawal, headers: other)
            #expect(asked.status == 200 && asked.json["approval"] as? String == "asked")
            #expect(try await rina.post("\(mends)/withdraw-entry", withdrawal, headers: other).body == asked.body)
        }
    }

    @Test func anAssessmentIsToldWithItsScore() async throws {
        try await TestSite.run { site in
            let (_, file) = try await site.world.openCase()
            let instrument = try #require(site.world.desk.instruments.current.first)
            let record = try await site.world.desk.open(CaseFile.self, file, by: site.world.rina).record
            let client = try #require(record.client)
            let answers = instrument.items.reduce(into: [String: String]()) { answers, item in
                answers[item.id] = item.answers?.first?.id ?? YesNo.no.rawValue
            }
            let sheet = Sheet(instrument.id, version: instrument.version, answers)
            try await site.world.act(RecordAssessment(client.id, sheet, risk: .high), on: file)
            let rina = try await Program(site, site.world.rina, [.manageCases])
            let state = try await rina.get("cases/\(file)").json["state"] as? [String: Any]
            let told = try #require((state?["assessments"] as? [[String: Any]])?.first)
            let score = try #require(told["score"] as? [String: Any])
            #expect(told["instrument"] as? String == instrument.id)
            #expect(score["total"] as? Int == instrument.score(sheet).total)
            #expect(score["band"] as? String == instrument.score(sheet).risk?.rawValue)
        }
    }
}

/// The description, read as a program reads it.
private struct Document {
    let whole: [String: Any]
    let words: Words
    let instruments: Instruments

    static func read(_ language: Language = .english) async throws -> Document {
        let world = try await World()
        let origin = Origin(loopback: "127.0.0.1", port: 8080)
        let site = try Site(
            workspace: world.workspace, words: try Locales.load(), origin: origin, callsPerMinute: 100)
        let description = try #require(site.apiDescriptions[language])
        let whole = try JSONSerialization.jsonObject(with: Data(description.bytes)) as? [String: Any]
        let words = try #require(site.words[language])
        return Document(whole: try #require(whole), words: words, instruments: world.desk.instruments)
    }

    var paths: [String: Any] { whole["paths"] as? [String: Any] ?? [:] }
    var schemas: [String: Any] { (whole["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:] }

    /// Whatever stands under a name, anywhere.
    func all(_ name: String) -> [Any] { Self.all(name, whole) }

    private static func all(_ name: String, _ value: Any) -> [Any] {
        if let list = value as? [Any] { return list.flatMap { all(name, $0) } }
        guard let object = value as? [String: Any] else { return [] }
        return [object[name]].compactMap(\.self) + object.values.flatMap { all(name, $0) }
    }
}
