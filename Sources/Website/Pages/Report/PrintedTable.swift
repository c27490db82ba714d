import Casework
import Foundation
import Statistics

/// A table of figures as it is printed, whether it is for the office or for the public.
struct PrintedTable {
    let table: Table
    /// What is counted: `132 korban dalam 123 kasus`.
    let counted: String
    /// What the units are told apart by. On a phone they stand below the row's name, each with its own.
    let columns: [String]
    let rows: [Row]
    let sum: Row?
    let notes: [String]

    struct Row {
        let name: String
        let total: Figure
        /// Nil where it is not told.
        let percent: String?
        let parts: [Figure]
        /// How long its bar is, out of a hundred.
        let bar: String
    }

    struct Figure {
        let text: String
        var isNone: Bool { text == "0" }
    }

    /// For the office: exact.
    init(_ figures: Figures, _ words: Words) {
        let (sum, most) = (figures.sum, figures.rows.map(\.total).max() ?? 0)
        func row(_ row: Figures.Row, _ name: String) -> Row {
            Row(
                name: name, total: Figure(text: "\(row.total)"),
                percent: Self.percent(row.total, of: sum.total, words), parts: row.parts.map { Figure(text: "\($0)") },
                bar: Self.share(row.total, of: most))
        }
        let table = figures.table
        self.table = table
        counted = figures.told(words)
        columns = table.columns.map { $0.word(words) }
        rows = figures.rows.map { row($0, table.word($0.code, words)) }
        self.sum = row(sum, Self.sumWord(table, words))
        notes = Self.notes(table, words)
    }

    /// For the public: with what is hidden.
    init(_ figures: PublicFigures, _ words: Words) {
        let most = figures.rows.compactMap(\.total.number).max() ?? 0
        func row(_ row: PublicFigures.Row, _ name: String) -> Row {
            Row(
                name: name, total: Figure(text: row.total.text),
                percent: figures.rate(row).map { Self.percent($0.number, of: $0.of, words) },
                parts: row.parts.map { Figure(text: $0.text) }, bar: Self.share(row.total.number ?? 0, of: most))
        }
        table = figures.table
        counted = figures.told(words)
        columns = figures.columns.map { figures.word($0, words) }
        rows = figures.rows.map { row($0, figures.word($0, words)) }
        sum = figures.sum.map { row($0, Self.sumWord(figures.table, words)) }
        notes =
            figures.isWithheld
            ? [words["report.withheld"]] : Self.notes(figures.table, hasAges: figures.hasAges, words)
    }

    private static func sumWord(_ table: Table, _ words: Words) -> String {
        words[table.rows.mayRepeat ? "report.sum-repeats" : "report.sum"]
    }

    private static func notes(_ table: Table, hasAges: Bool? = nil, _ words: Words) -> [String] {
        let isByAge = hasAges ?? table.columns.contains(.child) || table.name == .childhood
        return [
            words.byKey["report-note.\(table.name.rawValue)"],
            table.rows.mayRepeat ? words["report.note-repeats"] : nil,
            words["report.note-rounded"], isByAge ? words["report.note-child"] : nil,
        ].compactMap { $0 }
    }

    private static func percent(_ number: Int, of all: Int, _ words: Words) -> String {
        share(number, of: all).replacing(".", with: words["report.decimal"])
    }

    private static func share(_ number: Int, of all: Int) -> String {
        String(format: "%.1f", all == 0 ? 0 : Double(number) / Double(all) * 100)
    }
}
