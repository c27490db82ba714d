/// A sentence that is shown once and ticked to go on; the tick is journaled. The words are in the locale under
/// `caution.` and the name.
package struct Caution: Hashable, Sendable {
    package let name: String
    /// What the sentence names, such as the codes of records that look alike.
    package let values: [String: String]

    package init(_ name: String, _ values: [String: String] = [:]) {
        self.name = name
        self.values = values
    }

    /// What a tick stands for: this very sentence, not a later one that names something else.
    package var mark: String {
        ([name] + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: "|")
    }
}
