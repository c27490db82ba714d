package import Foundation

/// What sets a rule's clock running on one record, and what became of it. The rulebook makes it a due.
package struct Trigger: Hashable, Sendable {
    package let rule: RuleID
    package let start: Date
    /// What within the record it is about, where a rule may run several times.
    package let about: UUID?
    /// The same in words, where the rule's sentence does not tell it: what a step of a plan is, or which client it is.
    package internal(set) var what: String?
    /// What an appointment is for, where it was made with a service.
    package let service: Service?
    /// Whose time it is: the directory says how much they have.
    package let partner: ID<Partner>?
    /// The end of what began, for a rule that counts back from it.
    package let until: Date?
    package var met: Date?
    package var waived: Date?

    package init(
        _ rule: RuleID, from start: Date, about: UUID? = nil, what: String? = nil, service: Service? = nil,
        partner: ID<Partner>? = nil, until: Date? = nil
    ) {
        self.rule = rule
        self.start = start
        self.about = about
        self.what = what
        self.service = service
        self.partner = partner
        self.until = until
    }

    package var isOpen: Bool { met == nil && waived == nil }

    /// Whether it is about somebody, alone or with others; about nobody is about all.
    func concerns(_ somebody: UUID?) -> Bool { somebody == nil || about == nil || about == somebody }

    /// Whether it was agreed with or about somebody, alone or with others, and waits.
    fileprivate func isAgreed(_ rule: RuleID, _ about: UUID?) -> Bool { self.rule == rule && isOpen && concerns(about) }

    /// Whether it is the same clock, whatever became of it, and however it is called by now.
    func isSame(as other: Trigger) -> Bool {
        rule == other.rule && start == other.start && about == other.about && service == other.service
    }
}

extension [Trigger] {
    /// Meets the open trigger of a rule; one that is closed stays as it is.
    mutating func meet(_ rule: RuleID, about: UUID? = nil, at instant: Date) {
        let index = firstIndex { $0.rule == rule && $0.isOpen && (about == nil || $0.about == about) }
        if let index { self[index].met = instant }
    }

    /// Meets what waited for somebody by then, but not for those who were not met; what became known later still waits.
    mutating func meet(_ rules: [RuleID], at instant: Date, butNot others: [UUID]) {
        for index in indices where rules.contains(self[index].rule) && self[index].isOpen {
            let isOthers = self[index].about.map(others.contains) ?? false
            if !isOthers, self[index].start.wholeMinute <= instant { self[index].met = instant }
        }
    }

    /// What was agreed for a day that has come was kept. What is about somebody is kept with them alone.
    mutating func keep(_ rule: RuleID, about: UUID? = nil, at instant: Date) {
        for index in indices where self[index].isAgreed(rule, about) && self[index].start <= Day(instant).end {
            self[index].met = instant
        }
    }

    /// Another day in the place of the one that was agreed before about the same: what is agreed with one client, for one
    /// service or for a mediation, takes nothing from the others.
    mutating func agree(_ rule: RuleID, about: UUID? = nil, for service: Service? = nil, on next: Date) {
        removeAll { $0.rule == rule && $0.isOpen && $0.about == about && $0.service == service }
        append(Trigger(rule, from: next, about: about, service: service))
    }

    /// Forgets what was agreed about somebody and is not to be any more, with what was agreed about all.
    mutating func end(_ rule: RuleID, about: UUID?) { removeAll { $0.isAgreed(rule, about) } }

    /// Forgets what was agreed about just this, or all of a rule, and is not to be any more.
    mutating func drop(_ rule: RuleID, about: UUID? = nil) {
        removeAll { $0.rule == rule && $0.isOpen && (about == nil || $0.about == about) }
    }

    /// Whether one of these runs still.
    func isRunning(_ some: [Trigger]) -> Bool { contains { $0.isOpen && some.contains(where: $0.isSame(as:)) } }

    /// Waives those of which a waiver was asked that run still.
    mutating func waive(_ asked: [Trigger], at instant: Date) {
        for index in indices where self[index].isOpen && asked.contains(where: self[index].isSame(as:)) {
            self[index].waived = instant
        }
    }
}
