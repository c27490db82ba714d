package import Foundation

/// What law or a standard demands within a time (`docs/sources.md`). It is data: amounts change.
package struct Rule: Hashable, Sendable, Codable {
    /// Who is bound: the unit itself, or others whose deadline it only tracks.
    package enum Bound: String, CaseIterable, Codable, Sendable {
        case unit = "U"
        case others = "T"
        /// What was agreed with the client: it is kept or agreed anew, and never blocks closure.
        case agreed = "K"
    }

    /// How time counts.
    package enum Unit: String, Codable, Sendable {
        /// Elapsed clock hours, through nights and holidays.
        case hours = "JAM"
        /// Calendar days after the day of the trigger, to the end of the last.
        case days = "HARI"
        /// Working days of the office's calendar, counted in the same way.
        case workingDays = "HK"
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

    /// The sentence with the article.
    package func said(in language: Language) -> String { "\(sentence[language.rawValue] ?? id.text) (\(basis))" }

    /// When what a trigger began is due (`docs/sources.md`: how time is counted).
    /// - Returns: nil where the calendar of a year that it runs through is not known.
    package func due(_ trigger: Trigger, _ reckoning: Reckoning) -> Date? {
        let amount = trigger.partner.flatMap { reckoning.answersWithin[$0] } ?? amount
        switch unit {
        case .hours: return trigger.start + Double(amount) * 3600
        case .days: return Day(trigger.start).adding(amount).end
        case .workingDays: return reckoning.workingDays.day(amount, after: Day(trigger.start))?.end
        }
    }
}
