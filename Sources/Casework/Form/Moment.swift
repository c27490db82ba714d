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
        guard let moment = Moment((raw.first ?? "").trimmingCharacters(in: .whitespaces)) else { throw .notAMoment }
        return moment
    }

    /// By hand: a regular expression takes a hundred times as long, and a history has many of these.
    private init?(_ text: String) {
        guard let gap = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return nil }
        var clock = text[text.index(after: gap)...]
        let zone: Int
        if clock.last == "Z" {
            clock.removeLast()
            zone = 0
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let away = Self.numbers(clock[sign...].dropFirst(), ":"), away.count == 2, clock[sign...].count == 6,
                away[0] < 24, away[1] < 60
            else { return nil }
            zone = (away[0] * 60 + away[1]) * (clock[sign] == "-" ? -60 : 60)
            clock = clock[..<sign]
        } else {
            zone = Day.zone.secondsFromGMT()
        }
        // Of a second nothing smaller is kept.
        let parts = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = Self.numbers(text[..<gap], "-"), date.count == 3,
            let time = Self.numbers(parts[0], ":"), (2...3).contains(time.count),
            parts.count == 1 || time.count == 3 && Self.numbers(parts[1], ".")?.count == 1,
            text.prefix(while: { $0 != "-" }).count == 4, let day = Day(year: date[0], month: date[1], day: date[2]),
            time[0] < 24, time[1] < 60, time.count == 2 || time[2] < 60
        else { return nil }
        let seconds = time[0] * 3600 + time[1] * 60 + (time.count == 3 ? time[2] : 0)
        self.init(day.start + Double(seconds + Day.zone.secondsFromGMT() - zone))
    }

    /// The whole numbers of a text, in the digits 0 to 9; nil where anything else stands there.
    private static func numbers(_ text: Substring, _ separator: Character) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : nil
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
