package import Foundation

/// A client handed to a partner for a service; the case stays ours (rujukan).
package struct Referral: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .referrals) }

    package let id: ID<Referral>
    package let asked: ReferClient
    package let since: Date
    package internal(set) var answer: AnswerReferral?
    package internal(set) var outcome: RecordReferralOutcome?

    /// Asked or accepted, and without an outcome.
    package var isOpen: Bool { outcome == nil && answer?.answer != .declined }
    package var isUnanswered: Bool { answer == nil && outcome == nil }
}

/// What allows the office to let a partner know (UU 27/2022 art. 20).
package enum SharingBasis: String, Choice {
    case consent
    case legalDuty = "legal-duty"
    case vitalInterest = "vital-interest"
    package static let list = "sharing-basis"
}
