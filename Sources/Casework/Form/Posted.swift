/// What a form posted: texts by field name. Bytes that were no text are remembered by name.
package struct Posted: Hashable, Sendable {
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
}
