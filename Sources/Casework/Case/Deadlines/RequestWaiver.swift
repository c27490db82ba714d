/// Asks the supervisor to waive a due. Until it is decided, who holds `approve` may open the file.
package struct RequestWaiver: Action, Hashable {
    package static let name: ActionName = "request-waiver"
    package static let duty: Duty? = .manageCases

    package var rule: RuleID
    package var reason: LongText

    package init(_ rule: RuleID, because reason: LongText) {
        self.rule = rule
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool {
        file.triggers.contains { $0.isOpen && file.openWaivers[$0.rule] == nil }
    }

    package var topic: Topic? { Topic("due/\(rule.text)") }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.openDues(context.law.rulebook).contains { $0.id == rule } ? [] : [Fault(CodingKeys.rule, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard file.openWaivers[rule] == nil else { throw Refusal("waiver-asked-already") }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.waivers[rule] = CaseFile.Waiver(
            by: stamp.worker, asked: stamp.instant, reason: reason,
            of: file.triggers.filter { $0.rule == rule && $0.isOpen })
    }
}
