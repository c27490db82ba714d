import Foundation

extension RuleID {
    /// How soon somebody is with a client, by how great the risk is (`docs/adr/0006-what-the-law-clocks-count-from.md`);
    /// nil of high risk, which is served at once.
    static func firstContact(_ risk: Risk) -> RuleID? {
        switch risk {
        case .high: nil
        case .medium: .reachMedium
        case .low: .reachLow
        }
    }

    /// What the first contact meets, the strictest first.
    static let firstContacts: [RuleID] = [.reachMedium, .reachLow]

    /// Who waits by one of these waits as strictly as by this one.
    static func asStrict(as rule: RuleID) -> [RuleID] {
        let all = [.serveAtOnce] + firstContacts
        return Array(all.prefix(through: all.firstIndex(of: rule) ?? 0))
    }
}

extension CaseFile {
    /// A complaint in which nobody is in danger opened the case: each client whom it names is met in the time that its risk
    /// gives. Where it names none, whoever is met is it.
    mutating func mustReach(_ risk: Risk, from start: Date, by complaint: ID<Complaint>) {
        mustReach(clients.isEmpty ? [complaint.value] : clients.map(\.id.value), risk, from: start)
    }

    /// A further one joined it. Whoever it is about and somebody was with has a companion already, unless it opened the case
    /// again: what was before is not about this.
    mutating func mustReach(by joined: JoinComplaint, from start: Date, isAnew: Bool) {
        let named = clients.map(\.id).filter { isAbout(joined, $0) && (isAnew || !reachedClients.contains($0)) }
        let isOfNobody = clients.isEmpty && harmed(by: joined.complaint).isEmpty && (isAnew || reached == nil)
        // Whom no complaint names is the same one for all that anybody knows.
        let isWaiting = complaints.contains { waiting($0.value, by: RuleID.firstContact(joined.risk)) }
        let nobody = isOfNobody && !isWaiting ? [joined.complaint.value] : []
        mustReach(named.map(\.value) + nobody, joined.risk, from: start)
    }

    /// Who waits already by a rule that is as strict or stricter starts none.
    private mutating func mustReach(_ who: [UUID], _ risk: Risk, from start: Date) {
        guard let rule = RuleID.firstContact(risk) else { return }
        triggers += who.filter { !waiting($0, by: rule) }.map { Trigger(rule, from: start, about: $0) }
    }

    /// Whether somebody waits by a rule that is as strict.
    private func waiting(_ who: UUID, by rule: RuleID?) -> Bool {
        let strict = rule.map(RuleID.asStrict) ?? []
        return triggers.contains { $0.isOpen && $0.about == who && strict.contains($0.rule) }
    }
}
