/// Looks at the case anew and says how it goes on.
package struct ReviewCase: Action, Hashable {
    package static let name: ActionName = "review-case"
    package static let duty: Duty? = .manageCases

    package var findings: LongText
    package var decision: ReviewDecision
    package var next: Day?

    package init(_ findings: LongText, _ decision: ReviewDecision, next: Day? = nil) {
        self.findings = findings
        self.decision = decision
        self.next = next
    }

    package static func isOffered(on file: CaseFile) -> Bool { file.plan != nil }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        decision != .close && next == nil
            ? [Fault(CodingKeys.next, .missing)] : context.past(CodingKeys.next, next)
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        file.plan == nil ? [Refusal("plan-first", remedy: AgreePlan.name)] : []
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.reviews.append(self)
        // How the case goes on is decided: nobody waits for another plan in the place of one that was refused.
        if file.nextPlan?.approval == .refused { file.nextPlan = nil }
        file.triggers.meet(.review, at: stamp.instant)
        if let next { file.triggers.agree(.review, on: next.end) }
        if decision == .reassess { file.changeSafety(of: nil) { $0.needsAssessment = true } }
        file.stage =
            switch decision {
            case .goOn: .intervention
            case .reassess: .assessment
            case .monitor: .monitoring
            case .close: .review
            }
    }
}

/// How a case goes on after a review.
package enum ReviewDecision: String, Choice {
    case goOn = "go-on"
    case reassess
    case monitor
    case close
    package static let list = "review-decision"
}
