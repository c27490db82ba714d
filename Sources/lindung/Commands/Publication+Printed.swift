import Casework
import Foundation
import Statistics

extension PublicFigures {
    private var heads: [String] { ["total"] + columns.map(\.code) }

    /// For people at a terminal.
    func text(_ publication: Publication, _ words: Words) -> String {
        let lines = rows.map { ("\($0.code)  \(word($0, words))", $0.cells.map(\.text)) }
        let last = [sum].compactMap { $0 }.map { ("sum", $0.cells.map(\.text)) }
        let told = "\(self.told(words)). As of \(Day(publication.asOf).text)."
        var text = [table.line(publication.period, words), ""]
        if !isWithheld { text += columned(heads, lines + last) + [""] }
        text.append(told)
        if isWithheld { text.append(words["report.withheld"]) }
        if hasHidden { text.append(words["report.hidden-hint"]) }
        return text.joined(separator: "\n")
    }

    fileprivate struct Answer: Encodable {
        let table: String
        let number: Int
        let unit: String
        let basis: String
        let counted: Printed
        let columns: [String]
        let rows: [Row]
        let sum: Row?

        struct Row: Encodable {
            let code: String
            let total: Printed
            let parts: [Printed]

            init(_ row: PublicFigures.Row) {
                code = row.code
                total = Printed(row.total)
                parts = row.parts.map(Printed.init)
            }
        }
    }

    fileprivate var answer: Answer {
        Answer(
            table: table.name.rawValue, number: table.number, unit: table.unit.rawValue, basis: table.basis.rawValue,
            counted: Printed(counted), columns: columns.map(\.code),
            rows: rows.map(Answer.Row.init), sum: sum.map(Answer.Row.init))
    }
}

extension Publication {
    var json: String {
        get throws {
            struct Answer: Encodable {
                let from: String
                let until: String
                let asOf: String
                let tables: [PublicFigures.Answer]
            }
            return try printedJSON(
                Answer(
                    from: period.first.text, until: period.last.text, asOf: Day(asOf).text,
                    tables: figures.map(\.answer)))
        }
    }
}

extension Publication.Refusal {
    var sentence: String {
        switch self {
        case .notAYear: "a part of a year and the year together tell the rest of it."
        case .notOver: "this one still changes from day to day."
        }
    }
}
