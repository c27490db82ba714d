import Foundation

/// Takes a consent back, at once. Where a partner works on the strength of it, the office must make it stop within
/// 3 x 24 hours (UU 27/2022 art. 40).
package struct WithdrawConsent: Action, Hashable {
    package static let name: ActionName = "withdraw-consent"
    package static let duty: Duty? = .manageCases

    package var consent: ID<Consent>
    package var reason: LongText?
    /// When the client took it back, if not now: the law's clock counts from here.
    package var at: Moment?

    package init(_ consent: ID<Consent>, because reason: LongText? = nil, at: Moment? = nil) {
        self.consent = consent
        self.reason = reason
        self.at = at
    }

    package var happened: Moment? { at }

    package var topic: Topic? { Topic("consent/\(consent)") }

    package static func isOffered(on file: CaseFile) -> Bool { file.consents.contains(where: \.canBeWithdrawn) }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        guard let known = file.consents.first(where: { $0.id == consent && $0.canBeWithdrawn })
        else { return [Fault(CodingKeys.consent, .notInList)] }
        return context.ahead(CodingKeys.at, at) + context.before(known.since, CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.withdraw(consent, at: at?.instant ?? stamp.instant)
    }
}

extension CaseFile {
    /// A consent counts no more; a partner who works on the strength of it is to stop.
    mutating func withdraw(_ consent: ID<Consent>, at instant: Date) {
        guard let place = consents.firstIndex(where: { $0.id == consent }) else { return }
        consents[place].withdrawn = instant
        let told = consents[place].told
        let resting = referrals.filter {
            $0.isOpen && $0.asked.basis == .consent && $0.asked.client == told.client
                && $0.asked.partner == told.partner
        }
        for referral in resting { triggers.append(Trigger(.stopSharing, from: instant, about: referral.id.value)) }
        watchConsents()
    }
}

extension Consent {
    package var canBeWithdrawn: Bool { told.decision == .given && withdrawn == nil }
}
