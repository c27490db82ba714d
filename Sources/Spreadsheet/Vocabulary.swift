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
    /// What says that violence is domestic where a form of it is asked.
    package let domestic: [String]
    /// What people write where they know nothing.
    package let nothing: [String]
    /// How a line of sums begins.
    package let totals: [String]
    /// The twelve months.
    package let months: [[String]]
    /// What stands after an age that is counted in months.
    package let inMonths: [String]
    /// What may stand after an age in years.
    package let inYears: [String]
}

/// The same, ready to be asked.
package struct Spellings: Sendable {
    let fields: [String: SheetField]
    private let codes: [String: [String: String]]
    private let dropped: [String: Set<String>]
    private let domestic: [String]
    let nothing: Set<String>
    let totals: [String]
    let months: [String: Int]
    let inMonths: Set<String>
    let inYears: Set<String>

    package init(_ vocabulary: Vocabulary) {
        var fields: [String: SheetField] = [:]
        for field in SheetField.allCases {
            for heading in (vocabulary.headings[field.rawValue] ?? []) + [field.rawValue] {
                fields[heading.key] = field
            }
        }
        self.fields = fields
        codes = vocabulary.values.mapValues { list in
            var codes: [String: String] = [:]
            for (code, spellings) in list.sorted(by: { $0.key < $1.key }) {
                for spelling in spellings + [code] where codes[spelling.key] == nil { codes[spelling.key] = code }
            }
            return codes
        }
        dropped = vocabulary.dropped.mapValues { Set($0.map(\.key)) }
        domestic = vocabulary.domestic
        nothing = Set(vocabulary.nothing.map(\.key)).union([""])
        totals = vocabulary.totals.map(\.key)
        var months: [String: Int] = [:]
        for (place, names) in vocabulary.months.enumerated() { for name in names { months[name.key] = place + 1 } }
        self.months = months
        inMonths = Set(vocabulary.inMonths.map(\.key))
        inYears = Set(vocabulary.inYears.map(\.key))
    }

    /// What a heading stands for; what it says in brackets counts only where it is needed.
    package func field(_ heading: String) -> SheetField? {
        let bare = heading.prefix { $0 != "(" && $0 != "[" && $0 != "*" }
        return fields[heading.key] ?? fields[String(bare).key]
    }

    func code(_ text: String, of list: String) -> String? {
        guard let codes = codes[list] else { return nil }
        if let code = codes[text.key] { return code }
        var words = text.key.split(separator: " ")
        while let first = words.first, dropped[list]?.contains(String(first)) == true { words.removeFirst() }
        return words.isEmpty ? nil : codes[words.joined(separator: " ")]
    }

    /// The forms that stand beside the word for domestic violence; nil where that word is not there.
    func besideDomestic(_ cell: String) -> String? {
        let rest = domestic.reduce(cell) { $0.replacingOccurrences(of: $1, with: " ", options: .caseInsensitive) }
        return rest == cell ? nil : rest
    }

    func isNothing(_ text: String) -> Bool { nothing.contains(text.key) }
}
