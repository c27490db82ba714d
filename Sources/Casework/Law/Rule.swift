package import Foundation

/// The id of a rule, such as `R-TPKS-02`.
package struct RuleID: TextAnswer {
    package let text: String
    package init(_ text: String) { self.text = text }
    /// One of the record's open dues; the page knows which.
    package static var kind: Field.Kind { .due }

    package static func read(_ raw: [String]) throws(Problem) -> RuleID { RuleID(raw.first ?? "") }

    /// A complaint in which somebody is in danger now is served at once.
    package static let serveAtOnce: RuleID = "R-STD-01"
    /// Any other complaint is served within hours.
    package static let serveSoon: RuleID = "R-STD-02"
    /// Sexual violence that was reported to the unit is reported to the police.
    package static let reportToPolice: RuleID = "R-TPKS-02"

    /// The rules whose triggers this program knows.
    package static let known: [RuleID] = [serveAtOnce, serveSoon, reportToPolice]
}

/// What law or a standard demands within a time (`domain.md` 2.3 and 3). It is data with a validity: amounts change.
package struct Rule: Hashable, Sendable, Codable {
    /// Who is bound: the unit itself, or others whose deadline it only tracks.
    package enum Bound: String, Codable, Sendable {
        case unit = "U"
        case others = "T"
    }

    /// How time counts.
    package enum Unit: String, Codable, Sendable {
        /// Elapsed clock hours, through nights and holidays.
        case hours = "JAM"
    }

    package let id: RuleID
    /// The article, printed as it is.
    package let basis: String
    package let amount: Int
    package let unit: Unit
    package let bound: Bound
    package let source: String
    /// H, M or L: how sure the source is.
    package let confidence: String
    /// By language.
    package let sentence: [String: String]
    /// Nil for one that has always been in force.
    package let validFrom: String?

    /// When what began then is due.
    package func due(from start: Date) -> Date {
        switch unit {
        case .hours: start + Double(amount) * 3600
        }
    }
}

/// The rules in force.
package struct Rulebook: Hashable, Sendable {
    package let rules: [RuleID: Rule]

    package init(_ rules: [Rule]) { self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) }) }

    package subscript(id: RuleID) -> Rule? { rules[id] }
}

/// What sets a rule's clock running on one record, and what became of it. The rulebook makes it a due.
package struct Trigger: Codable, Hashable, Sendable {
    package let rule: RuleID
    package let start: Date
    package var met: Date?
    package var waived: Date?

    package init(_ rule: RuleID, from start: Date) {
        self.rule = rule
        self.start = start
    }

    package var isOpen: Bool { met == nil && waived == nil }
}

extension [Trigger] {
    /// Meets the open trigger of a rule; one that is closed stays as it is.
    mutating func meet(_ rule: RuleID, at instant: Date) {
        if let index = firstIndex(where: { $0.rule == rule && $0.isOpen }) { self[index].met = instant }
    }

    mutating func waive(_ rule: RuleID, at instant: Date) {
        if let index = firstIndex(where: { $0.rule == rule && $0.isOpen }) { self[index].waived = instant }
    }
}
