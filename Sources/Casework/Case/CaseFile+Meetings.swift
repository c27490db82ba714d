import Foundation

/// Somebody was with a client, or with who speaks for them.
struct Meeting: Hashable, Sendable {
    let client: ID<Person>
    let at: Date
    /// Whether it served whoever is in danger.
    let serves: Bool

    fileprivate func meets(_ trigger: Trigger) -> Bool {
        (serves || trigger.rule != .serveAtOnce) && client.value == trigger.about && at >= trigger.start.wholeMinute
    }
}

extension CaseFile {
    /// With whom somebody was.
    var reachedClients: Set<ID<Person>> { Set(meetings.map(\.client)) }

    /// Somebody was with a client, or with who speaks for them: a service, a follow-up that reached them, what they agreed
    /// to, an assessment; in whatever order these were written down. Without a name, with all of them. Of whom a complaint
    /// only tells nobody knows that it was they.
    /// - Parameter serves: whether it served whoever is in danger.
    mutating func reach(_ client: ID<Person>?, at when: Date, serves: Bool = false) {
        reached = min(reached ?? when, when)
        let met = client.map { [$0] } ?? clients.map(\.id)
        meetings += met.map { Meeting(client: $0, at: when, serves: serves) }
        let others = clients.map(\.id).filter { !met.contains($0) }.map(\.value)
        let told = toldPeople.filter { told in person(for: told).map { !met.contains($0) } ?? true }.map(\.id.value)
        triggers.meet(RuleID.firstContacts + (serves ? [.serveAtOnce] : []), at: when, butNot: others + told)
    }

    /// Somebody said who it is of whom a complaint told: what waits for them passes to that client, and whoever was with
    /// these since then met it. Who was a client already has a clock of their own; nil is nobody whom the file needs.
    mutating func pass(_ told: ID<ToldPerson>, to client: ID<Person>?) {
        let waiting = triggers.filter { $0.isOpen && $0.about == told.value }
        triggers.removeAll { $0.isOpen && $0.about == told.value }
        guard let client else { return }
        for trigger in waiting.map({ Trigger($0.rule, from: $0.start, about: client.value) })
        where !triggers.contains(where: trigger.isSame(as:)) && !isAccompanied(client, before: trigger) {
            var passed = trigger
            passed.met = meetings.filter { $0.meets(trigger) }.map(\.at).min()
            triggers.append(passed)
        }
    }

    /// Whether somebody was with a client before a clock of the first contact began, since the case was opened.
    private func isAccompanied(_ client: ID<Person>, before trigger: Trigger) -> Bool {
        RuleID.firstContacts.contains(trigger.rule)
            && meetings.contains { $0.client == client && $0.at < trigger.start && $0.at >= reopened ?? $0.at }
    }
}
