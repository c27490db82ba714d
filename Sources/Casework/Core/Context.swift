package import Foundation

/// All that a rule may know. Rules never read a clock.
package struct Context: Sendable {
    package let now: Date
    package let worker: ID<Worker>
    package let duties: Set<Duty>
    /// The answers to the action's lookups.
    package let facts: [Lookup: [String]]

    package init(now: Date, worker: Worker, facts: [Lookup: [String]] = [:]) {
        self.init(now: now, worker: worker.id, duties: worker.duties, facts: facts)
    }

    private init(now: Date, worker: ID<Worker>, duties: Set<Duty>, facts: [Lookup: [String]]) {
        self.now = now
        self.worker = worker
        self.duties = duties
        self.facts = facts
    }

    /// The same at another instant: a correction is judged by the moment of what it corrects.
    func at(_ instant: Date) -> Context { Context(now: instant, worker: worker, duties: duties, facts: facts) }
}
