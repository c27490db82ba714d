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
    /// A consent that was withdrawn: what rests on it stops.
    package static let stopSharing: RuleID = "R-PDP-08"
    /// What was agreed with the client: the next appointment.
    package static let appointment: RuleID = "R-UPTD-01"
    /// The day on which the plan is looked at again.
    package static let review: RuleID = "R-UPTD-02"
    /// The time in which a partner answers a referral; the directory says how long it is.
    package static let partnerAnswers: RuleID = "R-UPTD-03"

    /// Sexual violence is not settled outside court.
    package static let noSettlement: RuleID = "R-TPKS-01"
    /// What restorative justice is not open to.
    package static let noRestorativeJustice: RuleID = "R-KUHAP-01"
    /// When a mediation may be held at all.
    package static let mediationStandard: RuleID = "R-STD-03"
    /// What allows data to be shared.
    package static let lawfulBasis: RuleID = "R-PDP-11"

    /// The bars that this program cites.
    package static let cited: [RuleID] = [noSettlement, noRestorativeJustice, mediationStandard, lawfulBasis]

    /// The rules whose triggers this program knows.
    package static let known: [RuleID] = [
        serveAtOnce, serveSoon, reportToPolice, stopSharing, appointment, review, partnerAnswers,
    ]
}

/// What law or a standard demands within a time (`domain.md` 2.3 and 3). It is data with a validity: amounts change.
package struct Rule: Hashable, Sendable, Codable {
    /// Who is bound: the unit itself, or others whose deadline it only tracks.
    package enum Bound: String, Codable, Sendable {
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
    /// Nil for one that has always been in force.
    package let validFrom: String?

    /// When what a trigger began is due (`domain.md` 3: how time is counted).
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

/// What the law forbids: the rule itself is code, and cites this.
package struct Bar: Hashable, Sendable, Codable {
    package let id: RuleID
    /// The article, printed as it is.
    package let basis: String
    package let source: String
    /// H, M or L: how sure the source is.
    package let confidence: String
}

/// The rules in force.
package struct Rulebook: Hashable, Sendable {
    package let rules: [RuleID: Rule]
    package let bars: [RuleID: Bar]

    package init(_ rules: [Rule], bars: [Bar] = []) {
        self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })
        self.bars = Dictionary(uniqueKeysWithValues: bars.map { ($0.id, $0) })
    }

    package subscript(id: RuleID) -> Rule? { rules[id] }
}

/// What sets a rule's clock running on one record, and what became of it. The rulebook makes it a due.
package struct Trigger: Codable, Hashable, Sendable {
    package let rule: RuleID
    package let start: Date
    /// What within the record it is about, where a rule may run several times.
    package let about: UUID?
    /// Whose time it is: the directory says how much they have.
    package let partner: ID<Partner>?
    package var met: Date?
    package var waived: Date?

    package init(_ rule: RuleID, from start: Date, about: UUID? = nil, partner: ID<Partner>? = nil) {
        self.rule = rule
        self.start = start
        self.about = about
        self.partner = partner
    }

    package var isOpen: Bool { met == nil && waived == nil }
}

extension [Trigger] {
    /// Meets the open trigger of a rule; one that is closed stays as it is.
    mutating func meet(_ rule: RuleID, about: UUID? = nil, at instant: Date) {
        let index = firstIndex { $0.rule == rule && $0.isOpen && (about == nil || $0.about == about) }
        if let index { self[index].met = instant }
    }

    /// What was agreed for a day that has come was kept. What is about somebody is kept with them alone.
    mutating func keep(_ rule: RuleID, about: UUID? = nil, at instant: Date) {
        for index in indices where isAgreed(self[index], rule, about) && self[index].start <= Day(instant).end {
            self[index].met = instant
        }
    }

    /// Another day in the place of the one that was agreed before.
    mutating func agree(_ rule: RuleID, about: UUID? = nil, on next: Date) {
        self = filter { !isAgreed($0, rule, about) }
        append(Trigger(rule, from: next, about: about))
    }

    private func isAgreed(_ trigger: Trigger, _ rule: RuleID, _ about: UUID?) -> Bool {
        trigger.rule == rule && trigger.isOpen && (about == nil || trigger.about == nil || trigger.about == about)
    }

    /// Waives what was open of a rule when it was asked for.
    mutating func waive(_ rule: RuleID, askedAt: Date, at instant: Date) {
        for index in indices where self[index].rule == rule && self[index].isOpen && self[index].start <= askedAt {
            self[index].waived = instant
        }
    }
}
