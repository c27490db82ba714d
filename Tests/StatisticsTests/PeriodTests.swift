import Casework
import Foundation
import Statistics
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        ("2023", "2023-01-01", "2023-12-31"), ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2024-Q4", "2024-10-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-05-04--2024-06-01", "2023-05-04", "2024-06-01"), ("2023-05-04--2023-05-04", "2023-05-04", "2023-05-04"),
        ("9999", "9999-01-01", "9999-12-31"),
    ])
    func itReadsAsItPrints(text: String, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.first.text == first && period.last.text == last && period.description == text)
    }

    @Test(arguments: [
        "", "23", "1899", "2023-Q5", "2023-q1", "2023-13", "2023-00", "2023-2", "2023-02-30--2023-03-01",
        "2023-03-02--2023-03-01", "2023-01-01--2033-01-01", "2023-05-04", "2023-05-04--", "x",
        // The same in other words has one address only.
        "2023-01-01--2023-12-31", "2023-05-01--2023-05-31",
    ])
    func whatIsNoneIsNotRead(text: String) { #expect(Period(text) == nil) }

    @Test func aWholeYearIsOneHoweverItWasAskedFor() throws {
        let first = try #require(Day(year: 2023, month: 1, day: 1))
        let last = try #require(Day(year: 2023, month: 12, day: 31))
        #expect(try Period(first, last).kind == .year(2023))
        #expect(throws: Period.Wrong.endsBeforeItBegins) { try Period(last, first) }
        let far = try #require(Day(year: 2033, month: 1, day: 1))
        #expect(throws: Period.Wrong.tooLong) { try Period(last, far) }
        let ancient = try #require(Day(year: 1899, month: 12, day: 31))
        #expect(throws: Period.Wrong.noSuchYear) { try Period(ancient, first) }
    }

    /// Midnight in WIB is 17.00 UTC of the day before.
    @Test func aYearIsTheOfficesOwn() throws {
        let year = try #require(Period("2023"))
        #expect(year.start == Date(timeIntervalSince1970: 1_672_506_000))
        #expect(year.end == Date(timeIntervalSince1970: 1_704_042_000))
    }
}
