/// The rules in force.
package struct Rulebook: Hashable, Sendable {
    package let rules: [RuleID: Rule]
    package let bars: [RuleID: Bar]

    package init(_ rules: [Rule], bars: [Bar] = []) {
        self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })
        self.bars = Dictionary(uniqueKeysWithValues: bars.map { ($0.id, $0) })
    }

    package subscript(id: RuleID) -> Rule? { rules[id] }

    /// The rules whose time an office may correct.
    package var correctable: Set<RuleID> { Set(rules.values.filter(\.isCorrectable).map(\.id)) }

    /// What each rule says, by its id.
    package func names(in language: Language) -> [String: String] {
        Dictionary(uniqueKeysWithValues: rules.values.map { ($0.id.text, $0.said(in: language)) })
    }
}

/// What the law forbids: the rule itself is code, and cites this.
package struct Bar: Hashable, Sendable, Codable {
    package let id: RuleID
    /// The article, printed as it is.
    package let basis: String
    package let source: String
    package let confidence: Rule.Confidence
}
