import Casework
import Foundation
import Testing

@testable import Statistics

@Suite struct PublicationTests {
    private let year: Period

    init() throws { year = try #require(Period("2023")) }

    /// A city of so many cases, all of 2023.
    private func city(_ cases: Int, _ chance: inout Chance) throws -> Report {
        var report = Report(year)
        for _ in 0..<cases {
            let month = 1 + chance.upTo(11)
            let day = try #require(Day(year: 2023, month: month, day: 1 + chance.upTo(27)))
            var card = Card(ID<CaseFile>(), 1, status: .closed, title: "", at: day.start)
            card.victims = (0...chance.skewed(3)).map { _ in Self.victim(&chance) }
            card.alleged = (0..<chance.skewed(3)).map { _ in Self.alleged(&chance) }
            card.codes =
                chance.upTo(9) == 0
                ? [:] : ["district": District.allCases[chance.skewed(District.allCases.count)].rawValue]
            report.count(card)
        }
        return report
    }

    private static func one<List: CaseIterable>(_ list: List.Type, _ chance: inout Chance) -> List? {
        chance.upTo(5) == 0 ? nil : Array(list.allCases)[chance.skewed(list.allCases.count)]
    }

    private static func victim(_ chance: inout Chance) -> Victim {
        let forms = Set((0...chance.skewed(3)).map { _ in ViolenceForm.allCases[chance.skewed(7)] })
        return Victim(
            sex: chance.upTo(30) == 0 ? nil : chance.upTo(6) == 0 ? .male : .female,
            age: chance.upTo(30) == 0 ? nil : chance.upTo(70),
            forms: forms.sorted { $0.rawValue < $1.rawValue },
            places: [one(IncidentPlace.self, &chance)].compactMap { $0 },
            domestic: one(YesNo.self, &chance),
            background: Background(
                education: one(Education.self, &chance), occupation: one(Occupation.self, &chance),
                marital: one(MaritalStatus.self, &chance), disability: one(Disability.self, &chance)))
    }

    private static func alleged(_ chance: inout Chance) -> Alleged {
        Alleged(
            sex: chance.upTo(8) == 0 ? nil : chance.upTo(9) == 0 ? .female : .male, age: 10 + chance.upTo(60),
            relation: one(Relation.self, &chance),
            background: Background(education: one(Education.self, &chance)))
    }

    // MARK: what is published

    @Test func onlyWholeYearsThatAreOver() throws {
        let later = year.end
        for text in ["2023-Q2", "2023-05", "2023-05-04--2023-06-01", "2022-01-01--2023-12-31"] {
            let part = Report(try #require(Period(text)))
            #expect(throws: Publication.Refusal.notAYear) { try Publication(part, asOf: later) }
        }
        #expect(throws: Publication.Refusal.notOver) {
            try Publication(Report(year), asOf: later.addingTimeInterval(-1))
        }
        #expect(try Publication(Report(year), asOf: later).asOf == later)
    }

    /// Who may choose what is told apart can compute what is hidden, so a table more or less is a decision.
    @Test func theTablesAreTheseAndNoOthers() throws {
        let names = try Publication(Report(year), asOf: year.end).figures.map(\.table.name)
        let left = TableName.allCases.filter { !names.contains($0) }
        #expect(left == [.childhood, .bullying, .online, .services] && names == TableName.allCases.filter(\.isPublic))
        let finer = PublicTable.all.filter { $0.thresholds.total == 10 }.map(\.name)
        #expect(
            finer == [
                .cases, .victims, .alleged, .ages, .disability, .allegedAges, .allegedRelation, .districts, .months,
            ])
        #expect(PublicTable.all.allSatisfy { $0.thresholds.part == 10 && [5, 10].contains($0.thresholds.total) })
    }

