import Foundation

/// A day of which everything is known, such as one that was agreed. It is typed as a ``PartialDay`` is.
extension Day: Answer {
    package static var kind: Field.Kind { .day }
    package static var blank: Day { Day(.distantPast) }
    /// `2026-12-24`
    package var text: String { "\(year.padded(4))-\(month.padded())-\(day.padded())" }
    package var raw: [String] { [text] }

    package static func read(_ raw: [String]) throws(Problem) -> Day {
        guard let day = try PartialDay.read(raw).whole else { throw .notAWholeDay }
        return day
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = PartialDay(text).whole else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no day"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
