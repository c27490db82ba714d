package import Foundation

/// An instant, to the minute, as people in the office write it: `2026-11-24T09:32` in WIB. With a zone
/// (`2026-11-24T02:32:00Z`) it is taken as it is.
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
        let text = raw.first ?? ""
        // With a zone it must be exactly what we would write; the style alone takes 31 February and trailing text.
        if let instant = try? Date.ISO8601FormatStyle().parse(text), instant.formatted(.iso8601) == text {
            return Moment(instant)
        }
        let numbers = text.split(whereSeparator: { "-T: ".contains($0) }).map { Int($0) }
        guard numbers.count == 5, let year = numbers[0], let month = numbers[1], let day = numbers[2],
            let hour = numbers[3], let minute = numbers[4], Day(year: year, month: month, day: day) != nil,
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { throw .notAMoment }
        let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
        guard let instant = Day.calendar.date(from: parts) else { throw .notAMoment }
        return Moment(instant)
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