    @Test func ofNobodyAllIsToldAndOfFewNothing() throws {
        let nobody = try Publication(Report(year), asOf: year.end)
        #expect(nobody.figures.allSatisfy { !$0.isWithheld && !$0.hasHidden && $0.counted == .shown(0) })

        var chance = Chance(1)
        let few = try Publication(try city(6, &chance), asOf: year.end)
        #expect(few.figures.allSatisfy { $0.isWithheld || !(1..<10).contains($0.counted.number ?? 1) })
        #expect(few[.cases]?.isWithheld == true && few[.cases]?.counted.text == "*" && few[.cases]?.sum?.code == nil)
        let lines = few.csv(Words(.english, [:])).split(separator: "\n")
        for table in [",cases,", ",months,"] {
            let told = lines.filter { $0.contains(table) }
            #expect(told.count == 1 && told[0].hasSuffix("report.withheld"))
        }
    }

    /// Two victims of unknown sex beside ten men: the columns of both are one.
    @Test func columnsThatCannotStandBesideEachOtherAreOne() {
        let columns: [(Column, sum: Int)] = [(.female, 120), (.male, 10), (.sexUnknown, 2)]
        #expect(Merged(columns, below: 10).columns == [[.female], [.male, .sexUnknown]])
        #expect(Merged(columns, below: 10).columnSums == [120, 12])
        #expect(Merged([(.female, 120), (.male, 10), (.sexUnknown, 0)], below: 10).columns == [[.female], [.male]])
        #expect(Merged([(.female, 120), (.male, 4), (.sexUnknown, 2)], below: 10).columns == [])
        #expect(Merged([(.female, 5), (.male, 4), (.sexUnknown, 30)], below: 10).columns == [])
    }

    /// Seven men beside 120 women: no table tells the sexes apart, and the cases by their victims' sex don't either.
    @Test func theCasesTellNoSexThatTheVictimsHide() throws {
        var report = Report(year)
        for number in 0..<127 {
            var card = Card(ID<CaseFile>(), 1, status: .closed, title: "", at: year.start.addingTimeInterval(3600))
            card.victims = [Victim(sex: number < 7 ? .male : .female, age: 30, forms: [.physical])]
            report.count(card)
        }
        let publication = try Publication(report, asOf: year.end)
        let cases = try #require(publication[.cases])
        #expect(cases.rows.allSatisfy { $0.total.number.map { !(1..<10).contains($0) } ?? true })
        #expect(!publication.figures.contains { figures in figures.columns.contains([.male]) })
    }

    @Test func aRateIsToldOfTenAndMore() throws {
        var chance = Chance(3)
        let publication = try Publication(try city(120, &chance), asOf: year.end)
        let rows = publication.figures.flatMap { figures in figures.rows.map { (figures, $0) } }
        #expect(rows.contains { $0.1.total.number == nil } && rows.contains { 5...9 ~= $0.1.total.number ?? 0 })
        for (figures, row) in rows {
            #expect((figures.rate(row) == nil) == (1..<10 ~= row.total.number ?? 1), "\(figures.table.name)")
        }
    }

    @Test func theSheetSaysAsOfWhenAndHasTheMarks() throws {
        var chance = Chance(3)
        let publication = try Publication(try city(120, &chance), asOf: year.end)
        let lines = publication.csv(Words(.english, [:])).split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("from,until,as-of,basis,number,table,title,unit,code,row,total,child"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("2023-01-01,2023-12-31,2024-01-01,complaint,") })
        let width = lines[0].count { $0 == "," }
        #expect(lines.allSatisfy { line in line.count { $0 == "," } == width })
        #expect(lines.contains { $0.contains(",*") } && !lines.contains { $0.contains("<") })
        #expect(lines.count == 1 + publication.figures.reduce(0) { $0 + $1.rows.count + 1 })
        let marked = lines.dropFirst().filter { $0.contains(",*") && !$0.hasSuffix("report.withheld") }
        #expect(marked.allSatisfy { $0.hasSuffix(",report.hidden-hint") })
    }

    // MARK: the attack

    /// On all tables together, by somebody who knows the sum of each column from any of them.
    @Test(arguments: 1...60)
    func noTableTellsWhatAnotherHides(seed: Int) throws {
        var chance = Chance(seed)
        let report = try city(10 + chance.upTo(seed.isMultiple(of: 3) ? 40 : 250), &chance)
        let publication = try Publication(report, asOf: year.end)
        let known = Known(publication)
        for figures in publication.figures where !figures.isWithheld {
            let exact = try #require(report[figures.table.name])
            for (place, range) in try #require(known.attack(figures, exact)) {
                #expect(range.count > 3, "\(figures.table.name) \(place) \(range)")
            }
            for row in figures.rows {
                let numbers = exact.numbers(of: row.codes, in: figures.columns)
                for (cell, number) in zip(row.cells, numbers) where cell.number != nil {
                    #expect(cell.number == number)
                }
                #expect((1..<5).contains(numbers[0]) ? row.total.number == nil : true)
                for (cell, number) in zip(row.parts, numbers.dropFirst()) where (1..<10).contains(number) {
                    #expect(cell.number == nil)
                }
            }
        }
        #expect(
            try Publication(report, asOf: year.end).figures.map { $0.rows.map(\.cells) }
                == publication.figures.map { $0.rows.map(\.cells) })
    }
}

