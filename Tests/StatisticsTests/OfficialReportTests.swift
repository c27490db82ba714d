import Casework
import Foundation
import Statistics
import TestSupport
import Testing

/// Three cases of May and June 2023, small enough to count by hand:
/// - in May in Sagulung: a girl of 14 and a boy of 5 at home, their father alleged, one served, one not;
/// - in May, nobody knows where: a woman of 30 of whom little is known, nobody alleged;
/// - in June outside Batam: somebody of whom nothing is known but what was done, a stranger and a neighbour alleged.
@Suite struct OfficialReportTests {
    private let year: Period
    private let report: Report

    init() throws {
        year = try #require(Period("2023"))
        report = try Self.world().reduce(into: Report(year)) { $0.count($1) }
    }

    private static func world() throws -> [Card] {
        let girl = Victim(
            sex: .female, age: 14, forms: [.sexual, .physical], places: [.household, .online], domestic: .yes,
            services: [.intake, .health, .socialRehabilitation, .socialRehabilitation], isServed: true,
            background: Background(
                education: .juniorSecondary, occupation: .student, marital: .single, disability: .absent))
        let boy = Victim(
            sex: .male, age: 5, forms: [.neglect], places: [.household], domestic: .yes, services: [.intake],
            background: Background(education: .kindergarten, disability: .hearing))
        let woman = Victim(
            sex: .female, age: 30, forms: [.sexual], domestic: .no,
            background: Background(education: .unknown, occupation: .housewife, marital: .unregistered))
        let unknown = Victim(sex: nil, age: nil, forms: [.trafficking], places: [.workplace], isServed: true)
        let father = Alleged(
            sex: .male, age: 45, relation: .parent,
            background: Background(education: .primary, occupation: .traderOrFarmer))
        let neighbour = Alleged(sex: .female, age: 17, relation: .neighbour)
        let stranger = Alleged(sex: nil, age: nil, relation: .unknown)
        let aunt = Victim(sex: .female, age: 50, forms: [])
        return [
            try card("2023-05-04", [girl, boy, aunt], [father], district: .sagulung),
            try card("2023-05-31", [woman], []),
            try card("2023-06-01", [unknown], [stranger, neighbour], district: .elsewhere),
        ]
    }

