package import Foundation

/// What a client agreed to or refused, and since when it counts no more.
package struct Consent: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .consents) }

    package let id: ID<Consent>
    package let told: RecordConsent
    package let since: Date
    package internal(set) var withdrawn: Date?

    /// Given, not withdrawn, and not run out on this day.
    package func isInForce(on day: Day) -> Bool {
        told.decision == .given && withdrawn == nil && told.until.map { day <= $0 } ?? true
    }
}

/// Why a client is asked.
package enum ConsentPurpose: String, Choice {
    /// To receive the office's services.
    case services
    /// To let a partner know what the file says.
    case sharing
    /// To sit at one table with the other side.
    case mediation
    package static let list = "consent-purpose"
}

package enum ConsentDecision: String, Choice {
    case given, refused
    package static let list = "consent-decision"
}

/// Who says yes or no for the client.
package enum ConsentGiver: String, Choice {
    case client
    case guardian
    /// Where the parent is suspected: another adult whom the child trusts, with the child's own assent (R-PDP-11).
    case safeAdult = "safe-adult"
    package static let list = "consent-giver"
}

/// A part of a file that may be shared.
package enum CasePart: String, Choice {
    case identity, contact, story, health, assessment, legal
    package static let list = "case-part"
}

extension CaseFile {
    /// Whether nobody recorded yet what a client agrees to or refuses.
    func isToAsk(_ client: ID<Person>) -> Bool { !consents.contains { $0.told.client == client } }

    /// Whether a client's last word on the office's services was no.
    func refusesServices(_ client: ID<Person>) -> Bool {
        let told = consents.filter { $0.told.client == client && $0.told.purpose == .services }
        let last = told.enumerated().max { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }?.element
        return last.map { $0.told.decision == .refused || $0.withdrawn != nil } ?? false
    }

    /// Whether a client lets this partner know these parts.
    package func permits(_ client: ID<Person>, _ partner: ID<Partner>, _ parts: [CasePart], on day: Day) -> Bool {
        let known = sharing(client, partner).filter { $0.isInForce(on: day) }
        return Set(parts).isSubset(of: known.flatMap { $0.told.parts ?? [] })
            && !known.isEmpty
    }

    /// What a client agreed to let this partner know and did not take back, also what ran out.
    private func sharing(_ client: ID<Person>, _ partner: ID<Partner>) -> [Consent] {
        consents.filter {
            $0.canBeWithdrawn && $0.told.client == client && $0.told.purpose == .sharing
                && $0.told.partner == partner
        }
    }

    /// Has the manager ask anew, or have the partner stop, when a consent runs out that a partner still works on the
    /// strength of. Whatever changes consents or referrals ends with this.
    mutating func watchConsents() {
        triggers.drop(.consentEnds)
        for referral in referrals where referral.isOpen && referral.asked.basis == .consent {
            guard let last = lastDay(of: referral) else { continue }
            triggers.append(Trigger(.consentEnds, from: last.end, about: referral.id.value))
        }
    }

    /// The last day on which the client lets the partner know all that it was told; nil where none is said, and where
    /// something of it was taken back, which has a clock of its own.
    private func lastDay(of referral: Referral) -> Day? {
        let known = sharing(referral.asked.client, referral.asked.partner)
        let ends = referral.asked.parts.map { part in
            known.filter { $0.told.parts?.contains(part) == true }.map(\.told.until)
        }
        guard ends.allSatisfy({ !$0.isEmpty }) else { return nil }
        return ends.filter { !$0.contains(nil) }.compactMap { $0.compactMap(\.self).max() }.min()
    }
}
