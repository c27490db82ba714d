package import Foundation

/// All that a rule may know. Rules never read a clock.
package struct Context: Sendable {
    package let now: Date
    package let worker: ID<Worker>
    package let duties: Set<Duty>
    /// The answers to the action's lookups.
    package let facts: [Lookup: [String]]
    package let law: Law
    /// Whether it judges an entry of the past: who was a partner then may have ended since.
    private var isPast = false

    package init(now: Date, worker: Worker, facts: [Lookup: [String]] = [:], law: Law = Law()) {
        self.init(now: now, worker: worker.id, duties: worker.duties, facts: facts, law: law)
    }

    private init(now: Date, worker: ID<Worker>, duties: Set<Duty>, facts: [Lookup: [String]], law: Law) {
        self.now = now
        self.worker = worker
        self.duties = duties
        self.facts = facts
        self.law = law
    }

    package var today: Day { Day(now) }

    /// The same at another instant: a correction is judged by the moment of what it corrects.
    func at(_ instant: Date) -> Context {
        var context = Context(now: instant, worker: worker, duties: duties, facts: facts, law: law)
        context.isPast = true
        return context
    }

    /// Whether a partner may be asked.
    func knows(_ partner: ID<Partner>) -> Bool {
        law.office.partner(partner).map { $0.isActive || isPast } ?? false
    }

    /// Whether this worker manages cases; an action that asks has ``Lookup/holders(of:)`` among its lookups.
    func managesCases(_ worker: ID<Worker>) -> Bool {
        facts[.holders(of: .manageCases)]?.contains(worker.description) == true
    }

    /// A no with the article that the rulebook gives for it.
    func refusal(_ reason: String, _ bar: CitedBar, remedy: ActionName? = nil) -> Refusal {
        Refusal(reason, law: law.rulebook.bars[bar.id]?.basis ?? bar.rawValue, remedy: remedy)
    }
}

/// What is in force for an office: the rulebook, its own record with calendar and directory, the assessment forms.
package struct Law: Sendable {
    package let rulebook: Rulebook
    package let office: Office
    package let instruments: Instruments

    package init(
        rulebook: Rulebook = Rulebook([]), office: Office = Office(id: Office.id(in: 1)),
        instruments: Instruments = Instruments([])
    ) {
        self.rulebook = rulebook
        self.office = office
        self.instruments = instruments
    }
}
