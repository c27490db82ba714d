/// A day of which only the year, or the year and the month, may be known. It is typed as people write it: `2023`,
/// `3/2023`, `14/3/2023`, or the year first.
package struct PartialDay: TextAnswer {
    /// `2023`, `2023-03` or `2023-03-14`.
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .partialDay }

    package static func read(_ raw: [String]) throws(Problem) -> PartialDay {
        let parts = (raw.first ?? "").split(whereSeparator: { "/-. ".contains($0) })
        let numbers = parts.compactMap { part in part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil }
        guard numbers.count == parts.count, (1...3).contains(parts.count) else { throw .notADay }
        // The part of four digits is the year, and it stands at one end.
        let yearFirst = parts[0].count == 4
        guard yearFirst || parts[parts.count - 1].count == 4 else { throw .notADay }
        let ordered = yearFirst ? numbers : numbers.reversed()
        let (year, month) = (ordered[0], ordered.count > 1 ? ordered[1] : 1)
        guard Day(year: year, month: month, day: ordered.count > 2 ? ordered[2] : 1) != nil else { throw .notADay }
        return PartialDay(([year.padded(4)] + ordered.dropFirst().map { $0.padded() }).joined(separator: "-"))
    }

    /// Year, month, day, as far as they are known.
    var parts: [Int] { text.split(separator: "-").compactMap { Int($0) } }

    /// The first day that it may be.
    package var earliest: Day? {
        guard let year = parts.first else { return nil }
        return Day(
            year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
    }

    /// The last day that it may be.
    package var latest: Day? {
        guard let earliest else { return nil }
        let (isYear, isMonth) = (parts.count == 1, parts.count == 2)
        guard isYear || isMonth else { return earliest }
        let isLast = isYear || earliest.month == 12
        let next = Day(year: earliest.year + (isLast ? 1 : 0), month: isLast ? 1 : earliest.month + 1, day: 1)
        return next?.adding(-1)
    }

    /// The day, where all of it is known.
    package var whole: Day? { parts.count == 3 ? earliest : nil }

    /// How old who was born then is on a day, in whole years; a birth of which only the year is known counts from its
    /// first day.
    package func age(on day: Day) -> Int? {
        earliest.flatMap { $0.years(until: day) }
    }

    /// How old they are at least.
    package func youngestAge(on day: Day) -> Int? { latest.flatMap { $0.years(until: day) } ?? age(on: day) }
}
