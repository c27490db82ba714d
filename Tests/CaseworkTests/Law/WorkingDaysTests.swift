import Foundation
import Testing

@testable import Casework

@Suite struct WorkingDaysTests {
    private static func day(_ month: Int, _ day: Int, _ year: Int = 2026) -> Day {
        Day(year: year, month: month, day: day) ?? .blank
    }

    /// Christmas is a Friday, joint leave the Thursday before; the others lie before the summer.
    private let calendar = WorkingDays(Set([day(12, 24), day(12, 25)] + (1...10).map { day(5, $0) }))

    @Test(arguments: [
        // The trigger's day is not counted; weekends and holidays neither.
        (day(11, 24), 1, day(11, 25)), (day(11, 27), 1, day(11, 30)), (day(11, 28), 1, day(11, 30)),
        (day(12, 23), 1, day(12, 28)), (day(11, 24), 5, day(12, 1)), (day(11, 24), 0, day(11, 24)),
    ])
    func workingDaysAreCounted(start: Day, amount: Int, expected: Day) {
        #expect(calendar.day(amount, after: start) == expected)
    }

    @Test func aYearThatIsNotLoadedIsNotGuessed() {
        #expect(calendar.day(3, after: Self.day(12, 30)) == nil)
        #expect(calendar.day(1, after: Self.day(12, 30)) == Self.day(12, 31))
        #expect(WorkingDays().day(1, after: Self.day(11, 24)) == nil)
        // Nor one of which only the first days were typed in.
        let begun = WorkingDays(Set((1..<WorkingDays.leastOfAYear).map { Self.day(1, $0) }))
        #expect(begun.day(1, after: Self.day(11, 24)) == nil)
    }

    private func rule(_ amount: Int, _ unit: String, before: Bool? = nil) throws -> Rule {
        let back = before.map { "\"before\":\($0)," } ?? ""
        let json = """
            {"id":"R","basis":"b","amount":\(amount),"unit":"\(unit)","bound":"T",\(back)"source":"s","confidence":"L",
            "sentence":{}}
            """
        return try JSONDecoder().decode(Rule.self, from: Data(json.utf8))
    }

    /// Back from Monday, 28 December 2026: its own day is not counted, and neither are Christmas and the day before.
    @Test(arguments: [("JAM", 168, 21), ("HARI", 7, 21), ("HK", 1, 23), ("HK", 7, 15)])
    func timeCountsBackFromAnEnd(unit: String, amount: Int, expected: Int) throws {
        let start = Self.day(1, 5).start
        let trigger = Trigger("R", from: start, until: Self.day(12, 28).end)
        let due = try rule(amount, unit, before: true).due(trigger, Reckoning(calendar))
        #expect(due == Self.day(12, expected).end)
        // Without an end, and where a rule does not say so, it counts from the start.
        #expect(try rule(7, "HARI").due(trigger, Reckoning(calendar)) == Self.day(1, 12).end)
    }

    @Test(arguments: [
        (day(1, 31), 1, day(2, 28)), (day(11, 24), 12, day(11, 24, 2027)), (day(8, 31), 6, day(2, 28, 2027)),
    ])
    func aMonthLaterIsTheSameDayOrTheLast(start: Day, months: Int, expected: Day) {
        #expect(start.adding(months: months) == expected)
    }

    @Test func unitsCountAsTheLawDoes() throws {
        // Tuesday, 24 November 2026, 09.32 WIB.
        let start = Date(timeIntervalSince1970: 1_795_487_520)
        let reckoning = Reckoning(calendar)
        let trigger = Trigger("R", from: start)
        #expect(try rule(72, "JAM").due(trigger, reckoning) == start + 72 * 3600)
        // To the last second of the last day; a holiday moves calendar days not at all.
        #expect(try rule(7, "HARI").due(trigger, reckoning) == Self.day(12, 1).end)
        #expect(try rule(7, "HK").due(trigger, reckoning) == Self.day(12, 3).end)
        #expect(try rule(60, "HK").due(trigger, reckoning) == nil)
        let partner = ID<Partner>()
        let own = Reckoning(calendar, answersWithin: [partner: 1])
        #expect(try rule(7, "HK").due(Trigger("R", from: start, partner: partner), own) == Self.day(11, 25).end)
    }
}
