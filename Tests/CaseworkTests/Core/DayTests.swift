import Casework
import Foundation
import Testing

@Suite struct DayTests {
    /// Arithmetic and the calendar are of one mind, also before 1970 and to either side of a midnight in WIB.
    @Test(arguments: [
        0, -1, 60, -60, 61_199, 61_200, -25_200, -25_201, -25_260, 1_795_482_000, 1_795_539_599, 1_795_539_600,
        951_782_400, -2_208_988_800, 4_102_444_799.5, -0.5,
    ])
    func anInstantHasItsPlaceWithoutACalendar(seconds: TimeInterval) throws {
        let instant = Date(timeIntervalSince1970: seconds)
        let parts = Day.calendar.dateComponents([.hour, .minute], from: instant)
        let start = try #require(Day(year: 1970, month: 1, day: 1)).start
        let days = Day.calendar.dateComponents([.day], from: start, to: Day(instant).start).day
        let minute = try #require(parts.hour) * 60 + (try #require(parts.minute))
        #expect(Day.place(of: instant) == (try #require(days), minute))
    }

    /// The C library and the calendar are of one mind, too, over six thousand years and at their ends.
    @Test func anInstantIsOfTheDayThatTheCalendarSays() throws {
        let ends = [-2_000_000_000.0, 200_000_000_000].flatMap { [$0 - 1, $0 - 0.5, $0, $0 + 1] }
        let midnights: [TimeInterval] = [
            -25_201, -25_200.5, -25_200, -0.5, 951_757_199, 951_757_200, 4_107_517_200, 4_107_603_599.9,
        ]
        // A hundred days and some seconds, so that all times of the day and of the year come.
        let years = Array(stride(from: TimeInterval(-2_300_000_000), to: 201_000_000_000, by: 8_640_041))
        for seconds in ends + midnights + years {
            let instant = Date(timeIntervalSince1970: seconds)
            let parts = Day.calendar.dateComponents([.year, .month, .day], from: instant)
            let day = Day(instant)
            #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day], "\(seconds)")
        }
        for far in [Date.distantPast, .distantFuture] {
            #expect(Day(far).year == Day.calendar.component(.year, from: far))
        }
    }
}
