import Casework
import Desk
import Foundation
import TestSupport
import Testing

/// A canary in every text of every action, sent over HTTP: afterwards none is readable anywhere on the disk.
@Suite struct CanaryTests {
    private static let canary = "kenaribatam7319"
    /// Phones are digits; this one is nobody's.
    private static let phone = "081200731999"
    private static let nik = "2171015908310777"
    private static let forms = "/kerja"

    @Test func nothingThatWasTypedIsReadableOnTheDisk() async throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "home")
        let temporary = folder.url.appending(path: "tmp")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let log = folder.url.appending(path: "log")
        let server = try ServerProcess(home: home, temporary: temporary, log: log)
        try await typeEverywhere(server)

        let found = try sweep(folder.url)
        #expect(found.isEmpty, "\(found)")
        #expect(try String(contentsOf: log, encoding: .utf8).contains("receive-complaint"))

        server.kill()
        #expect(try sweep(folder.url).isEmpty)

        // The sweep itself can see.
        for (name, bytes) in Self.disguises {
            let control = folder.url.appending(path: "control-\(name)")
            try (Data("x".utf8) + bytes + Data("y".utf8)).write(to: control)
            #expect(try sweep(folder.url) == ["control-\(name)"], "\(name)")
            try FileManager.default.removeItem(at: control)
        }
    }

    private func typeEverywhere(_ server: ServerProcess) async throws {
        let id = ID<Complaint>()
        try await typeInto(Complaint.self, id, server)
        // Mending, searching, reading, a draft, and an address that is not ours.
        let page = try await server.browser.get("\(Self.forms)/complaints/\(id)")
        #expect(page.text.contains(Self.canary))
        let file = try #require(page.text.components(separatedBy: "/kerja/cases/").last?.prefix(36))
        let caseFile = try #require(ID<CaseFile>(file))
        try await typeInto(Office.self, Office.id(in: 1), server)
        // A partner that stays.
        let partner = try fields(AddPartner.self, Office.id(in: 1).value, server)
        let adding = "\(Self.forms)/offices/\(Office.id(in: 1))/add-partner"
        #expect(try await server.browser.post(adding, partner).status == 303)
        try await typeInto(CaseFile.self, caseFile, server)

        // The newest entry is a note, and can be mended.
        let last = try fields(RecordNote.self, caseFile.value, server)
        #expect(try await server.browser.post("\(Self.forms)/cases/\(caseFile)/record-note", last).status == 303)
        let casePage = try await server.browser.get("\(Self.forms)/cases/\(caseFile)").text
        #expect(casePage.contains(Self.canary))
        let entry = try #require(casePage.components(separatedBy: "/entries/").dropFirst().first?.prefix(36))
        let mending = "\(Self.forms)/cases/\(caseFile)/entries/\(entry)"
        let reason = [(key: "correction-reason", value: Self.canary), (key: "reason", value: Self.canary)]
        let note = try fields(RecordNote.self, caseFile.value, server).map { field in
            field.key == "note" ? (key: field.key, value: "\(Self.canary) again") : field
        }
        #expect(try await server.browser.post("\(mending)/correct-entry", note + reason.dropLast()).status == 303)
        let withdrawal = [("csrf", server.formToken), ("record", "\(caseFile)"), ("key", "\(UUID())")]
        let own = withdrawal.map { (key: $0, value: $1) }
        #expect(try await server.browser.post("\(mending)/withdraw-entry", own + reason.dropFirst()).status == 303)
        let search = [(key: "csrf", value: server.formToken), (key: "words", value: Self.canary)]
        let found = try await server.browser.post("/kerja/search", search)
        #expect(try await server.browser.follow(found).text.contains(Self.canary))
        let draft =
            try fields(ReceiveComplaint.self, UUID(), server)
            + [(key: "form", value: "\(Self.forms)/complaints/receive-complaint")]
        #expect(try await server.browser.post("/kerja/drafts", draft).status == 204)
        _ = try await server.browser.get("/\(Self.canary)?q=\(Self.canary)")
        // Whoever hands the case on may not open it any more.
        let path = "\(Self.forms)/cases/\(caseFile)/\(AssignManager.name)"
        let handing = try await fields(AssignManager.self, caseFile.value, server, server.browser.get(path))
        #expect(try await server.browser.post(path, handing).status == 303)
    }

    /// Performs every action that has a form; one that a rule refuses was typed all the same. There and back, since one
    /// needs what another made, and again as long as that lets more through.
    private func typeInto<R: Record>(_ type: R.Type, _ id: ID<R>, _ server: ServerProcess) async throws {
        let actions = R.actions.all.filter {
            $0.hasForm && !($0 is any Mend<R>.Type) && !($0 is DecideMending<R>.Type) && $0.name != AssignManager.name
        }
        var done: Set<ActionName> = []
        let opening = actions.filter { $0.opens }
        let others = actions.filter { !$0.opens }
        func type(into action: any Action<R>.Type) async throws {
            let path = "\(Self.forms)/\(R.kind)\(action.opens ? "" : "/\(id)")/\(action.name)"
            let form = try await server.browser.get(path + (try Self.sheet(action).map { "/\($0.id)" } ?? ""))
            let answers = try fields(action, id.value, server, form)
            var answer = try await server.browser.post(path, answers)
            let ticks = answer.ticks.map { (key: "ticked", value: $0) }
            if !ticks.isEmpty { answer = try await server.browser.post(path, answers + ticks) }
            // A secret is told on a page.
            if answer.status == 303 || answer.status == 200 { done.insert(action.name) }
        }
        for action in opening + others.reversed() + others { try await type(into: action) }
        var before = 0
        while done.count > before {
            before = done.count
            for action in others where !done.contains(action.name) { try await type(into: action) }
        }
        let refused = actions.map { $0.name }.filter { !done.contains($0) }
        #expect(actions.count > 2 && done.count * 2 >= actions.count, "\(refused)")
    }

    /// What it asks beside its own questions.
    private static func sheet(_ type: any Action.Type) throws -> Instrument? {
        type is any SheetAction.Type ? try Instruments.shipped().current(for: type).first : nil
    }

    /// Every question of an action answered, every text with the canary in it.
    private func fields(
        _ type: any Action.Type, _ id: UUID, _ server: ServerProcess, _ form: Browser.Page? = nil
    ) throws -> [(key: String, value: String)] {
        let own = [("csrf", server.formToken), ("record", "\(id)"), ("key", "\(UUID())")]
        let sheet = try Self.sheet(type)
        let given = sheet.map { [("sheet.instrument", $0.id), ("sheet.version", "\($0.version)")] } ?? []
        let asked = try FormReader.fields(of: type, sheet)
        return (own + given).map { (key: $0, value: $1) } + answers(asked, "", form)
    }

    private func answers(
        _ fields: [Field], _ prefix: String, _ form: Browser.Page?
    ) -> [(key: String, value: String)] {
        fields.flatMap { field -> [(key: String, value: String)] in
            let name = prefix + field.name
            switch field.kind {
            case .line, .longText: return [(name, "\(Self.canary) di sini")]
            case .phone: return [(name, Self.phone)]
            case .several(_, let codes): return codes.map { (name, $0) }
            case .choice(_, let codes): return [(name, codes[0])]
            case .yesNo: return [(name, "yes")]
            case .number(let bounds), .years(let bounds): return [(name, "\(bounds.lowerBound + 3)")]
            case .group(let inner): return answers(inner, name + ".", form)
            case .rows(let inner): return answers(inner, name + ".0.", form)
            case .nik: return [(name, Self.nik)]
            case .partialDay: return [(name, "1931")]
            case .day: return [(name, "2031-01-01")]
            case .time: return [(name, "08:30")]
            case .person, .personElsewhere, .item, .partner, .due:
                return [(name, form?.options(name).first ?? "")]
            // The first is who types.
            case .worker: return [(name, form?.options(name).last ?? "")]
            case .given, .moment, .entry, .record: return []
            }
        }
    }

    /// The canaries as they might lie somewhere.
    private static let disguises: [(String, Data)] = [canary, "81200731999", nik].flatMap { text in
        let plain = Data(text.utf8)
        let wide = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let broad = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
        let hex = plain.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // In base64 a text has three looks, by where it begins; its middle shows in each.
        let base64 = (0..<3).map { shift in
            let whole = (Data(count: shift) + plain).base64EncodedString()
            return String(whole.dropFirst(shift == 0 ? 0 : 4).prefix(plain.count - 4))
        }
        return [
            ("utf8-\(text)", plain), ("utf16le-\(text)", Data(wide)), ("utf16be-\(text)", Data(broad)),
            ("hex-\(text)", Data(hex.utf8)), ("HEX-\(text)", Data(hex.uppercased().utf8)),
        ] + base64.enumerated().map { ("base64-\($0)-\(text)", Data($1.utf8)) }
    }

    /// The files below a folder in which a canary can be read.
    private func sweep(_ folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return false }
            return Self.disguises.contains { bytes.range(of: $0.1) != nil }
        }
    }
}

extension Browser.Page {
    /// The cautions that it shows to be ticked.
    fileprivate var ticks: [String] {
        text.components(separatedBy: "name=\"ticked\" value=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// What there is to choose in this question.
    fileprivate func options(_ name: String) -> [String] {
        let select = text.components(separatedBy: "name=\"\(name)\"").dropFirst().first?
            .components(separatedBy: "</select>").first
        let values = select?.components(separatedBy: "<option value=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        return (values ?? []).filter { !$0.isEmpty }.map(String.init)
    }
}
