/// An office's working days: Monday to Friday without national holidays and joint leave, loaded year by year from the
/// decree (`docs/sources.md`: working days).
package struct WorkingDays: Hashable, Sendable {
    package let holidays: Set<Day>
    /// The years of which the decree was loaded.
    private let years: Set<Int>

    /// A decree names about 25 days (2026: 17 holidays, 8 days of joint leave). A year with fewer than this was not
    /// loaded, or not yet to its end: counting on would move dues in silence.
    package static let leastOfAYear = 12

    package init(_ holidays: Set<Day> = []) {
        self.holidays = holidays
        years = Set(Dictionary(grouping: holidays, by: \.year).filter { $1.count >= Self.leastOfAYear }.keys)
    }

    package func knows(_ year: Int) -> Bool { years.contains(year) }

    package func isWorking(_ day: Day) -> Bool { !day.isWeekend && !holidays.contains(day) }

    /// The nth working day after a day, which itself is not counted; nil where it runs into a year that is not known.
    package func day(_ amount: Int, after start: Day) -> Day? { day(amount, from: start, by: 1) }

    /// The nth working day before a day, which itself is not counted.
    package func day(_ amount: Int, before end: Day) -> Day? { day(amount, from: end, by: -1) }

    private func day(_ amount: Int, from start: Day, by step: Int) -> Day? {
        var day = start
        var left = amount
        while left > 0 {
            day = day.adding(step)
            guard knows(day.year) else { return nil }
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}
