package import Casework

extension Table {
    package func title(_ words: Words) -> String { words["report-table.\(name.rawValue)"] }
    /// What the first column is called.
    package func head(_ words: Words) -> String { words["report-rows.\(rows.list)"] }

    /// What a row is called.
    package func word(_ code: String, _ words: Words) -> String {
        if rows.list == "month" {
            let parts = code.split(separator: "-").compactMap { Int($0) }
            return "\(words["when.month.\(parts.last ?? 0)"]) \(parts.first ?? 0)"
        }
        let word = code == Rows.unknown ? words["report-rows.unknown"] : words.code(rows.list, code)
        // Some lists stand within sentences elsewhere.
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}

extension Figures {
    /// How much was counted: `132 korban dalam 123 kasus`.
    package func told(_ words: Words) -> String {
        words("report-counted.\(table.unit.rawValue)", ["n": "\(counted)", "cases": "\(cases)"])
    }
}

extension Column {
    package func word(_ words: Words) -> String { words["report-column.\(rawValue)"] }
}

extension Report {
    /// All tables one below the other as one sheet: every row says of which table and period it is, what it counts and by
    /// which day. A column that a table does not have is empty.
    package func csv(_ words: Words) -> String {
        let head =
            ["from", "until", "basis", "number", "table", "title", "unit", "code", "row", "total"]
            + Column.allCases.map(\.rawValue)
        let lines = figures.flatMap { figures in
            figures.rows.map { row in line(figures.table, row, figures.table.word(row.code, words), words) }
                + [line(figures.table, figures.sum, words["report-rows.sum"], words)]
        }
        return Self.sheet([head] + lines)
    }

    private func line(_ table: Table, _ row: Figures.Row, _ word: String, _ words: Words) -> [String] {
        let parts = Column.allCases.map { column in
            table.columns.firstIndex(of: column).map { "\(row.parts[$0])" } ?? ""
        }
        return [
            period.first.text, period.last.text, table.basis.rawValue, "\(table.number)", table.name.rawValue,
            table.title(words), table.unit.rawValue, row.code, word, "\(row.total)",
        ] + parts
    }

    static func sheet(_ lines: [[String]]) -> String {
        lines.map { $0.map(cell).joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String {
        text.contains(where: { ",\"\n".contains($0) }) ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
