import Foundation

extension CaseFile {
    /// The law's clocks in proceedings follow from all that is on file, whenever it was written down: who turns out to be a
    /// child later was one all the time, and a letter that was recorded late came when it came.
    package mutating func settle() {
        settleTold()
        settleProceedings()
    }

    private mutating func settleProceedings() {
        let isOurs = { (trigger: Trigger) in ProceedingClock.rules.contains(trigger.rule) }
        let before = triggers.filter(isOurs)
        guard !before.isEmpty || legalSteps.contains(where: { !$0.isService }) else { return }
        triggers.removeAll(where: isOurs)
        triggers += proceedingTriggers(waived: before.filter { $0.waived != nil })
    }

    /// - Parameter waived: what somebody was let off, or fell away with the case, stays so.
    private func proceedingTriggers(waived: [Trigger]) -> [Trigger] {
        legalSteps.inOrder.reduce(into: []) { triggers, step in
            for clock in ProceedingClock.all where clock.isMet(by: step) {
                triggers.meet(clock.rule, by: step)
            }
            for clock in ProceedingClock.all where clock.isStarted(by: step) {
                for client in clients(for: clock, step) where !triggers.isRunning(clock.rule, client) {
                    let name = clients.count > 1 ? client.flatMap(person)?.name.text : nil
                    var trigger = Trigger(
                        clock.rule, from: step.at, about: client?.value, what: name, until: step.until?.end)
                    trigger.waived = waived.first(where: trigger.isSame(as:))?.waived
                    triggers.append(trigger)
                }
            }
        }
    }

    /// Whom a clock runs for; nil is the case as a whole.
    private func clients(for clock: ProceedingClock, _ step: LegalStep) -> [ID<Person>?] {
        let holds = { (client: ID<Person>?) in
            clock.conditions.allSatisfy { self.holds($0, for: client, isNamed: step.client != nil) }
        }
        if let named = step.client { return holds(named) ? [named] : [] }
        if clients.isEmpty { return holds(nil) ? [nil] : [] }
        let clients = clients.map(\.id).filter(holds)
        return clock.isOfEach ? clients : clients.isEmpty ? [] : [nil]
    }

    /// - Parameter isNamed: whom somebody named was harmed, though nobody said yet how: then as the case tells.
    private func holds(_ condition: ProceedingClock.Condition, for client: ID<Person>?, isNamed: Bool) -> Bool {
        let ofClient = client.map { self.forms(of: $0) } ?? self.forms
        let forms = ofClient.isEmpty && isNamed ? self.forms : ofClient
        return switch condition {
        case .sexual: forms.contains(.sexual)
        case .notSexual: !forms.contains(.sexual)
        case .trafficking: forms.contains(.trafficking)
        case .domestic: isDomestic(for: client)
        case .child: client.flatMap(person).flatMap { youngestAge(of: $0) }?.isChildsAge ?? false
        case .restitution: legalSteps.contains { $0.event == .restitutionGranted && $0.isAbout(client?.value) }
        }
    }

    /// What incidents say of this client, or else what triage said of the case.
    private func isDomestic(for client: ID<Person>?) -> Bool {
        let theirs = incidents.filter { incident in
            client.map { id in incident.harms.contains { $0.client == id } } ?? true
        }
        let told = theirs.compactMap(\.domestic).filter { $0 != .unknown }
        return told.isEmpty ? opening?.domestic == .yes : told.contains(.yes)
    }
}

extension [Trigger] {
    fileprivate func isRunning(_ rule: RuleID, _ client: ID<Person>?) -> Bool {
        contains { $0.rule == rule && $0.isOpen && $0.about == client?.value }
    }

    fileprivate mutating func meet(_ rule: RuleID, by step: LegalStep) {
        for index in indices where self[index].rule == rule && self[index].isOpen && step.isAbout(self[index].about) {
            // Within the minute that somebody typed.
            self[index].met = Swift.max(step.at, self[index].start)
        }
    }
}
