/// A no, with its reason and its law. The sentence is in the locale under `refusal.` and the reason.
package struct Refusal: Error, Hashable, Sendable {
    package let reason: String
    /// The article that says so, printed as it is.
    package let law: String?
    /// The action that takes it out of the way, where there is one, on the same record.
    package let remedy: ActionName?
    /// The rule whose time still runs, where that is the reason.
    package let due: RuleID?
    /// What the sentence names.
    package let values: [String: String]

    package init(
        _ reason: String, law: String? = nil, remedy: ActionName? = nil, due: RuleID? = nil,
        _ values: [String: String] = [:]
    ) {
        self.reason = reason
        self.law = law
        self.remedy = remedy
        self.due = due
        self.values = values
    }

    /// Where nothing that is done now changes it.
    var withoutRemedy: Refusal { Refusal(reason, law: law, due: due, values) }
}
