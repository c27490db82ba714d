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
        let waiting = clients.map(\.id).filter { isAbout(joined, $0) && (isAnew || !reachedClients.contains($0)) }
        let isOfNobody = clients.isEmpty && harmed(by: joined.complaint).isEmpty && (isAnew || reached == nil)
        let isWaiting = triggers.contains { $0.isOpen && complaints.map(\.value).contains($0.about) }
        let nobody = isOfNobody && !isWaiting ? [joined.complaint.value] : []
        mustReach(waiting.map(\.value) + nobody, joined.risk, from: start)
    }

    /// Who waits already by a rule that is as strict or stricter starts none.
    private mutating func mustReach(_ who: [UUID], _ risk: Risk, from start: Date) {
        guard let rule = RuleID.firstContact(risk) else { return }
        let waiting = triggers.filter { $0.isOpen && RuleID.asStrict(as: rule).contains($0.rule) }.map(\.about)
        triggers += who.filter { !waiting.contains($0) }.map { Trigger(rule, from: start, about: $0) }
    }
}
