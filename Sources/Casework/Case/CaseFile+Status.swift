/// How far the work on a case has come (`docs/adr/0007-statuses-are-derived.md`). Actions move it; what is open
/// beside it is told by the status.
package enum Stage: Hashable, Sendable {
    case assessment
    case plan
    case intervention
    case review
    case monitoring
    case reopened
}

extension CaseFile {
    /// The statuses in which somebody works on it.
    package static let openStatuses: [Status] = [
        .assessment, .plan, .intervention, .referred, .review, .monitoring, .reopened,
    ]

    package var isClosed: Bool { closure?.state == .closed || broughtEnd != nil }

    /// Derived from what happened, never set by hand.
    package var status: Status {
        if let closure, closure.state == .closed {
            return closure.request.reason == .transferred ? .transferred : .closed
        }
        if let broughtEnd { return broughtEnd == .transferred ? .transferred : .closed }
        if closure?.state == .asked { return .review }
        switch stage {
        case .assessment: return .assessment
        case .plan: return .plan
        // A partner was asked and has not finished: the case is still ours.
        case .intervention: return referrals.contains(where: \.isOpen) ? .referred : .intervention
        case .review: return .review
        case .monitoring: return .monitoring
        case .reopened: return .reopened
        }
    }

    /// The dues that bind this office and are open: they stand in the way of closure.
    package func openDues(_ rulebook: Rulebook) -> [Rule] {
        triggers.filter(\.isOpen).compactMap { rulebook[$0.rule] }.filter { $0.bound == .unit }
    }

    /// What the work on the case asks for next, where no due does; nil where nothing is missing.
    package var nextStep: ActionName? {
        if isClosed { return nil }
        if isUnsafe { return RecordAssessment.name }
        if closure?.state == .asked { return DecideClosure.name }
        if askedPlan != nil { return DecidePlan.name }
        if consents.isEmpty || clients.contains(where: { isToAsk($0.id) }) { return RecordConsent.name }
        if assessments.isEmpty || needsAssessment || clients.contains(where: { isToAssess($0.id) }) {
            return RecordAssessment.name
        }
        // After a new assessment there is a new plan, and another one after one that was refused.
        let wasRefused = plan?.approval == .refused || nextPlan?.approval == .refused
        if plan == nil || wasRefused || stage == .assessment { return AgreePlan.name }
        if stage == .review { return RequestClosure.name }
        if stage == .monitoring { return RecordFollowUp.name }
        if openSteps.isEmpty, referrals.allSatisfy({ !$0.isOpen }) { return ReviewCase.name }
        return GiveService.name
    }
}
