package import Casework
package import Foundation

/// A time of which figures are given: a year, a quarter, a month, or from one day until another, both counted, in the
/// office's zone. It prints and reads as `2023`, `2023-Q2`, `2023-05` or `2023-05-04--2023-06-01`.
package struct Period: Hashable, Sendable, CustomStringConvertible {
    package let first: Day
    package let last: Day

    /// So many years at most, or the table by months would have no end.
    package static let longest = 10

    /// - Throws: what is wrong with the last day.
    package init(_ first: Day, _ last: Day) throws(Wrong) {
        guard first <= last else { throw .endsBeforeItBegins }
        guard Self.years ~= first.year, Self.years ~= last.year else { throw .noSuchYear }
        guard last.year - first.year < Self.longest else { throw .tooLong }
        self.first = first
        self.last = last
    }

    package enum Wrong: Error, CaseIterable { case endsBeforeItBegins, noSuchYear, tooLong }

    private static let years = 1900...9999

    /// Nil for a year that no office had.
    package static func year(_ year: Int) -> Period? { months(of: year, 1...12) }
    package static func quarter(_ quarter: Int, of year: Int) -> Period? {
        (1...4).contains(quarter) ? months(of: year, quarter * 3 - 2...quarter * 3) : nil
    }
    package static func month(_ month: Int, of year: Int) -> Period? { months(of: year, month...month) }

    private static func months(of year: Int, _ months: ClosedRange<Int>) -> Period? {
        guard years ~= year, let first = Day(year: year, month: months.lowerBound, day: 1),
            let last = months.upperBound == 12
                ? Day(year: year, month: 12, day: 31)
                : Day(year: year, month: months.upperBound + 1, day: 1)?.adding(-1)
        else { return nil }
        return try? Period(first, last)
    }

    /// Which of the four kinds it is.
    package enum Kind: Hashable, Sendable {
        case year(Int)
        case quarter(Int, of: Int)
        case month(Int, of: Int)
        case days
    }

    package var kind: Kind {
        let year = first.year
        if self == .year(year) { return .year(year) }
        let quarter = (first.month + 2) / 3
        if self == .quarter(quarter, of: year) { return .quarter(quarter, of: year) }
        return self == .month(first.month, of: year) ? .month(first.month, of: year) : .days
    }

    package var description: String {
        switch kind {
        case .year(let year): "\(year)"
        case .quarter(let quarter, let year): "\(year)-Q\(quarter)"
        case .month(let month, let year): "\(year)-\(month.padded())"
        case .days: "\(first.text)--\(last.text)"
        }
    }

    /// Nil for what is none, or is one of the other kinds in other words.
    package init?(_ text: String) {
        guard let period = Self.read(text), period.description == text else { return nil }
        self = period
    }

    private static func read(_ text: String) -> Period? {
        if let days = text.wholeMatch(of: #/(.{10})--(.{10})/#) {
            guard let first = PartialDay(String(days.1)).whole, let last = PartialDay(String(days.2)).whole
            else { return nil }
            return try? Period(first, last)
        }
        guard let parts = text.wholeMatch(of: #/(\d{4})(?:-(?:Q([1-4])|(\d\d)))?/#), let year = Int(parts.1) else {
            return nil
        }
        if let quarter = parts.2.flatMap({ Int($0) }) { return .quarter(quarter, of: year) }
        if let month = parts.3.flatMap({ Int($0) }) { return .month(month, of: year) }
        return .year(year)
    }

    package var start: Date { first.start }
    /// The first instant after it.
    package var end: Date { last.adding(1).start }

    /// The months that it touches, as the first day of each.
    var months: [Day] {
        var months: [Day] = []
        var (year, month) = (first.year, first.month)
        while (year, month) <= (last.year, last.month), let day = Day(year: year, month: month, day: 1) {
            months.append(day)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return months
    }
}
