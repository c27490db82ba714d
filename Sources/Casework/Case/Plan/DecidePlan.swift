/// The supervisor's word on a plan. Nobody decides their own.
package struct DecidePlan: Action, Hashable {
    package static let name: ActionName = "decide-plan"
    package static let duty: Duty? = .approve

    package var decision: ApprovalDecision
    /// Where it is refused, or decided by who asked for it.
    package var reason: LongText?

    package init(_ decision: ApprovalDecision, because reason: LongText? = nil) {
        self.decision = decision
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.askedPlan != nil }

    package var topic: Topic? { Topic(AgreePlan.name.text) }
    package var lookups: [Lookup] { SecondPerson.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        SecondPerson.faults(decision, by: file.askedPlan?.by, CodingKeys.reason, reason, context)
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        isOffered(on: file) ? [] : [Refusal("nothing-to-decide")]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        try SecondPerson.check(file.askedPlan?.by, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.askedPlan?.by, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if file.askedPlan?.by == stamp.worker { file.decidedAlone += 1 }
        file.decidePlan(decision)
    }
}
