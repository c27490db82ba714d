/// Grants or refuses a waiver that was asked for. Nobody decides their own.
package struct DecideWaiver: Action, Hashable {
    package static let name: ActionName = "decide-waiver"
    package static let duty: Duty? = .approve

    package var rule: RuleID
    /// For whom alone it was asked; nil where it was asked for all.
    package var about: ID<Person>?
    package var decision: ApprovalDecision
    package var reason: LongText

    package init(
        _ rule: RuleID, of about: ID<Person>? = nil, _ decision: ApprovalDecision, because reason: LongText
    ) {
        self.rule = rule
        self.about = about
        self.decision = decision
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.openWaivers.isEmpty }

    package var due: WaivedDue { WaivedDue(rule, about) }
    package var topic: Topic? { due.topic }
    package var lookups: [Lookup] { SecondPerson.lookups }

    /// Of one that waits for somebody alone, it stands whose it is.
    package static func suggestion(for file: CaseFile) throws -> Posted? {
        guard file.openWaivers.count == 1, let due = file.openWaivers.keys.first, due.about != nil else { return nil }
        return try FormWriter.answers(of: Self(due.rule, of: due.about, .granted, because: ""))
            .without(CodingKeys.decision, CodingKeys.reason)
    }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        guard file.openWaivers[due] == nil else { return [] }
        let isAsked = file.openWaivers.keys.contains { $0.rule == rule }
        guard isAsked else { return [Fault(CodingKeys.rule, .notInList)] }
        return [about == nil ? Fault(CodingKeys.about, .missing) : Fault(CodingKeys.about, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try SecondPerson.check(file.waivers[due]?.by, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        SecondPerson.cautions(file.waivers[due]?.by, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if file.waivers[due]?.by == stamp.worker { file.decidedAlone += 1 }
        guard let waiver = file.waivers.removeValue(forKey: due), decision == .granted else { return }
        file.triggers.waive(waiver.of, at: stamp.instant)
    }
}
