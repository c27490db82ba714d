/// What a form posted: texts by field name; a group's fields are `group.field`, a row's `rows.0.field`. Bytes that were
/// no text are remembered by name.
package struct Posted: Hashable, Sendable, Codable {
    package var values: [String: [String]]
    package var notText: Set<String>

    package init(_ values: [String: [String]] = [:], notText: Set<String> = []) {
        self.values = values
        self.notText = notText
    }

    package subscript(name: String) -> [String] { values[name] ?? [] }

    /// The one value of this name that is not empty.
    package func first(_ name: String) -> String? { self[name].first { !$0.isEmpty } }

    /// Without these names: those that belong to the page, not to the action.
    package func without(_ names: Set<String>) -> Posted {
        Posted(values.filter { !names.contains($0.key) }, notText: notText.subtracting(names))
    }

    /// Without the answers to these questions: they are still to be asked.
    package func without(_ questions: any CodingKey...) -> Posted { without(Set(questions.map(\.stringValue))) }

    /// Without everything below a name.
    package func without(below prefix: String) -> Posted {
        Posted(values.filter { !$0.key.hasPrefix(prefix) }, notText: notText.filter { !$0.hasPrefix(prefix) })
    }

    /// The most rows that one list of a form may bring.
    package static let mostRows = 100
    /// The most names that a form may bring: a plan with all its steps has a few hundred.
    package static let mostNames = 2_000

    /// The numbers of the rows that were posted under a name. Whoever asks of many names looks for ``PostedRows`` once.
    package func rows(of name: String) -> [Int] {
        let prefix = name + "."
        let numbers = values.keys.filter { $0.hasPrefix(prefix) }.compactMap { key -> Int? in
            let below = key.dropFirst(prefix.count)
            return below.firstIndex(of: ".").flatMap { PostedRows.number(below[..<$0]) }
        }
        return Set(numbers).sorted()
    }
}

/// The rows and groups in which something was posted, looked for once: whoever reads a form of many rows asks of each.
struct PostedRows: Sendable {
    private var numbers: [String: Set<Int>] = [:]
    /// With the dot behind them.
    private var answered: Set<String> = []
    /// No form has rows within rows within rows.
    private static let deepest = 8

    init(_ posted: Posted) {
        for (name, texts) in posted.values { add(name, isAnswered: texts.contains { !$0.isBlank }) }
        for name in posted.notText { add(name, isAnswered: true) }
    }

    private mutating func add(_ name: String, isAnswered: Bool) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= Self.deepest else { return }
        var above = ""
        for part in parts.dropLast() {
            if let number = Self.number(part) { numbers[above, default: []].insert(number) }
            above += "\(part)."
            if isAnswered { answered.insert(above) }
        }
    }

    /// The number of a row, as a part of a name; nil for what is none.
    fileprivate static func number(_ part: Substring) -> Int? {
        Int(part).flatMap { (0..<Posted.mostRows).contains($0) ? $0 : nil }
    }

    /// The numbers of the rows that were posted under a name.
    func rows(of name: String) -> [Int] { (numbers[name + "."] ?? []).sorted() }

    /// Whether anything below this name, which ends with a dot, was answered.
    func isAnswered(below prefix: String) -> Bool { answered.contains(prefix) }
}

extension String {
    /// Nothing that anybody wrote.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
