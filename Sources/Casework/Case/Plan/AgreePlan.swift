/// Writes down the plan that was made with the client: goals, the steps to each, and when it is looked at again. The
/// supervisor approves it.
package struct AgreePlan: Action, Hashable {
    package static let name: ActionName = "agree-plan"
    package static let mending: MendingTraits = .numbersThings
    package static let duty: Duty? = .manageCases

    package var goals: [Goal]
    package var agreement: PlanAgreement
    /// The client's own words; or why it could not be agreed.
    package var agreementNote: LongText?
    package var review: Day

    package init(
        _ goals: [Goal], agreement: PlanAgreement = .client, agreementNote: LongText? = nil, review: Day
    ) {
        self.goals = goals
        self.agreement = agreement
        self.agreementNote = agreementNote
        self.review = review
    }

    package struct Goal: Group {
        /// What shall be so for the client.
        package var aim: Line
        package var steps: [Step]

        package init(_ aim: Line, _ steps: [Step]) {
            self.aim = aim
            self.steps = steps
        }
    }

    package struct Step: Group {
        package var what: Line
        package var who: StepDoer
        package var by: Day?

        package init(_ what: Line, _ who: StepDoer = .office, by: Day? = nil) {
            self.what = what
            self.who = who
            self.by = by
        }
    }

    /// The steps have ids of one byte; no plan that anybody keeps has as many.
    private static let mostSteps = 90

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        let count = goals.reduce(0) { $0 + $1.steps.count }
        if count > Self.mostSteps { faults.append(Fault(CodingKeys.goals, .tooMany(limit: Self.mostSteps))) }
        if agreement == .notPossible, agreementNote == nil { faults.append(Fault(CodingKeys.agreementNote, .missing)) }
        for (row, goal) in goals.enumerated() {
            for (place, step) in goal.steps.enumerated() where step.by.map({ $0 < context.today }) == true {
                faults.append(Fault("goals.\(row).steps.\(place).by", .inThePast))
            }
        }
        return faults + context.past(CodingKeys.review, review)
    }

    /// It takes the place of the plan before, so it begins with what of that one is still to be done: nothing is dropped
    /// that nobody struck out. Who agrees to it, and when it is looked at again, is asked anew.
    package static func suggestion(for file: CaseFile) throws -> Posted? {
        guard let plan = file.nextPlan ?? file.plan else { return nil }
        let goals = plan.agreed.goals.enumerated().compactMap { place, goal -> Goal? in
            let open = plan.steps.filter { $0.goal == place && !$0.isFinished }
            return open.isEmpty ? nil : Goal(goal.aim, open.map(\.told))
        }
        return try FormWriter.answers(of: Self(goals, review: plan.agreed.review))
            .without(CodingKeys.agreement, CodingKeys.review)
    }

    /// The plan follows from an assessment; where the risk is high, it need not wait for one.
    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        guard file.assessments.isEmpty, file.risk != .high else { return [] }
        return [Refusal("assess-first", remedy: RecordAssessment.name)]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        var number: UInt8 = 0
        let steps = goals.enumerated().flatMap { goal, told in
            told.steps.map { step in
                number += 1
                return Plan.Step(id: stamp.id(number), goal: goal, told: step)
            }
        }
        let plan = Plan(agreed: self, by: stamp.worker, steps: steps)
        // The plan in force goes on until another one is approved, and so does what is done by it.
        if file.plan?.approval == .granted {
            file.nextPlan = plan
            if file.stage == .assessment { file.stage = .plan }
        } else {
            file.follow(plan)
            if file.stage != .intervention { file.stage = .plan }
        }
    }
}

/// Who agreed to the plan.
package enum PlanAgreement: String, Choice {
    case client
    /// A child's own assent, and an adult whom the child trusts.
    case childAndAdult = "child-and-adult"
    case notPossible = "not-possible"
    package static let list = "plan-agreement"
}

/// Who takes a step.
package enum StepDoer: String, Choice {
    case office, client, family, partner
    package static let list = "step-doer"
}
