/// The plan as it stands: what was agreed, whether it was approved, which steps are done.
package struct Plan: Hashable, Sendable {
    package let agreed: AgreePlan
    /// Who wrote it down, and so does not approve it.
    package let by: ID<Worker>
    package internal(set) var steps: [Step]
    package internal(set) var approval = Approval.asked

    package struct Step: Hashable, Sendable, Referable {
        package static var field: Field.Kind { .item(of: .steps) }

        package let id: ID<Step>
        /// The place of its goal in the plan.
        package let goal: Int
        package let told: AgreePlan.Step
        package internal(set) var outcome: StepOutcome?

        package var isFinished: Bool { outcome != nil }
    }
}

extension CaseFile {
    /// What is still to be done of the plan. Nobody is held to one that was refused.
    package var openSteps: [Plan.Step] {
        plan.map { $0.approval == .refused ? [] : $0.steps.filter { !$0.isFinished } } ?? []
    }

    /// The plan that waits for the supervisor's word.
    package var askedPlan: Plan? { [nextPlan, plan].compactMap(\.self).first { $0.approval == .asked } }

    /// The plan that the case goes by now; its steps and its review take the place of those of the plan before.
    mutating func follow(_ plan: Plan) {
        self.plan = plan
        nextPlan = nil
        triggers.agree(.review, on: plan.agreed.review.end)
        triggers.drop(.planStep)
        for step in plan.steps where !step.isFinished {
            guard let by = step.told.by else { continue }
            triggers.append(Trigger(.planStep, from: by.end, about: step.id.value, what: step.told.what.text))
        }
    }

    mutating func decidePlan(_ decision: ApprovalDecision) {
        guard let asked = askedPlan else { return }
        var plan = asked
        plan.approval = Approval(decision)
        if nextPlan?.approval != .asked {
            self.plan = plan
            // Nobody is held to a plan that was refused; another one is what is missing.
            if decision == .refused {
                triggers.drop(.planStep)
                triggers.removeAll { $0.rule == .review && $0.isOpen && $0.start == plan.agreed.review.end }
            } else if stage == .plan {
                stage = .intervention
            }
        } else if decision == .granted {
            follow(plan)
            stage = .intervention
        } else {
            nextPlan = plan
        }
    }

    /// The step may be of a plan that waits again, since its approval was taken back.
    mutating func finish(_ step: ID<Plan.Step>, _ outcome: StepOutcome) {
        for path in [\CaseFile.plan, \CaseFile.nextPlan] {
            guard let place = self[keyPath: path]?.steps.firstIndex(where: { $0.id == step }) else { continue }
            self[keyPath: path]?.steps[place].outcome = outcome
        }
    }
}
