package import Casework
import Foundation

/// A table with its numbers.
package struct Figures: Sendable {
    package let table: Table
    /// Each row's total, and then its columns.
    private var numbers: [[Int]]
    /// How many units were counted; where a unit may stand in several rows, their sum may be more.
    package private(set) var counted = 0
    /// The cases in which they are.
    package private(set) var cases = 0

    init(_ table: Table) {
        self.table = table
        numbers = Array(repeating: Array(repeating: 0, count: 1 + table.columns.count), count: table.rows.codes.count)
    }

    mutating func count(_ card: Card) {
        let found = table.found(card)
        guard !found.isEmpty else { return }
        cases += 1
        counted += found.count
        for one in found {
            for row in one.rows {
                numbers[row][0] += 1
                for column in one.columns { numbers[row][1 + column] += 1 }
            }
        }
    }

    package struct Row: Sendable {
        package let code: String
        package let total: Int
        /// In the order of the table's columns.
        package let parts: [Int]
    }

    package var rows: [Row] {
        zip(table.rows.codes, numbers).map { Row(code: $0, total: $1[0], parts: Array($1.dropFirst())) }
    }

    /// The sum over the rows.
    package var sum: Row {
        let sums = (0...table.columns.count).map { column in numbers.reduce(0) { $0 + $1[column] } }
        return Row(code: "sum", total: sums[0], parts: Array(sums.dropFirst()))
    }

    /// How many stand in the row for what is not known; nil for a table whose rows are all known.
    package var unknown: Int? { number(of: ["unknown", "NA"]) }
    /// How many stand in the row for whatever no other row is for.
    package var other: Int? { number(of: ["LAI"]) }

    private func number(of codes: [String]) -> Int? { rows.first { codes.contains($0.code) }?.total }
}

/// The official report of a period: all its tables, or some of them, counted in one go over the cards.
package struct Report: Sendable {
    package let period: Period
    package private(set) var figures: [Figures]
    /// Clients to whom nobody said yet that anything was done: no table of victims counts them.
    package private(set) var unharmed = 0
    private let time: Range<Date>

    /// - Parameter number: the one of the official list that is wanted; nil for all.
    package init(_ period: Period, number: Int? = nil) {
        let tables = Table.official(in: period).filter { number == nil || $0.number == number }
        self.init(period, tables)
    }

    package init(_ period: Period, _ name: TableName) {
        self.init(period, Table.official(in: period).filter { $0.name == name })
    }

    private init(_ period: Period, _ tables: [Table]) {
        self.period = period
        time = period.start..<period.end
        figures = tables.map(Figures.init)
    }

    /// Counts a card, if it is a case of the period.
    package mutating func count(_ card: Card) {
        guard card.kind == CaseFile.kind, card.status != .void, time.contains(card.at) else { return }
        unharmed += card.victims.count { $0.forms.isEmpty }
        for place in figures.indices { figures[place].count(card) }
    }

    package subscript(name: TableName) -> Figures? { figures.first { $0.table.name == name } }
}
