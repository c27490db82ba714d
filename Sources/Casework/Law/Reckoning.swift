/// What of an office's record dues are reckoned by.
package struct Reckoning: Hashable, Sendable {
    package let workingDays: WorkingDays
    /// The working days within which a partner answers.
    package let answersWithin: [ID<Partner>: Int]
    /// By the day from which they count.
    private let corrections: [CorrectRule]

    package init(
        _ workingDays: WorkingDays = WorkingDays(), answersWithin: [ID<Partner>: Int] = [:],
        corrections: [CorrectRule] = []
    ) {
        self.workingDays = workingDays
        self.answersWithin = answersWithin
        self.corrections = corrections
    }

    /// What the office said last of a rule that was in force on a day.
    func correction(of rule: RuleID, on day: Day) -> CorrectRule? {
        corrections.last { $0.rule == rule && $0.from <= day }
    }
}
