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

/// What an action's rules must know beyond its record.
package enum Lookup: Hashable, Sendable {
    /// The codes of other complaints, not voided, from this phone.
    case complaints(from: Phone)
    /// The worker who signs in with this name, if there is one.
    case handle(String)
    /// The ids of the open cases that this worker manages.
    case casesOf(ID<Worker>)
    /// The ids of the active workers with this duty.
    case holders(of: Duty)
    /// The id of the office's record.
    case office
    /// The code of the record that it happens to.
    case code
}
