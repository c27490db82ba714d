import Casework
import Foundation

/// The plan of the years: which complaints come in when, and how far each goes. The first year is whole and gives the
/// figures that the city published for 2023 (`docs/sources.md`); beside it there are as many cases as were asked for.
struct ThreeYears: Sendable {
    /// A complaint and its way, not yet begun.
    struct Planned: Sendable {
        let plot: Plot
        let course: Course
        /// Whether the second case manager has it.
        let isColleagues: Bool
    }

    /// The clients of 2023 by form.
    static let published: [(form: ViolenceForm, clients: Int)] = [
        (.physical, 12), (.psychological, 2), (.sexual, 99), (.exploitation, 4), (.neglect, 9), (.trafficking, 6),
    ]

    private var seed: Seed
    private var plotting: Plotting
    /// What comes next, first the one that was not there for longest.
    private var queue = Course.closed

    init(_ seed: Seed) {
        self.seed = seed
        plotting = Plotting(self.seed.part())
    }

    mutating func plan(until now: Date, cases: Int) -> [Planned] {
        let open = min(cases, max(OpenCourse.all.count, cases / 6))
        var planned = published2023()
        planned += later(cases - open, until: now)
        planned += inHand(open, now)
        planned += calls(12, in: Self.year(2023))
        planned += calls(max(Course.calls.count, cases / 8), in: Self.start...(now - 30 * 86_400))
        return planned
    }

    /// From here on figures are the seed's.
    private static let start = year(2024).lowerBound

    private static func year(_ year: Int) -> ClosedRange<Date> {
        let first = Day(year: year, month: 1, day: 1)?.start ?? .distantPast
        return first...(first + 364 * 86_400)
    }

    // MARK: 2023

    /// One form each, so that clients by form are the published figures.
    private mutating func published2023() -> [Planned] {
        var groups: [[Kind]] = []
        for (form, clients) in Self.published {
            let kinds = Kind.all.filter { $0.form == form && $0.isOfThePublishedYear }
            var left = clients
            while left > 0 {
                let count = left > 1 && kinds.contains { $0.clients == 2 } && seed.chance(50) ? 2 : 1
                groups.append(kinds.filter { $0.clients == count })
                left -= count
            }
        }
        groups.shuffle(using: &seed)
        let times = times(groups.count, in: Self.year(2023))
        let districts = Neighbourhoods.districts.shuffled(using: &seed)
        return zip(groups, times).enumerated().compactMap { place, told in
            // Every district at least once.
            let district = districts.indices.contains(place) ? districts[place] : nil
            return closed(told.0, told.1, district, alone: true)
        }
    }

    // MARK: beside it

    private mutating func later(_ count: Int, until now: Date) -> [Planned] {
        let times = times(count, in: Self.start...max(Self.start, now - 30 * 86_400))
        return times.compactMap { closed(Kind.all, $0) }
    }

    private mutating func inHand(_ count: Int, _ now: Date) -> [Planned] {
        (0..<count).compactMap { place in
            let open = OpenCourse.all[place % OpenCourse.all.count]
            let arrives = Hours.anyDay(Day(now).adding(-seed.number(open.daysAgo)), &seed)
            let plot = plotting.plot(of: Kind.all.shuffled(using: &seed), arrives: arrives, fits: open.course.fits)
            return plot.map { Planned(plot: $0, course: open.course, isColleagues: place % 4 == 3) }
        }
    }

    private mutating func calls(_ count: Int, in time: ClosedRange<Date>) -> [Planned] {
        times(count, in: time).enumerated().compactMap { place, arrives in
            let course = Course.calls[place % Course.calls.count]
            let plot = plotting.plot(of: Kind.all, arrives: arrives)
            return plot.map { Planned(plot: $0, course: course, isColleagues: false) }
        }
    }

    /// The first course of the queue that something of these kinds can go.
    private mutating func closed(
        _ kinds: [Kind], _ arrives: Date, _ district: District? = nil, alone: Bool = false
    ) -> Planned? {
        for (place, course) in queue.enumerated() {
            let plot = plotting.plot(of: kinds, arrives: arrives, in: district, alone: alone, fits: course.fits)
            guard let plot else { continue }
            queue.append(queue.remove(at: place))
            return Planned(plot: plot, course: course, isColleagues: seed.chance(33))
        }
        return nil
    }

    /// So many instants, evenly spread but for chance, in their order.
    private mutating func times(_ count: Int, in time: ClosedRange<Date>) -> [Date] {
        let days = time.upperBound.timeIntervalSince(time.lowerBound) / 86_400
        return (0..<count).map { place in
            let share = (Double(place) + Double(seed.number(0...99)) / 100) / Double(count)
            return Hours.anyDay(Day(time.lowerBound).adding(Int(share * days)), &seed)
        }
    }
}
