/// Grants or refuses a waiver that was asked for. Nobody decides their own.
package struct DecideWaiver: Action, Hashable {
    package static let name: ActionName = "decide-waiver"
    package static let duty: Duty? = .approve

    package var rule: RuleID
    package var decision: ApprovalDecision
    package var reason: LongText

    package init(_ rule: RuleID, _ decision: ApprovalDecision, because reason: LongText) {
        self.rule = rule
        self.decision = decision
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.openWaivers.isEmpty }

    package var topic: Topic? { Topic("due/\(rule.text)") }
    package var lookups: [Lookup] { SecondPerson.lookups }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.openWaivers[rule] == nil ? [Fault(CodingKeys.rule, .notInList)] : []
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try SecondPerson.check(file.waivers[rule]?.by, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.waivers[rule]?.by, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if file.waivers[rule]?.by == stamp.worker { file.decidedAlone += 1 }
        guard let waiver = file.waivers.removeValue(forKey: rule), decision == .granted else { return }
        file.triggers.waive(waiver.of, at: stamp.instant)
    }
}
