/// A language that every page speaks.
package enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case indonesian = "id"
    case english = "en"

    package var other: Language { self == .indonesian ? .english : .indonesian }
}

/// Every word that a user sees, by key. A key that is missing shows itself, and a test fails on it.
package struct Words: Sendable {
    package let language: Language
    package let byKey: [String: String]

    package init(_ language: Language, _ byKey: [String: String]) {
        self.language = language
        self.byKey = byKey
    }

    package subscript(key: String) -> String { byKey[key] ?? key }

    /// Puts values where the sentence says `{name}`.
    package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        Self.fill(self[key]) { name in values.first { $0.key == name }?.value }
    }

    /// In one go, so that what a value says is never taken for a name.
    private static func fill(_ sentence: String, _ value: (Substring) -> String?) -> String {
        var (filled, rest) = ("", sentence[...])
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            filled += rest[..<start]
            filled += value(rest[rest.utf8.index(after: start)..<end]) ?? String(rest[start...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        return filled + rest
    }

    package func label(_ action: ActionName, _ field: String) -> String { self[Self.key(action, field)] }

    /// A row's number is not a part of its questions' key.
    package static func key(_ action: ActionName, _ field: String) -> String {
        "\(action)." + field.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
    }

    package func code(_ list: String, _ code: String) -> String { self["\(list).\(code)"] }

    package func caution(_ caution: Caution) -> String {
        Self.fill(self["caution.\(caution.name)"]) { caution.values[String($0)] }
    }

    package func refusal(_ refusal: Refusal) -> String {
        Self.fill(self["refusal.\(refusal.reason)"]) { refusal.values[String($0)] }
    }

    /// What is wrong with an answer: in words made for this very question, or else in general ones.
    package func problem(_ fault: Fault, of action: ActionName) -> String {
        let name = fault.problem.name
        let special = "\(Self.key(action, fault.field)).\(name)"
        let key = byKey[special] == nil ? "problem.\(name)" : special
        return problem(fault.problem, key, label(action, fault.field))
    }

    /// The same in general words, of an answer that no action asks for.
    package func problem(_ problem: Problem, of label: String) -> String {
        self.problem(problem, "problem.\(problem.name)", label)
    }

    private func problem(_ problem: Problem, _ key: String, _ label: String) -> String {
        Self.fill(self[key]) { $0 == "field" ? label : problem.values[String($0)] }
    }
}
