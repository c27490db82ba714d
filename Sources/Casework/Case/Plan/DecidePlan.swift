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

    package static func isOffered(on file: CaseFile) -> Bool { file.plan?.approval == .asked }

    package var topic: Topic? { Topic(AgreePlan.name.text) }
    package var lookups: [Lookup] { SecondPerson.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        SecondPerson.faults(decision, by: file.plan?.by, CodingKeys.reason, reason, context)
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard file.plan?.approval == .asked else { throw Refusal("nothing-to-decide") }
        try SecondPerson.check(file.plan?.by, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.plan?.by, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if file.plan?.by == stamp.worker { file.decidedAlone += 1 }
        file.plan?.approval = Approval(decision)
        if decision == .granted, file.stage == .plan { file.stage = .intervention }
        // Nobody is held to the steps of a plan that was refused.
        if decision == .refused { file.triggers.dropSteps() }
    }
}
