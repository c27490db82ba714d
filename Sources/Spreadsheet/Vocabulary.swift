import Casework
import Foundation

/// How offices head their columns and spell what they mean, in both languages. It is data: an office's word that is
/// missing is one more line there.
package struct Vocabulary: Sendable, Decodable {
    /// Headings by what they stand for.
    package let headings: [String: [String]]
    /// Spellings by code list and code.
    package var values: [String: [String: [String]]]
    /// Words that a value of a list may begin with or not: `Kec. Sagulung`, `Kekerasan fisik`.
    package let dropped: [String: [String]]
    /// What stands among forms of violence and is none, by the question that it answers with yes.
    package let beside: [String: [String]]
    /// What stands there where there was no violence.
    package let noViolence: [String]
    /// What people write where they know nothing.
    package let nothing: [String]
    /// What people write for "as in the row above". Only spaces and stops make no difference.
    package let ditto: [String]
    /// How a line of sums begins.
    package let totals: [String]
    /// The twelve months.
    package let months: [[String]]
    /// What stands before a day.
    package let weekdays: [String]
    /// What stands before or after an hour.
    package let clock: [String]
    /// What stands after how often a service was given.
    package let times: [String]
    /// What stands after an age that is counted in months.
    package let inMonths: [String]
    package let inWeeks: [String]
    package let inDays: [String]
    /// What stands before a number that is a class and no age.
    package let schools: [String]
    /// What may stand after an age in years.
    package let inYears: [String]
}

/// The same, ready to be asked.
package struct Spellings: Sendable {
    let fields: [String: SheetField]
    private let codes: [String: [String: String]]
    private let dropped: [String: Set<String>]
    private let beside: [(field: SheetField, words: [String])]
    let nothing: Set<String>
    private let ditto: Set<String>
    let totals: [String]
    let months: [String: Int]
    let weekdays: Set<String>
    let clock: Set<String>
    let times: Set<String>
    let inDays: Set<String>
    let inWeeks: Set<String>
    let inMonths: Set<String>
    let inYears: Set<String>
    let schools: Set<String>

    package init(_ vocabulary: Vocabulary) {
        var fields: [String: SheetField] = [:]
        for field in SheetField.allCases {
            for heading in vocabulary.headings[field.rawValue] ?? [] { fields[heading.key] = field }
        }
        // A field's own name too, where no office means another by it.
        for field in SheetField.allCases where fields[field.rawValue.key] == nil { fields[field.rawValue.key] = field }
        self.fields = fields
        var codes = vocabulary.values.mapValues { list in
            var codes: [String: String] = [:]
            for (code, spellings) in list.sorted(by: { $0.key < $1.key }) {
                for spelling in spellings + [code] where codes[spelling.key] == nil { codes[spelling.key] = code }
            }
            return codes
        }
        for spelling in vocabulary.noViolence { codes[ViolenceForm.list]?[spelling.key] = Self.noViolence }
        self.codes = codes
        dropped = vocabulary.dropped.mapValues { Set($0.map(\.key)) }
        // The longest first: what is left of one word must not be taken for another.
        beside = vocabulary.beside.sorted { $0.key < $1.key }.compactMap { name, words in
            SheetField(rawValue: name).map { ($0, words.sorted { $0.count > $1.count }) }
        }
        nothing = Set(vocabulary.nothing.map(\.key)).union([""])
        ditto = Set(vocabulary.ditto.map(Self.bare))
        totals = vocabulary.totals.map(\.key)
        var months: [String: Int] = [:]
        for (place, names) in vocabulary.months.enumerated() { for name in names { months[name.key] = place + 1 } }
        self.months = months
        weekdays = Set(vocabulary.weekdays.map(\.key))
        clock = Set(vocabulary.clock.map(\.key))
        times = Set(vocabulary.times.map(\.key))
        inDays = Set(vocabulary.inDays.map(\.key))
        inWeeks = Set(vocabulary.inWeeks.map(\.key))
        inMonths = Set(vocabulary.inMonths.map(\.key))
        inYears = Set(vocabulary.inYears.map(\.key))
        schools = Set(vocabulary.schools.map(\.key))
    }

    /// What a heading stands for; what it says in brackets counts only where it is needed.
    package func field(_ heading: String) -> SheetField? {
        let bare = heading.prefix { $0 != "(" && $0 != "[" && $0 != "*" }
        return fields[heading.key] ?? fields[String(bare).key]
    }

    /// Whether a heading speaks of the reporter.
    func namesReporter(_ heading: String) -> Bool {
        heading.key.split(separator: " ").contains { fields[String($0)] == .reporter }
    }

    func code(_ text: String, of list: String) -> String? {
        guard let codes = codes[list] else { return nil }
        if let code = codes[text.key] { return code }
        var words = text.key.split(separator: " ")
        while let first = words.first, dropped[list]?.contains(String(first)) == true { words.removeFirst() }
        return words.isEmpty ? nil : codes[words.joined(separator: " ")]
    }

    /// In the place of a form, where there was no violence.
    static let noViolence = "none"

    /// The words among forms that are none, by what they answer with yes, and the forms that stand beside them.
    func besideForms(_ cell: String) -> (told: [SheetField], rest: String) {
        var (told, rest) = ([SheetField](), cell)
        for (field, words) in beside {
            let left = words.reduce(rest) { $0.replacingOccurrences(of: $1, with: " ", options: .caseInsensitive) }
            if left != rest { told.append(field) }
            rest = left
        }
        return (told, rest)
    }

    func isNothing(_ text: String) -> Bool { nothing.contains(text.key) }

    /// Whether it repeats the row above, in a sign or a word: what that says stands nowhere in the cell.
    func isDitto(_ text: String) -> Bool { text.utf8.count <= Self.longestDitto && ditto.contains(Self.bare(text)) }

    private static let longestDitto = 32

    private static func bare(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0 != "." && $0 != " " }))
    }
}
