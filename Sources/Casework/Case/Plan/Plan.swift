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
