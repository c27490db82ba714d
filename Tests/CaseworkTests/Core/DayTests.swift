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
}
