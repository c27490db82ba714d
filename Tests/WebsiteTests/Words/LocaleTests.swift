import Casework
import Desk
import Foundation
import Spreadsheet
import Statistics
import TestSupport
import Testing

@testable import Website

/// Every word that a user sees is in both files, and no word is in them that nobody says.
@Suite struct LocaleTests {
    private let locales: [Language: Words]

    init() throws { locales = try Locales.load() }

    @Test func bothLanguagesHaveTheSameKeys() throws {
        let indonesian = Set(try #require(locales[.indonesian]).byKey.keys)
        let english = Set(try #require(locales[.english]).byKey.keys)
        #expect(indonesian.symmetricDifference(english).sorted() == [])
    }

    @Test func sentencesAskForTheSameValues() throws {
        let english = try #require(locales[.english])
        for (key, words) in try #require(locales[.indonesian]).byKey {
            #expect(Set(values(words)) == Set(values(english[key])), "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func nothingIsMissing(language: Language) throws {
        let words = try #require(locales[language])
        let missing = try Self.used().required.filter { words.byKey[$0] == nil }
        #expect(missing.sorted() == [])
    }

    @Test func nothingIsUnused() throws {
        let used = try Self.used()
        let unused = try #require(locales[.english]).byKey.keys.filter { key in
            !used.required.contains(key) && !used.optional.contains(key)
        }
        #expect(unused.sorted() == [])
    }

    /// The keys that the sources name, and those that the lists of actions, codes and problems give rise to.
    static func used() throws -> (required: Set<String>, optional: Set<String>) {
        var required = try keysInSources()
        var optional: Set<String> = []
        for type in try actions() {
            let isAsked = type.hasForm || type.name == "correct-entry"
            if isAsked { required.formUnion(["title", "submit"].map { "\(type.name).\($0)" }) }
            required.insert("\(type.name).done")
            optional.formUnion(["help-title", "help"].map { "\(type.name).\($0)" })
            let fields = type.hasForm ? try FormReader.fields(of: type) : isAsked ? [correctionReason] : []
            ask(fields, under: type.name.text, &required, &optional)
        }
        required.formUnion(Problem.all.map { "problem.\($0.name)" })
        required.formUnion(Trouble.allCases.flatMap { ["trouble.\($0.key).title", "trouble.\($0.key).text"] })
        required.formUnion(Post.allCases.map { "post.\($0.rawValue)" })
        required.formUnion(HistoryGroup.allCases.map { "history.group.\($0.rawValue)" })
        required.formUnion(Post.allCases.flatMap { $0.duties.map { "duty.\($0)" } })
        required.formUnion(Clue.allCases.map { "clue.\($0.rawValue)" })
        required.formUnion(Status.allCases.map { "status.\($0.rawValue)" })
        required.formUnion(SheetRow.Note.allCases.map { "import-note.\($0.rawValue)" } + ["import-note.same"])
        required.formUnion(
            ["accepted", "broken", "too-many-cells", "ditto", "year", "month-first"].map { "import-problem.\($0)" })
        required.formUnion(["nik-disagrees", "age-disagrees", "no-form"].map { "import-caution.\($0)" })
        required.formUnion(SheetProblem.allCases.map { "import-sheet.\($0.rawValue)" })
        required.formUnion(AccessLine.What.allCases.map { "access.\($0.rawValue)" })
        required.formUnion(Concern.allCases.map { "concern.\($0.rawValue)" })
        required.formUnion(["high", "medium", "low", "unrated"].map { "supervision.risk.\($0)" })
        required.formUnion(Answering.Step.allCases.map { "supervision.step-\($0.rawValue)" })
        required.formUnion(AccessGiven.Way.allCases.map { "access-given.\($0.rawValue)" })
        required.formUnion(
            Apart.allCases.flatMap { apart in ["title", "text", "order", "empty"].map { "\(apart.rawValue).\($0)" } })
        required.formUnion(Rule.Confidence.allCases.map { "confidence.\($0.rawValue)" })
        required.formUnion(Rule.Unit.allCases.map { "rule-time.\($0.rawValue)" })
        required.formUnion(
            Rule.Party.allCases.flatMap { ["deadline.who.\($0.rawValue)", "deadline.chase.\($0.rawValue)"] })
        required.formUnion(ProceedingEvent.Part.allCases.map { "proceeding-part.\($0.rawValue)" })
        required.formUnion((1...12).map { "when.month.\($0)" })
        for table in Table.official(in: try #require(Period.year(2026))) {
            required.formUnion(["report-table.\(table.name.rawValue)", "report-number.\(table.number)"])
            required.insert("report-rows.\(table.rows.list)")
            // Months are called by their name and year.
            for code in table.rows.codes where code != Rows.unknown && table.rows.list != "month" {
                required.insert("\(table.rows.list).\(code)")
            }
        }
        required.formUnion(["report-rows.unknown", "report-rows.sum", "report.from", "report.until"])
        required.formUnion(Column.allCases.map { "report-column.\($0.rawValue)" })
        required.formUnion(Statistics.Unit.allCases.map { "report-counted.\($0.rawValue)" })
        required.formUnion(["case", "victim", "alleged"].map { "report-counted-public.\($0)" })
        required.formUnion(["hidden", "once", "left-out"].flatMap { ["report.\($0)", "report.\($0)-hint"] })
        required.formUnion(Basis.allCases.map { "report-basis.\($0.rawValue)" })
        optional.formUnion(TableName.allCases.map { "report-note.\($0.rawValue)" })
        return (required, optional)
    }

    /// The one question that a correction adds to those of the entry's action.
    private static let correctionReason = Field(name: "correction-reason", kind: .longText, required: true)

    private static func ask(
        _ fields: [Field], under prefix: String, _ required: inout Set<String>, _ optional: inout Set<String>
    ) {
        for field in fields {
            let label = "\(prefix).\(field.name)"
            optional.formUnion((["hint", "section"] + Problem.all.map(\.name)).map { "\(label).\($0)" })
            if ![.entry, .given].contains(field.kind) { required.insert(label) }
            switch field.kind {
            case .choice(let list, let codes), .several(let list, let codes):
                required.formUnion(codes.map { "\(list).\($0)" })
            case .yesNo: required.formUnion(YesNo.codes.map { "\(YesNo.list).\($0)" })
            case .rows(let inner):
                required.formUnion(["row", "add"].map { "\(label).\($0)" })
                ask(inner, under: label, &required, &optional)
            case .group(let inner): ask(inner, under: label, &required, &optional)
            case .line, .longText, .phone, .moment, .time, .partialDay, .day, .nik, .number, .years, .entry, .worker,
                .record, .person, .personElsewhere, .item, .partner, .due, .given:
                break
            }
        }
    }

    static func actions() throws -> [any Action.Type] {
        func list<R: Record>(_ type: R.Type) -> [any Action.Type] { type.actions.all.map { $0 } }
        return Records.all.flatMap { list($0) }
    }

    /// Texts in quotes that look like a key: `words["inbox.title"]`, `Refusal("already-there")`, `"trouble.…"`.
    private static func keysInSources() throws -> Set<String> {
        let pattern = #/"((?:[a-z]+(?:-[a-z]+)*\.)+[a-zA-Z]+(?:-[a-z]+)*)"/#
        var keys: Set<String> = []
        for (_, text) in try Repository.swiftFiles("Sources/Website") {
            for match in text.matches(of: pattern) where !match.1.hasSuffix(".css") && !match.1.hasSuffix(".js") {
                if !match.1.hasSuffix(".svg") && !match.1.hasPrefix("lindung.") { keys.insert(String(match.1)) }
            }
        }
        for (_, text) in try Repository.swiftFiles("Sources") {
            for match in text.matches(of: #/[Rr]efusal\(\s*"([a-z-]+)"/#) { keys.insert("refusal.\(match.1)") }
            for match in text.matches(of: #/Caution\(\s*"([a-z-]+)"/#) { keys.insert("caution.\(match.1)") }
        }
        return keys
    }

    private func values(_ words: String) -> [String] { words.matches(of: #/\{[a-z]+\}/#).map { String($0.0) } }
}
