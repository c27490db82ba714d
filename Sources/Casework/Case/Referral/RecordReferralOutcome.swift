/// Records what came of a referral, and so ends it.
package struct RecordReferralOutcome: Action, Hashable {
    package static let name: ActionName = "record-referral-outcome"
    package static let duty: Duty? = .manageCases

    package var referral: ID<Referral>
    package var outcome: ReferralOutcome
    package var note: LongText?
    /// When it ended, if not now.
    package var at: Moment?

    package init(_ referral: ID<Referral>, _ outcome: ReferralOutcome, note: LongText? = nil, at: Moment? = nil) {
        self.referral = referral
        self.outcome = outcome
        self.note = note
        self.at = at
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.referrals.contains(where: \.isOpen) }

    package var topic: Topic? { Topic("referral/\(referral)") }
    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        let isThere = file.referrals.contains { $0.id == referral && $0.isOpen }
        if !isThere { faults.append(Fault(CodingKeys.referral, .notInList)) }
        return faults + context.ahead(CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.referrals.firstIndex(where: { $0.id == referral }) else { return }
        file.referrals[place].outcome = self
        let instant = at?.instant ?? stamp.instant
        file.triggers.meet(.partnerAnswers, about: referral.value, at: instant)
        file.triggers.meet(.stopSharing, about: referral.value, at: instant)
        file.watchConsents()
        guard outcome == .served else { return file.triggers.drop(.appointment, about: referral.value) }
        file.triggers.meet(.appointment, about: referral.value, at: instant)
        let asked = file.referrals[place].asked
        file.legalSteps.append(LegalStep(.service(asked.service), client: asked.client, at: instant))
    }
}

/// What came of a referral.
package enum ReferralOutcome: String, Choice {
    case served
    case notServed = "not-served"
    case clientDeclined = "client-declined"
    /// The office asked the partner to stop: the consent was withdrawn.
    case stopped
    package static let list = "referral-outcome"
}
