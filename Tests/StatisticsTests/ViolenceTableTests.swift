import Casework
import Foundation
import Statistics
import Testing

@Suite struct ViolenceTableTests {
    private func card(_ day: Day, _ victims: [Victim], status: Status = .closed) -> Card {
        var card = Card(ID<CaseFile>(), 1, status: status, title: "", at: day.end)
        card.victims = victims
        return card
    }

    private func table(_ year: Int, _ cards: [Card]) -> ViolenceTable {
        cards.reduce(into: ViolenceTable(year: year)) { $0.count($1) }
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? .blank }

    @Test func aVictimCountsOnceInEachForm() throws {
        let both = Victim(sex: .female, age: 14, forms: [.sexual, .physical, .sexual])
        let one = Victim(sex: .male, age: nil, forms: [.sexual])
        let table = table(2023, [card(day(2023, 5, 1), [both]), card(day(2023, 6, 1), [one])])

        let sexual = try #require(table.rows.first { $0.code == .sexual })
        #expect(sexual.total == 2 && sexual.female == 1 && sexual.male == 1 && sexual.sexUnknown == 0)
        #expect(sexual.child == 1 && sexual.adult == 0 && sexual.ageUnknown == 1)
        #expect(table.total == 3 && table.victims == 2 && table.cases == 2)
        #expect(table.rows.map(\.code) == ViolenceForm.allCases)
    }

    @Test func aChildIsUnderEighteen() throws {
        let victims = [17, 18].map { Victim(sex: nil, age: $0, forms: [.neglect]) }
        let table = table(2024, [card(day(2024, 1, 1), victims)])
        let row = try #require(table.rows.first { $0.code == .neglect })
        #expect(row.child == 1 && row.adult == 1 && row.sexUnknown == 2)
    }

    @Test func aCaseOfTwoVictimsIsOne() {
        let victims = [17, 18].map { Victim(sex: nil, age: $0, forms: [.neglect]) }
        let table = table(2024, [card(day(2024, 1, 1), victims + [Victim(sex: nil, age: nil, forms: [])])])
        #expect(table.victims == 2 && table.cases == 1)
    }

    @Test func aYearIsTheOfficesOwn() {
        let victim = Victim(sex: .female, age: 30, forms: [.physical])
        let cards = [
            card(day(2022, 12, 31), [victim]), card(day(2023, 12, 31), [victim]), card(day(2024, 1, 1), [victim]),
        ]
        #expect(table(2023, cards).total == 1)
        let time = ViolenceTable.time(of: 2023)
        // Midnight in WIB is 17.00 UTC of the day before.
        #expect(time.from == Date(timeIntervalSince1970: 1_672_506_000))
        #expect(time.until == Date(timeIntervalSince1970: 1_704_042_000))
        #expect(cards.filter { $0.at >= time.from && $0.at < time.until }.count == 1)
    }

    @Test func whatWasVoidedAndWhatHasNoFormIsNotCounted() {
        let victim = Victim(sex: .female, age: 30, forms: [.physical])
        let none = Victim(sex: .female, age: 30, forms: [])
        let table = table(
            2023, [card(day(2023, 1, 1), [victim], status: .void), card(day(2023, 1, 1), [none])])
        #expect(table.total == 0 && table.victims == 0 && table.cases == 0)
    }
}
