/// What a waiver is asked of: the clocks of a rule, of whomever they run for or of one client alone.
package struct WaivedDue: Hashable, Sendable {
    package let rule: RuleID
    /// Nil for all of them, as in entries of before it could be said.
    package let about: ID<Person>?

    package init(_ rule: RuleID, _ about: ID<Person>?) {
        self.rule = rule
        self.about = about
    }

    var topic: Topic { Topic(about.map { "due/\(rule.text)/\($0)" } ?? "due/\(rule.text)") }

    fileprivate func covers(_ trigger: Trigger) -> Bool {
        trigger.rule == rule && (about == nil || trigger.about == about?.value)
    }
}

extension CaseFile {
    /// The rules of the open dues that bind the office and that nobody has asked to be let off. What binds others is only
    /// watched, and what was agreed is agreed anew.
    package func waivable(by rulebook: Rulebook) -> Set<RuleID> {
        Set(openDues(rulebook).map(\.id)).intersection(unasked.map(\.rule))
    }

    /// The clients for whom alone one of these can be asked: where the rule runs for somebody else too.
    package func waivableClients(by rulebook: Rulebook) -> [Person] {
        let ofRule = Dictionary(grouping: unasked, by: \.rule).filter { Set($1.map(\.about)).count > 1 }
        let rules = waivable(by: rulebook).intersection(ofRule.keys)
        let about = Set(rules.flatMap { ofRule[$0] ?? [] }.compactMap(\.about))
        return clients.filter { about.contains($0.id.value) }
    }

    /// What a waiver is for, or would be, each that is about one of several people with their name.
    package func waived(_ due: WaivedDue) -> [Trigger] {
        let asked = openWaivers[due]?.of ?? askable(due)
        return namedTriggers.filter { trigger in trigger.isOpen && asked.contains(where: trigger.isSame(as:)) }
    }

    /// What runs and is in no waiver that waits.
    private var unasked: [Trigger] {
        let asked = openWaivers.values.flatMap(\.of)
        return waivable.filter { trigger in !asked.contains(where: trigger.isSame(as:)) }
    }

    /// What runs, but for those of whom complaints only tell: nobody is let off being with somebody before it is said who
    /// they are.
    private var waivable: [Trigger] {
        let told = toldPeople.map(\.id.value)
        return triggers.filter { trigger in trigger.isOpen && !(trigger.about.map(told.contains) ?? false) }
    }

    /// What of a due runs and is in no other waiver.
    func askable(_ due: WaivedDue) -> [Trigger] {
        let others = openWaivers.filter { $0.key != due }.values.flatMap(\.of)
        return waivable.filter { due.covers($0) && !others.contains(where: $0.isSame(as:)) }
    }

    /// Whether anything may be asked for.
    var hasUnasked: Bool { !unasked.isEmpty }

    /// Whether a due runs, asked for or not.
    func isRunning(_ due: WaivedDue) -> Bool { waivable.contains(where: due.covers) }
}
