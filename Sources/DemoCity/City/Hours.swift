import Casework
import Foundation

/// When people of an office do what they do.
enum Hours {
    /// Some minute of an office's morning or noon, so many days after an instant, and no Saturday or Sunday.
    static func officeDay(_ days: Int, after start: Date, _ seed: inout Seed) -> Date {
        var day = Day(start).adding(days)
        while day.isWeekend { day = day.adding(1) }
        return day.start + Double(seed.number(490...800)) * 60
    }

    /// Some minute between morning and late evening, when people call for help.
    static func anyDay(_ day: Day, _ seed: inout Seed) -> Date {
        day.start + Double(seed.number(7 * 60 + 30...21 * 60)) * 60
    }

    /// A little later on the same day.
    static func soon(after last: Date, _ seed: inout Seed) -> Date { last + Double(seed.number(12...40)) * 60 }
}
