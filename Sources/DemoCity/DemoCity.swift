import Casework
package import Desk
package import Foundation

/// A made-up city, performed through the door: for the demo, tests and benchmarks. Its three years begin with the
/// year of which the city published figures; its last days are the same in every city.
package struct DemoCity: Sendable {
    /// The first working day of the published year: the office is made then.
    package static let beginning = (Day(year: 2023, month: 1, day: 2)?.end ?? .distantPast) - 15 * 3600

    /// How many cases it has beside those of the published year.
    package static let defaultCases = 60

    /// Performs everything in the order of time: the office, the years, the last days.
    /// - Parameters:
    ///   - cases: How many come in after 2023; that year is always whole.
    ///   - seed: Varies all but the figures of 2023.
    /// - Returns: how many complaints it made.
    package static func make(
        _ workspace: Workspace, clock: SettableClock, now: Date, cases: Int = defaultCases, seed: UInt64 = 1
    ) async throws -> Int {
        let office = try OfficeLife(workspace)
        let partners = try await office.begin(clock)
        let city = City(
            workspace: workspace, clock: clock, staff: try await Staff(workspace.accounts), partners: partners)
        let earlier = try await OldRegister.bring(into: city)
        var diary = Diary(city)
        diary.add(office.acts(until: now))
        var seed = Seed(seed)
        var years = ThreeYears(seed.part())
        for planned in years.plan(until: now, cases: cases) {
            let manager = city.staff.managers[planned.isColleagues ? 1 : 0]
            var own = seed.part()
            diary.add(planned.plot, planned.course.times(from: planned.plot.arrives, &own), by: manager, own)
        }
        for (plot, steps) in LastDays.plan(until: now) {
            diary.add(plot, steps, by: city.staff.managers[0], seed.part())
        }
        let complaints = try await diary.perform(until: now)
        clock.set(now)
        return earlier + complaints
    }
}