    private static func card(
        _ day: PartialDay, _ victims: [Victim], _ alleged: [Alleged] = [], district: District? = nil,
        status: Status = .closed
    ) throws -> Card {
        var card = Card(ID<CaseFile>(), 1, status: status, title: "", at: try #require(day.whole).end)
        card.victims = victims
        card.alleged = alleged
        card.codes = district.map { ["district": $0.rawValue] } ?? [:]
        return card
    }

    /// The rows that are not empty: the total and the columns of each.
    private func rows(_ name: TableName) -> [String: [Int]] {
        let rows = (report[name]?.rows ?? []).filter { $0.total > 0 }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.code, [$0.total] + $0.parts) })
    }

    // MARK: the list

    @Test func allThirteenNumbersStandInTheReportInTheirOrder() {
        let tables = Table.official(in: year)
        #expect(tables.map(\.number) == tables.map(\.number).sorted())
        #expect(Set(tables.map(\.number)) == Set(Table.numbers))
        #expect(tables.map(\.name) == TableName.allCases)
    }

    /// Cases have no sex and no age, and whoever is told apart by one is not told apart by it again.
    @Test func noTableMixesUnits() {
        for table in Table.official(in: year) {
            #expect((table.unit == .case) == (table.columns.isEmpty), "\(table.name)")
            #expect(table.basis == .received)
            #expect(table.rows.list != "sex" || !table.columns.contains(.female), "\(table.name)")
            #expect(Set(table.rows.codes).count == table.rows.codes.count, "\(table.name)")
        }
    }

    /// Whoever is counted is in a row, also if that is the one of what is not known, and in one column of each kind.
    @Test func theSumsAgree() {
        for figures in report.figures {
            let name = figures.table.name
            if figures.table.rows.mayRepeat {
                #expect(figures.sum.total > figures.counted, "\(name)")
            } else {
                #expect(figures.sum.total == figures.counted, "\(name)")
            }
            for row in figures.rows + [figures.sum] {
                for start in stride(from: 0, to: row.parts.count, by: 3) {
                    #expect(row.parts[start..<start + 3].reduce(0, +) == row.total, "\(name) \(row.code)")
                }
            }
        }
        func counted(_ unit: Statistics.Unit) -> Set<Int> {
            Set(report.figures.filter { $0.table.unit == unit }.map(\.counted))
        }
        #expect(
            counted(.case) == [3] && counted(.victim) == [4] && counted(.alleged) == [3] && counted(.service) == [5])
    }

    // MARK: each table, counted by hand

    @Test func casesAndPeopleBySex() {
        #expect(rows(.cases) == ["both": [1], "female": [1], "unknown": [1]])
        // The total, then children, adults, unknown.
        #expect(rows(.victims) == ["P": [2, 1, 1, 0], "L": [1, 1, 0, 0], "unknown": [1, 0, 0, 1]])
        #expect(rows(.alleged) == ["L": [1, 0, 1, 0], "P": [1, 1, 0, 0], "unknown": [1, 0, 0, 1]])
    }

    @Test func victimsByAge() {
        // The total, then female, male, unknown.
        #expect(
            rows(.ages) == [
                "A00": [1, 0, 1, 0], "A13": [1, 1, 0, 0], "D25": [1, 1, 0, 0], "unknown": [1, 0, 0, 1],
            ])
        #expect(rows(.childhood) == ["child": [2, 1, 1, 0], "adult": [1, 1, 0, 0], "unknown": [1, 0, 0, 1]])
    }

    @Test(arguments: [
        (5, "A00"), (6, "A06"), (12, "A06"), (13, "A13"), (17, "A13"), (18, "D18"), (24, "D18"), (25, "D25"),
        (44, "D25"), (45, "D45"), (59, "D45"), (60, "D60"), (0, "A00"), (101, "D60"),
    ])
    func ageGroupsBeginWhereTheyShould(age: Int, code: String) throws {
        let card = try Self.card("2023-01-01", [Victim(sex: nil, age: age, forms: [.neglect])])
        var report = Report(year, .ages)
        report.count(card)
        #expect(report[.ages]?.rows.filter { $0.total > 0 }.map(\.code) == [code])
    }

    @Test(arguments: [(17, "00-17"), (18, "18-24"), (24, "18-24"), (25, "25-59"), (59, "25-59"), (60, "60")])
    func thoseOfTheAllegedAreOthers(age: Int, code: String) throws {
        let card = try Self.card("2023-01-01", [], [Alleged(sex: nil, age: age)])
        var report = Report(year, .allegedAges)
        report.count(card)
        #expect(report[.allegedAges]?.rows.filter { $0.total > 0 }.map(\.code) == [code])
    }

    @Test func victimsByWhatWasDoneAndWhere() {
        // The total, then female, male, unknown, and children, adults, unknown.
        #expect(
            rows(.violence) == [
                "SEK": [2, 2, 0, 0, 1, 1, 0], "FIS": [1, 1, 0, 0, 1, 0, 0], "PEN": [1, 0, 1, 0, 1, 0, 0],
                "TRF": [1, 0, 0, 1, 0, 0, 1],
            ])
        #expect(
            rows(.places) == [
                "RTG": [2, 1, 1, 0, 2, 0, 0], "DRG": [1, 1, 0, 0, 1, 0, 0], "KRJ": [1, 0, 0, 1, 0, 0, 1],
                "unknown": [1, 1, 0, 0, 0, 1, 0],
            ])
    }

    @Test func victimsByWhoTheyAre() {
        #expect(
            rows(.education).mapValues { $0[0] } == ["SMP": 1, "TK": 1, "NA": 2],
            "N/A and what nobody asked are one row")
        #expect(rows(.occupation).mapValues { $0[0] } == ["PLJ": 1, "IRT": 1, "NA": 2])
        #expect(rows(.marital).mapValues { $0[0] } == ["BLM": 1, "SIR": 1, "unknown": 2])
        #expect(rows(.disability).mapValues { $0[0] } == ["TDK": 1, "DSR": 1, "unknown": 2])
        #expect(rows(.domestic).mapValues { $0[0] } == ["yes": 2, "no": 1, "unknown": 1])
    }

    @Test func theAlleged() {
        #expect(rows(.allegedAges) == ["25-59": [1, 0, 1, 0], "00-17": [1, 1, 0, 0], "unknown": [1, 0, 0, 1]])
        #expect(rows(.allegedEducation).mapValues { $0[0] } == ["SD": 1, "NA": 2])
        #expect(rows(.allegedOccupation).mapValues { $0[0] } == ["PTN": 1, "NA": 2])
        #expect(rows(.allegedRelation).mapValues { $0[0] } == ["ORT": 1, "TTG": 1, "NA": 1])
    }

    /// The same service twice is two; a partner's counts for who is served, not for the services.
    @Test func servicesAndWhoIsServed() {
        #expect(rows(.services) == ["ADU": [2, 1, 1, 0], "KES": [1, 1, 0, 0], "RHS": [2, 2, 0, 0]])
        #expect(rows(.served).mapValues { $0[0] } == ["served": 2, "intake-only": 1, "not-served": 1])
    }

    @Test func casesByPlaceAndTime() throws {
        #expect(rows(.districts) == ["21.71.11": [1], "LAI": [1], "unknown": [1]])
        #expect(rows(.months) == ["2023-05": [2], "2023-06": [1]])
        #expect(report[.months]?.rows.map(\.code).first == "2023-01" && report[.months]?.rows.count == 12)

        let days = try #require(Period("2023-05-05--2023-06-01"))
        let counted = try Self.world().reduce(into: Report(days)) { $0.count($1) }
        #expect(counted[.months]?.rows.map(\.code) == ["2023-05", "2023-06"])
        #expect(counted[.months]?.rows.map(\.total) == [1, 1])
    }

    @Test func whatIsNotKnownIsSaid() {
        #expect(report[.violence]?.unknown == nil && report[.places]?.unknown == 1 && report[.education]?.unknown == 2)
        #expect(report[.districts]?.other == 1 && report[.violence]?.other == 0)
        #expect(report[.served]?.unknown == nil && report[.months]?.unknown == nil)
        #expect(report.unharmed == 1, "nobody said yet that anything was done to the aunt")
    }

    // MARK: what is counted at all

    @Test func aVictimCountsOnceInEachForm() throws {
        let both = Victim(sex: .female, age: 14, forms: [.sexual, .physical])
        let one = Victim(sex: .male, age: nil, forms: [.sexual])
        let cards = [try Self.card("2023-05-01", [both]), try Self.card("2023-06-01", [one])]
        let table = try #require(cards.reduce(into: Report(year)) { $0.count($1) }[.violence])

        let sexual = try #require(table.rows.first { $0.code == "SEK" })
        #expect(table.table.columns == [.female, .male, .sexUnknown, .child, .adult, .ageUnknown])
        #expect(sexual.total == 2 && sexual.parts == [1, 1, 0, 1, 0, 1])
        #expect(table.sum.total == 3 && table.counted == 2 && table.cases == 2)
        #expect(table.rows.map(\.code) == ViolenceForm.codes)
    }

    @Test func aChildIsUnderEighteen() throws {
        let victims = [17, 18].map { Victim(sex: nil, age: $0, forms: [.neglect]) }
        let nobody = Victim(sex: nil, age: nil, forms: [])
        let card = try Self.card("2023-01-01", victims + [nobody])
        var report = Report(year)
        report.count(card)
        #expect(report[.childhood]?.rows.map(\.total) == [1, 1, 0])
        #expect(report[.violence]?.counted == 2 && report[.violence]?.cases == 1)
    }

    @Test func onlyThePeriodsCasesCount() throws {
        let victim = Victim(sex: .female, age: 30, forms: [.physical])
        let cards = try ["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"].map {
            try Self.card(PartialDay($0), [victim])
        }
        let counted = { (text: String) throws -> Int? in
            let period = try #require(Period(text))
            return cards.reduce(into: Report(period)) { $0.count($1) }[.cases]?.counted
        }
        #expect(try counted("2023") == 2)
        #expect(try counted("2023-Q1") == 1)
        #expect(try counted("2023-12") == 1)
        #expect(try counted("2022-12-31--2024-01-01") == 4)
    }

    @Test func whatWasVoidedIsNotCounted() throws {
        let victim = Victim(sex: .female, age: 30, forms: [.physical])
        var report = Report(year)
        report.count(try Self.card("2023-01-01", [victim], status: .void))
        var complaint = Card(ID<Complaint>(), 1, status: .new, title: "", at: year.start)
        complaint.victims = [victim]
        report.count(complaint)
        #expect(report.figures.allSatisfy { $0.counted == 0 && $0.sum.total == 0 })
    }

    // MARK: the sheet

    @Test func theSheetHasEveryRowOfEveryTable() throws {
        let words = Words(.english, ["report-table.violence": #"By "form", all"#, "violence-form.SEK": "sexual"])
        let lines = report.csv(words).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines[0]
                == "from,until,basis,number,table,title,unit,code,row,total,female,male,sex-unknown,child,adult,age-unknown"
        )
        let rows = report.figures.reduce(0) { $0 + $1.rows.count + 1 }
        #expect(lines.count == 1 + rows + 1 && lines.last == "")
        let sexual = #"2023-01-01,2023-12-31,complaint,3,violence,"By ""form"", all",victim,SEK,Sexual,2,2,0,0,1,1,0"#
        #expect(lines.contains(sexual))
        // A column that a table does not have is empty.
        #expect(lines.contains { $0.contains(",months,") && $0.hasSuffix(",2,,,,,,") })
    }
}
