package import Foundation

/// A calendar day in the office's zone. Legal days are counted in WIB (UTC+7, no daylight saving: `docs/sources.md`).
package struct Day: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    package static let zone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

    package static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }()

    /// From 1906 until 8307, in seconds since 1970.
    private static let quick = -2_000_000_000.0..<200_000_000_000.0

    package init(_ instant: Date) {
        let seconds = instant.timeIntervalSince1970.rounded(.down)
        // The C library has the same calendar, in a fraction of the time: figures ask it of each card.
        if Self.quick.contains(seconds) {
            var (local, parts) = (time_t(seconds) + Self.zone.secondsFromGMT(), tm())
            gmtime_r(&local, &parts)
            (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
            return
        }
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: instant)
        year = parts.year ?? 1
        month = parts.month ?? 1
        day = parts.day ?? 1
    }

    /// Nil for a day that no calendar has, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        let parts = DateComponents(year: year, month: month, day: day)
        guard (1...9999).contains(year), parts.isValidDate(in: Self.calendar) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package var start: Date {
        Self.calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
    }

    /// The last second of the day.
    package var end: Date { start + 24 * 3600 - 1 }

    /// Whole years from this day to another; nil where that is earlier.
    package func years(until day: Day) -> Int? {
        guard self <= day else { return nil }
        let isBefore = (day.month, day.day) < (month, self.day)
        return day.year - year - (isBefore ? 1 : 0)
    }

    package func adding(_ days: Int) -> Day { Day(end + Double(days) * 24 * 3600) }

    /// The same day of a later month, or the last day of one that is shorter.
    func adding(months: Int) -> Day {
        let (years, month) = (self.month - 1 + months).quotientAndRemainder(dividingBy: 12)
        let same = [day, 30, 29, 28].lazy.filter { $0 <= day }.compactMap { day in
            Day(year: year + years, month: month + 1, day: day)
        }
        return same.first ?? self
    }

    /// Saturday or Sunday.
    package var isWeekend: Bool { Self.calendar.isDateInWeekend(end) }

    /// So many days after 1 January 1970, and so many minutes after its midnight. No day of the zone is longer than
    /// another, so that a page of many instants needs no calendar for it.
    package static func place(of instant: Date) -> (day: Int, minute: Int) {
        let minutes = Int(((instant.timeIntervalSince1970 + Double(zone.secondsFromGMT())) / 60).rounded(.down))
        let (day, minute) = minutes.quotientAndRemainder(dividingBy: 24 * 60)
        return minute < 0 ? (day - 1, minute + 24 * 60) : (day, minute)
    }

    package static func < (a: Day, b: Day) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}
