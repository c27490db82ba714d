package import Casework

extension PublicFigures {
    /// What a row is called; of several in one, all of them.
    package func word(_ row: Row, _ words: Words) -> String {
        row.codes.map { table.word($0, words) }.joined(separator: " + ")
    }

    package func word(_ column: [Column], _ words: Words) -> String {
        column.map { $0.word(words) }.joined(separator: " + ")
    }

    /// How much was counted. In how many cases it does not say: the difference tells of few.
    package func told(_ words: Words) -> String {
        words("report-counted-public.\(table.unit.rawValue)", ["n": counted.text])
    }
}

extension PublicFigures.Row {
    package var code: String { codes.joined(separator: "+") }
}

extension [Column] {
    package var code: String { map(\.rawValue).joined(separator: "+") }
}

extension Publication {
    /// All tables one below the other as one sheet, as ``Report/csv(_:)``: every row says as of which day it is, and
    /// what a mark in it means. A column that a table does not have is empty.
    package func csv(_ words: Words) -> String {
        let columns = figures.flatMap(\.columns).reduce(into: [[Column]]()) { if !$0.contains($1) { $0.append($1) } }
        let head =
            ["from", "until", "as-of", "basis", "number", "table", "title", "unit", "code", "row", "total"]
            + columns.map(\.code) + ["note"]
        let lines = figures.flatMap { figures in
            figures.rows.map { line(figures, $0, figures.word($0, words), columns, words) }
                + [figures.sum].compactMap { $0 }.map { line(figures, $0, words["report-rows.sum"], columns, words) }
                + (figures.isWithheld ? [withheld(figures, columns, words)] : [])
        }
        return Report.sheet([head] + lines)
    }

    private func line(
        _ figures: PublicFigures, _ row: PublicFigures.Row, _ word: String, _ columns: [[Column]], _ words: Words
    ) -> [String] {
        let parts = columns.map { column in figures.columns.firstIndex(of: column).map { row.parts[$0].text } ?? "" }
        let isMarked = row.cells.contains { $0.number == nil }
        return head(figures, words) + [row.code, word, row.total.text] + parts
            + [isMarked ? words["report.hidden-hint"] : ""]
    }

    /// In the place of a table that can't be published.
    private func withheld(_ figures: PublicFigures, _ columns: [[Column]], _ words: Words) -> [String] {
        head(figures, words) + ["", "", figures.counted.text] + columns.map { _ in "" } + [words["report.withheld"]]
    }

    private func head(_ figures: PublicFigures, _ words: Words) -> [String] {
        let table = figures.table
        return [
            period.first.text, period.last.text, Day(asOf).text, table.basis.rawValue, "\(table.number)",
            table.name.rawValue, table.title(words), table.unit.rawValue,
        ]
    }
}
