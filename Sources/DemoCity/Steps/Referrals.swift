import Casework
import Foundation

extension Step {
    static func refer(to kind: PartnerKind) -> Step {
        Step { work in
            let asked = try await work.referral(to: kind)
            try await work.perform(asked)
            work.lookAgain()
        }
    }

    /// A life is at stake: the law allows it, the caution is ticked.
    static func referWithoutConsent(to kind: PartnerKind) -> Step {
        Step { work in
            var asked = try await work.referral(to: kind)
            asked.basis = .vitalInterest
            try await work.perform(asked, ticked: [Caution("without-consent")])
            work.lookAgain()
        }
    }

    static let accepted = answer(.accepted, appointment: 3)
    static let declined = answer(.declined, note: "Tempat penuh sampai akhir bulan.")

    private static func answer(_ answer: ReferralAnswer, note: LongText? = nil, appointment: Int? = nil) -> Step {
        Step { work in
            guard let referral = try await work.record().referrals.last else { return }
            let meeting = appointment.map { Moment(Hours.officeDay($0, after: work.city.now, &work.seed)) }
            try await work.perform(AnswerReferral(referral.id, answer, note: note, appointment: meeting))
        }
    }

    static func referralEnds(_ outcome: ReferralOutcome, note: LongText) -> Step {
        Step { work in
            guard let referral = try await work.record().referrals.last else { return }
            try await work.perform(RecordReferralOutcome(referral.id, outcome, note: note))
        }
    }

    static let served = referralEnds(.served, note: "Mitra mengirim surat balasan; klien sudah dilayani.")
}

extension Work {
    fileprivate mutating func referral(to kind: PartnerKind) async throws -> ReferClient {
        let partner = try city.partner(kind)
        return ReferClient(
            try await client(), to: partner.id, partner.details.services?.first ?? .legalAid,
            parts: [.identity, .contact, .story],
            because: seed.pick(Narratives.referrals), needed: city.today.adding(7))
    }
}
