/// Records what the partner answered.
package struct AnswerReferral: Action, Hashable {
    package static let name: ActionName = "answer-referral"
    package static let duty: Duty? = .manageCases

    package var referral: ID<Referral>
    package var answer: ReferralAnswer
    /// Where it was declined: why.
    package var note: LongText?
    package var appointment: Moment?
    /// When the partner answered, if not now.
    package var at: Moment?

    package init(
        _ referral: ID<Referral>, _ answer: ReferralAnswer, note: LongText? = nil, appointment: Moment? = nil,
        at: Moment? = nil
    ) {
        self.referral = referral
        self.answer = answer
        self.note = note
        self.appointment = appointment
        self.at = at
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.referrals.contains(where: \.isUnanswered) }

    package var topic: Topic? { Topic("referral/\(referral)") }
    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        let isThere = file.referrals.contains { $0.id == referral && $0.isUnanswered }
        if !isThere { faults.append(Fault(CodingKeys.referral, .notInList)) }
        if answer == .declined, note == nil { faults.append(Fault(CodingKeys.note, .missing)) }
        return faults + context.ahead(CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.referrals.firstIndex(where: { $0.id == referral }) else { return }
        file.referrals[place].answer = self
        let when = at?.instant ?? stamp.instant
        file.triggers.meet(.partnerAnswers, about: referral.value, at: when)
        if answer == .declined { file.triggers.meet(.stopSharing, about: referral.value, at: when) }
        file.watchConsents()
        // The partner's takes nothing from what the office agreed with the client itself.
        if answer == .accepted, let appointment {
            file.triggers.agree(.appointment, about: referral.value, on: appointment.instant)
        }
    }
}

package enum ReferralAnswer: String, Choice {
    case accepted, declined
    package static let list = "referral-answer"
}
