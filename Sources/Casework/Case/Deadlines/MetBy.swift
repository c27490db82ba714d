extension RuleID {
    /// What meets a due of this rule on a case.
    package var metBy: ActionName? {
        switch self {
        case .reportToPolice: ReportToPolice.name
        case .serveAtOnce, .reachMedium, .reachLow, .appointment: RecordFollowUp.name
        case .review: ReviewCase.name
        case .planStep: FinishStep.name
        case .partnerAnswers: AnswerReferral.name
        case .stopSharing: RecordReferralOutcome.name
        case .consentEnds: RecordConsent.name
        case .hearing: RecordProceeding.name
        default:
            ProceedingClock.all.first { $0.rule == self }.map { clock in
                clock.services.isEmpty ? RecordProceeding.name : GiveService.name
            }
        }
    }
}
