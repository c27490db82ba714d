package import Casework
import Foundation

/// A table with its numbers.
package struct Figures: Sendable {
    package let table: Table
    private var numbers: Table.Numbers
    /// How many units were counted; where a unit may stand in several rows, their sum may be more.
    package private(set) var counted = 0
    /// The cases in which they are.
    package private(set) var cases = 0

    init(_ table: Table) {
        self.table = table
        numbers = table.nothing
    }

    mutating func count(_ card: Card) {
        let units = table.count(card, &numbers)
        guard units > 0 else { return }
        cases += 1
        counted += units
    }

    package struct Row: Sendable {
        package let code: String
        package let total: Int
        /// In the order of the table's columns.
        package let parts: [Int]

        fileprivate init(code: String, _ numbers: some Collection<Int>) {
            self.code = code
            total = numbers.first ?? 0
            parts = Array(numbers.dropFirst())
        }
    }

    package var rows: [Row] {
        table.rows.codes.enumerated().map { row, code in Row(code: code, numbers[row]) }
    }

    /// The sum over the rows.
    package var sum: Row {
        let rows = table.rows.codes.indices.map { Array(numbers[$0]) }
        return Row(code: "sum", (0...table.columns.count).map { column in rows.reduce(0) { $0 + $1[column] } })
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
