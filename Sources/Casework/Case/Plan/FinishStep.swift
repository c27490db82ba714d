/// Records that a step of the plan was taken, or will not be.
package struct FinishStep: Action, Hashable {
    package static let name: ActionName = "finish-step"
    package static let duty: Duty? = .manageCases

    package var step: ID<Plan.Step>
    package var outcome: StepOutcome
    /// When it was, if not now.
    package var at: Moment?
    package var note: LongText?

    package init(_ step: ID<Plan.Step>, _ outcome: StepOutcome, at: Moment? = nil, note: LongText? = nil) {
        self.step = step
        self.outcome = outcome
        self.at = at
        self.note = note
    }

    package var happened: Moment? { at }

    package var topic: Topic? { Topic("step/\(step)") }

    package static func isOffered(on file: CaseFile) -> Bool { !file.openSteps.isEmpty }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let isOpen = file.openSteps.contains { $0.id == step }
        return (isOpen ? [] : [Fault(CodingKeys.step, .notInList)]) + context.ahead(CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.finish(step, outcome)
        switch outcome {
        case .done: file.triggers.meet(.planStep, about: step.value, at: at?.instant ?? stamp.instant)
        case .dropped: file.triggers.drop(.planStep, about: step.value)
        }
    }
}

/// What became of a step.
package enum StepOutcome: String, Choice {
    case done
    /// It is not needed any more, or the client does not want it.
    case dropped
    package static let list = "step-outcome"
}
