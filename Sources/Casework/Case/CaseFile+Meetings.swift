import Foundation

/// Somebody was with a client.
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
    /// With whom somebody was since the case was opened, or opened again.
    var reachedClients: Set<ID<Person>> {
        Set(meetings.filter { meeting in reopened.map { meeting.at >= $0 } ?? true }.map(\.client))
    }

    /// Somebody was with a client: a service, a follow-up that reached them, what they agreed to, an assessment; in whatever
    /// order these were written down. Without a name, with all of them. Nobody else was met by it.
    /// - Parameter serves: whether it served whoever is in danger.
    mutating func reach(_ client: ID<Person>?, at when: Date, serves: Bool = false) {
        reached = min(reached ?? when, when)
        let met = client.map { [$0] } ?? clients.map(\.id)
        meetings += met.map { Meeting(client: $0, at: when, serves: serves) }
        let others = people.map(\.id).filter { !met.contains($0) }.map(\.value) + toldPeople.map(\.id.value)
        triggers.meet(RuleID.firstContacts + (serves ? [.serveAtOnce] : []), at: when, butNot: others)
    }

    /// Somebody was with a client, or with all: what was agreed with them for a day that has come was kept, also with a
    /// partner.
    mutating func keepAppointments(with client: ID<Person>?, at when: Date) {
        let referred = referrals.filter { $0.asked.client == client }.map(\.id.value)
        for about in [client?.value] + referred { triggers.keep(.appointment, about: about, at: when) }
    }

    /// The next appointment with a client: in the place of the one for the same service, and of each to which they did not
    /// come. What is ahead for something else stays.
    mutating func agree(with client: ID<Person>?, for service: Service? = nil, on next: Date, at now: Date) {
        triggers.removeAll { trigger in
            trigger.rule == .appointment && trigger.isOpen && trigger.about == client?.value && trigger.start <= now
        }
        triggers.agree(.appointment, about: client?.value, for: service, on: next)
    }

    /// A clock that began under no name, or in another role, runs for this client; whoever was with them since then met it.
    /// Who waits, waited since then or was let off by a first contact as strict waits by that.
    mutating func wait(for client: ID<Person>, _ clock: Trigger) {
        let trigger = Trigger(clock.rule, from: clock.start, about: client.value)
        let isOfContact = RuleID.firstContacts.contains(clock.rule)
        let isWaiting = triggers.contains { other in
            other.isSame(as: trigger)
                || isOfContact && other.about == client.value && RuleID.asStrict(as: clock.rule).contains(other.rule)
                    && (other.isOpen || [other.met, other.waived].contains { $0.map { $0 >= clock.start } ?? false })
        }
        guard !isWaiting, !isAccompanied(client, before: clock) else { return }
        var begun = trigger
        begun.met = meetings.filter { $0.meets(trigger) }.map(\.at).min()
        triggers.append(begun)
    }

    /// Whether somebody was with a client before a clock of the first contact began, since the case was opened.
    private func isAccompanied(_ client: ID<Person>, before clock: Trigger) -> Bool {
        RuleID.firstContacts.contains(clock.rule)
            && meetings.contains { $0.client == client && $0.at < clock.start && $0.at >= reopened ?? $0.at }
    }
}
