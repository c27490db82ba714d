/// The supervisor's word on closing a case. Nobody decides their own request.
package struct DecideClosure: Action, Hashable {
    package static let name: ActionName = "decide-closure"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .approve

    package var decision: ApprovalDecision
    /// Where it is refused, or decided by who asked for it.
    package var reason: LongText?

    package init(_ decision: ApprovalDecision, because reason: LongText? = nil) {
        self.decision = decision
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.closure?.state == .asked }

    package var topic: Topic? { Topic(RequestClosure.name.text) }
    package var lookups: [Lookup] { SecondPerson.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        SecondPerson.faults(decision, by: file.closure?.by, CodingKeys.reason, reason, context)
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        isOffered(on: file) ? [] : [Refusal("nothing-to-decide")]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        try SecondPerson.check(file.closure?.by, context)
        // What came up since it was asked for counts too.
        guard decision == .granted, let closure = file.closure else { return }
        if let obstacle = ClosureRules.obstacles(file, context).first { throw obstacle }
        try ClosureRules.check(file, closure.request.reason)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.closure?.by, context)
            + (decision == .granted
                ? file.closure.map { ClosureRules.cautions(file, $0.request.reason, context) } ?? [] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if file.closure?.by == stamp.worker { file.decidedAlone += 1 }
        file.closure?.state = decision == .granted ? .closed : .refused
        guard decision == .granted else { return }
        file.closure?.closed = stamp.instant
        // What was agreed for later falls away with the case, and what others do is not watched any more.
        for index in file.triggers.indices
        where RuleID.fallsAway.contains(file.triggers[index].rule) && file.triggers[index].isOpen {
            file.triggers[index].waived = stamp.instant
        }
    }
}
