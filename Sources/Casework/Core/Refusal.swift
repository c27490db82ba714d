/// A no, with its reason and its law. The sentence is in the locale under `refusal.` and the reason.
package struct Refusal: Error, Hashable, Sendable {
    package let reason: String
    /// The article that says so, printed as it is.
    package let law: String?
    /// What the sentence names.
    package let values: [String: String]

    package init(_ reason: String, law: String? = nil, _ values: [String: String] = [:]) {
        self.reason = reason
        self.law = law
        self.values = values
    }
}
