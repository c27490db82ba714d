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
    package enum Unit: String, Choice, Codable {
        package static let list = "rule-unit"

        /// Elapsed clock hours, through nights and holidays.
        case hours = "JAM"
        /// Calendar days after the day of the trigger, to the end of the last.
        case days = "HARI"
        /// Working days of the office's calendar, counted in the same way.
        case workingDays = "HK"
    }

    /// Whose time it is, where it is not the unit's.
    package enum Party: String, CaseIterable, Codable, Sendable {
        case police, court, lpsk, convict
        /// Police, prosecutor or court, at whichever of them it is.
        case law
        /// Who asks for it is the client, with a companion who reminds them.
        case client
    }

    /// How sure its source is.
    package enum Confidence: String, CaseIterable, Codable, Sendable {
        case high = "H"
        case medium = "M"
        case low = "L"
    }

    package let id: RuleID
    /// The article, printed as it is.
    package let basis: String
    package let amount: Int
    package let unit: Unit
    package let bound: Bound
    /// Whose deadline it is, where others are bound and it is known who.
    package let who: Party?
    /// Whether its time counts back from the end of what began.
    package let before: Bool?
    package let source: String
    package let confidence: Confidence
    /// By language.
    package let sentence: [String: String]

    /// The sentence with the article.
    package func said(in language: Language) -> String {
        let sentence = sentence[language.rawValue] ?? id.text
        return basis.isEmpty ? sentence : "\(sentence) (\(basis))"
    }

    /// Whether an office may say how much time it gives: what is due at once, or on a day that was agreed, gives none. How
    /// soon an emergency is reviewed is told to whoever opens a file in one, and bars them from the next: it stands.
    package var isCorrectable: Bool { amount > 0 && id != .reviewEmergency }

    /// When what a trigger began is due (`docs/sources.md`: how time is counted), by what was in force when it began.
    /// - Returns: nil where the calendar of a year that it runs through is not known.
    package func due(_ trigger: Trigger, _ reckoning: Reckoning) -> Date? {
        let ofPartner = trigger.partner.flatMap { reckoning.answersWithin[$0] }
        let corrected = ofPartner == nil ? reckoning.correction(of: id, on: Day(trigger.start)) : nil
        let amount = ofPartner ?? corrected?.amount.value ?? amount
        let unit = corrected?.unit ?? unit
        if before == true, let end = trigger.until { return due(amount, unit, before: end, reckoning) }
        switch unit {
        case .hours: return trigger.start + Double(amount) * 3600
        case .days: return Day(trigger.start).adding(amount).end
        case .workingDays: return reckoning.workingDays.day(amount, after: Day(trigger.start))?.end
        }
    }

    /// So long before an end, whose own day is not counted.
    private func due(_ amount: Int, _ unit: Unit, before end: Date, _ reckoning: Reckoning) -> Date? {
        switch unit {
        case .hours: end - Double(amount) * 3600
        case .days: Day(end).adding(-amount).end
        case .workingDays: reckoning.workingDays.day(amount, before: Day(end))?.end
        }
    }
}