/// What all tables together tell of the sums.
private struct Known {
    /// By unit: of each column or columns told as one.
    private var sums: [Statistics.Unit: [Set<Column>: Int]] = [:]
    private var counted: [Statistics.Unit: Int] = [:]

    init(_ publication: Publication) {
        for figures in publication.figures {
            let unit = figures.table.unit
            if let all = figures.counted.number { counted[unit] = all }
            // Where somebody may stand in several rows the sums are the table's own.
            guard !figures.table.rows.mayRepeat, let sum = figures.sum else { continue }
            for (column, cell) in zip(figures.columns, sum.parts) {
                sums[unit, default: [:]][Set(column)] = cell.number
            }
            guard figures.table.rows.list == Sex.list else { continue }
            for row in figures.rows {
                sums[unit, default: [:]][Set(row.codes.map { Column(sex: $0) })] = row.total.number
            }
        }
    }

    /// Within which bounds each hidden figure of a table lies.
    func attack(_ figures: PublicFigures, _ exact: Figures) -> [(String, ClosedRange<Int>)]? {
        guard let thresholds = PublicTable.all.first(where: { $0.name == figures.table.name })?.thresholds else {
            return nil
        }
        var attack = Attack()
        var hidden: [(String, Int)] = []
        let places = figures.rows.map { row in
            let numbers = exact.numbers(of: row.codes, in: figures.columns)
            return zip(row.cells, numbers).enumerated().map { column, told -> Int in
                let (cell, number) = told
                guard cell == .hidden else { return attack.add(number...number) }
                let threshold = thresholds[column]
                let isOfClosedRow = column > 0 && row.total.number == nil
                let isSmall = 1..<threshold ~= number
                let isLargeTotal = column == 0 && number >= threshold
                let least = isOfClosedRow || number == 0 ? 0 : isLargeTotal ? threshold : 1
                let most = isSmall ? threshold - 1 : counted[figures.table.unit] ?? 0
                hidden.append(("\(row.code) \(column)", attack.add(least...most)))
                return hidden[hidden.count - 1].1
            }
        }
        // Each row by each side, each column with its sum.
        for side in [Side.sex, .childhood] {
            let columns = figures.columns.indices.filter { !side.columns.filter(figures.columns[$0].contains).isEmpty }
            guard !columns.isEmpty else { continue }
            for row in places { attack.add(columns.map { row[1 + $0] }, minus: [row[0]], is: 0) }
        }
        for (column, cell) in (figures.sum?.cells ?? []).enumerated() {
            guard let sum = cell.number else { continue }
            attack.add(places.map { $0[column] }, is: sum)
        }
        let told = sums[figures.table.unit] ?? [:]
        for (columns, sum) in told {
            // The ages add up to the children and the adults, and the sexes to the sexes.
            let rows = figures.rows.indices.filter { row in
                figures.table.rows.list == AgeGroup.list
                    && columns.contains(Column(age: figures.rows[row].codes[0]))
            }
            if !rows.isEmpty { attack.add(rows.map { places[$0][0] }, is: sum) }
            if let column = figures.columns.firstIndex(where: { Set($0) == columns }), !figures.table.rows.mayRepeat {
                attack.add(places.map { $0[1 + column] }, is: sum)
            }
        }
        return attack.run().map { ranges in hidden.map { ($0.0, ranges[$0.1]) } }
    }
}
