import Casework
import Foundation
import Statistics

extension Figures {
    private var heads: [String] { ["total"] + table.columns.map(\.rawValue) }

    private static func numbers(_ row: Row) -> [Int] { [row.total] + row.parts }

    /// For people at a terminal.
    func text(_ period: Period, _ words: Words) -> String {
        let names = rows.map { "\($0.code)  \(table.word($0.code, words))" }
        let width = (names.map(\.count).max() ?? 0) + 2
        let line = { (name: String, cells: [String]) in
            name.padding(toLength: width, withPad: " ", startingAt: 0)
                + zip(cells, heads).map { cell, column in
                    String(repeating: " ", count: max(1, column.count + 2 - cell.count)) + cell
                }.joined()
        }
        let body = zip(names, rows).map { name, row in line(name, Self.numbers(row).map { "\($0)" }) }
        let title = "\(table.number). \(table.title(words)), \(period), by the day on which the complaint came in."
        return
            ([title, "", line("", heads)] + body + [
                line("sum", Self.numbers(sum).map { "\($0)" }), "", "\(told(words)).",
            ])
            .joined(separator: "\n")
    }

    /// One table alone, by its codes.
    var csv: String {
        let lines = rows.map { ([$0.code] + Self.numbers($0).map { "\($0)" }).joined(separator: ",") }
        return ([(["code"] + heads).joined(separator: ",")] + lines).joined(separator: "\n")
    }

    fileprivate var cells: [[String: Cell]] {
        rows.map { row in
            Dictionary(
                zip(heads, Self.numbers(row).map(Cell.number)) + [("code", .text(row.code))], uniquingKeysWith: { $1 })
        }
    }

    func violenceJSON(_ year: Int) throws -> String {
        struct Answer: Encodable {
            let year: Int
            let unit: String
            let basis = "complaint"
            let victims: Int
            let cases: Int
            let rows: [[String: Cell]]
        }
        return try printedJSON(
            Answer(year: year, unit: table.unit.rawValue, victims: counted, cases: cases, rows: cells))
    }

    fileprivate struct Answer: Encodable {
        let table: String
        let number: Int
        let unit: String
        let basis: String
        let counted: Int
        let cases: Int
        let rows: [[String: Cell]]
    }

    fileprivate var answer: Answer {
        Answer(
            table: table.name.rawValue, number: table.number, unit: table.unit.rawValue,
            basis: table.basis.rawValue, counted: counted, cases: cases, rows: cells)
    }
}

extension Statistics.Report {
    var json: String {
        get throws {
            struct Answer: Encodable {
                let from: String
                let until: String
                let tables: [Figures.Answer]
            }
            return try printedJSON(
                Answer(from: period.first.text, until: period.last.text, tables: figures.map(\.answer)))
        }
    }
}

private enum Cell: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}

private func printedJSON(_ answer: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
}
