package import Foundation

/// An instant as people in the office write it: `2026-11-24T09:32` in WIB. With a zone (RFC 3339:
/// `2026-11-24T02:32:00Z`, `2026-11-24T09:32:00+07:00`) it is taken as it is, to the second.
package struct Moment: Answer, Hashable {
    package let instant: Date
    package init(_ instant: Date) { self.instant = instant }
    package static var kind: Field.Kind { .moment }
    package static var blank: Moment { Moment(.distantPast) }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self.init(try Date.ISO8601FormatStyle().parse(text))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Date.ISO8601FormatStyle().format(instant))
    }

    package static func read(_ raw: [String]) throws(Problem) -> Moment {
        let whole =
            /([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[T ]([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{2})(?:\.[0-9]+)?)?(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?/
        guard let read = try? whole.wholeMatch(in: (raw.first ?? "").trimmingCharacters(in: .whitespaces))?.output,
            let year = Int(read.1),
            let month = Int(read.2), let day = Int(read.3), let hour = Int(read.4), let minute = Int(read.5),
            Day(year: year, month: month, day: day) != nil, (0..<24).contains(hour), (0..<60).contains(minute)
        else { throw .notAMoment }
        let second = read.6.flatMap { Int($0) } ?? 0
        let away = (hours: read.9.flatMap { Int($0) } ?? 0, minutes: read.10.flatMap { Int($0) } ?? 0)
        guard (0..<60).contains(second), (0..<24).contains(away.hours), (0..<60).contains(away.minutes)
        else { throw .notAMoment }
        let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        guard let local = Day.calendar.date(from: parts) else { throw .notAMoment }
        guard read.7 != nil || read.8 != nil else { return Moment(local) }
        let offset = (away.hours * 60 + away.minutes) * 60 * (read.8 == "-" ? -1 : 1)
        return Moment(local + Double(Day.zone.secondsFromGMT() - offset))
    }

    package var raw: [String] {
        let parts = Day.calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
        let numbers = [parts.year, parts.month, parts.day, parts.hour, parts.minute].map { $0 ?? 0 }
        return [
            "\(numbers[0].padded(4))-\(numbers[1].padded())-\(numbers[2].padded())"
                + "T\(numbers[3].padded()):\(numbers[4].padded())"
        ]
    }
}

extension Date {
    /// Without its seconds: what a form can say of it.
    package var wholeMinute: Date { Date(timeIntervalSince1970: (timeIntervalSince1970 / 60).rounded(.down) * 60) }
}

extension Int {
    /// With zeros before it.
    package func padded(_ width: Int = 2) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
