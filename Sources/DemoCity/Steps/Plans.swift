import Casework

extension Step {
    static let agreePlan = agreePlan(reviewIn: 30)

    static func agreePlan(reviewIn days: Int) -> Step {
        Step { work in
            let plan = AgreePlan(
                work.goals(), agreement: work.plot.isChild ? .childAndAdult : .client,
                agreementNote: work.words(Narratives.agreements), review: work.city.today.adding(days))
            try await work.perform(plan)
            work.lookAgain()
        }
    }

    static func decidePlan(_ decision: ApprovalDecision, because reason: LongText) -> Step {
        Step { work in try await work.perform(DecidePlan(decision, because: reason), by: work.city.staff.head) }
    }

    static let approvePlan = decidePlan(.granted, because: "Langkah jelas dan sesuai keinginan klien.")

    /// By its place in the plan.
    static func finishStep(_ place: Int, _ outcome: StepOutcome = .done) -> Step {
        Step { work in
            guard let steps = try await work.record().plan?.steps, steps.indices.contains(place),
                try await work.openSteps().contains(where: { $0.id == steps[place].id })
            else { return }
            let note: LongText? = outcome == .dropped ? "Klien tidak memerlukannya lagi." : nil
            try await work.perform(FinishStep(steps[place].id, outcome, note: note))
        }
    }
}

extension Work {
    mutating func openSteps() async throws -> [Plan.Step] {
        // Others may have been finished since somebody last looked.
        lookAgain()
        return try await record().plan?.steps.filter { !$0.isFinished } ?? []
    }

    /// What was to be done by now, was; now and then something is left.
    mutating func finishSteps() async throws {
        for step in try await openSteps() {
            guard step.told.by.map({ $0 < city.today }) ?? true, seed.number(1...8) > 1 else { continue }
            try await perform(FinishStep(step.id, .done))
        }
    }

    /// Safety first, then what this case is about.
    fileprivate mutating func goals() -> [AgreePlan.Goal] {
        let by = city.today.adding(seed.number(20...50))
        let about =
            if plot.isSexual { Narratives.recovery } else if plot.forms.contains(.trafficking) {
                Narratives.wayHome
            } else if plot.isChild { Narratives.childhood } else { Narratives.independence }
        return [seed.pick(Narratives.safety), seed.pick(about)].map { told in
            AgreePlan.Goal(told.aim, told.steps.map { AgreePlan.Step($0.what, $0.who, by: by) })
        }
    }
}
