/// Asks the supervisor to waive a due. Until it is decided, who holds `approve` may open the file.
package struct RequestWaiver: Action, Hashable {
    package static let name: ActionName = "request-waiver"
    package static let duty: Duty? = .manageCases

    package var rule: RuleID
    /// For whom alone, where the rule runs for several; nil for all of them, as in entries of before it was asked.
    package var about: ID<Person>?
    package var reason: LongText

    package init(_ rule: RuleID, of about: ID<Person>? = nil, because reason: LongText) {
        self.rule = rule
        self.about = about
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.hasUnasked }

    package var due: WaivedDue { WaivedDue(rule, about) }
    package var topic: Topic? { due.topic }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let isOpen = file.openDues(context.law.rulebook).contains { $0.id == rule }
        guard isOpen, file.isRunning(WaivedDue(rule, nil)) else { return [Fault(CodingKeys.rule, .notInList)] }
        return file.isRunning(due) ? [] : [Fault(CodingKeys.about, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard file.openWaivers[due] == nil, !file.askable(due).isEmpty else { throw Refusal("waiver-asked-already") }
    }

    /// One who is in danger is not let wait by an answer that somebody left out.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let all = file.waived(due)
        guard about == nil, Set(all.map(\.about)).count > 1 else { return [] }
        let names = all.compactMap(\.what).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return names.isEmpty ? [] : [Caution("waiver-for-all", ["names": names.joined(separator: ", ")])]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.waivers[due] = CaseFile.Waiver(
            by: stamp.worker, asked: stamp.instant, reason: reason, of: file.askable(due))
    }
}
