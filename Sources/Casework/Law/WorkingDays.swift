/// An office's working days: Monday to Friday without national holidays and joint leave, loaded year by year from the
/// decree (`domain.md` 5).
package struct WorkingDays: Hashable, Sendable {
    package let holidays: Set<Day>

    package init(_ holidays: Set<Day> = []) { self.holidays = holidays }

    /// A year of which no holiday is known was never loaded.
    package func knows(_ year: Int) -> Bool { holidays.contains { $0.year == year } }

    package func isWorking(_ day: Day) -> Bool { !day.isWeekend && !holidays.contains(day) }

    /// The nth working day after a day, which itself is not counted; nil where it runs into a year that is not known.
    package func day(_ amount: Int, after start: Day) -> Day? {
        var day = start
        var left = amount
        while left > 0 {
            day = day.adding(1)
            guard knows(day.year) else { return nil }
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}

/// What of an office's record dues are reckoned by.
package struct Reckoning: Hashable, Sendable {
    package let workingDays: WorkingDays
    /// The working days within which a partner answers.
    package let answersWithin: [ID<Partner>: Int]

    package init(_ workingDays: WorkingDays = WorkingDays(), answersWithin: [ID<Partner>: Int] = [:]) {
        self.workingDays = workingDays
        self.answersWithin = answersWithin
    }
}
