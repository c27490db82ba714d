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
        values.reduce(self[key]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    package func label(_ action: ActionName, _ field: String) -> String { self[Self.key(action, field)] }

    /// A row's number is not a part of its questions' key.
    package static func key(_ action: ActionName, _ field: String) -> String {
        "\(action)." + field.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
    }

    package func code(_ list: String, _ code: String) -> String { self["\(list).\(code)"] }

    package func caution(_ caution: Caution) -> String {
        caution.values.reduce(self["caution.\(caution.name)"]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    package func refusal(_ refusal: Refusal) -> String {
        refusal.values.reduce(self["refusal.\(refusal.reason)"]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// What is wrong with an answer: in words made for this very question, or else in general ones.
    package func problem(_ fault: Fault, of action: ActionName) -> String {
        let name = fault.problem.name
        let special = "\(Self.key(action, fault.field)).\(name)"
        let key = byKey[special] == nil ? "problem.\(name)" : special
        return fault.problem.values.reduce(self(key, ["field": label(action, fault.field)])) {
            $0.replacing("{\($1.key)}", with: $1.value)
        }
    }
}
