import Casework
import Foundation
import Statistics

extension Figures {
    private var heads: [String] { ["total"] + table.columns.map(\.rawValue) }

    private static func numbers(_ row: Row) -> [Int] { [row.total] + row.parts }

    /// For people at a terminal.
    func text(_ period: Period, _ words: Words) -> String {
        let lines = rows.map { ("\($0.code)  \(table.word($0.code, words))", Self.numbers($0)) }
        let told = (lines + [("sum", Self.numbers(sum))]).map { ($0, $1.map { "\($0)" }) }
        return ([table.line(period, words), ""] + columned(heads, told) + ["", "\(self.told(words))."])
            .joined(separator: "\n")
    }

    /// One table alone, by its codes.
    var csv: String {
        let lines = rows.map { ([$0.code] + Self.numbers($0).map { "\($0)" }).joined(separator: ",") }
        return ([(["code"] + heads).joined(separator: ",")] + lines).joined(separator: "\n")
    }

    fileprivate var cells: [[String: Printed]] {
        rows.map { row in
            Dictionary(
                zip(heads, Self.numbers(row).map(Printed.number)) + [("code", .text(row.code))],
                uniquingKeysWith: { $1 })
        }
    }

    func violenceJSON(_ year: Int) throws -> String {
        struct Answer: Encodable {
            let year: Int
            let unit: String
            let basis = "complaint"
            let victims: Int
            let cases: Int
            let rows: [[String: Printed]]
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
        let rows: [[String: Printed]]
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

extension Table {
    func line(_ period: Period, _ words: Words) -> String {
        "\(number). \(title(words)), \(period), by the day on which the complaint came in."
    }
}

/// Names at the left, numbers below the names of their columns.
func columned(_ heads: [String], _ lines: [(String, [String])]) -> [String] {
    let width = (lines.map(\.0.count).max() ?? 0) + 2
    return ([("", heads)] + lines).map { name, cells in
        name.padding(toLength: width, withPad: " ", startingAt: 0)
            + zip(cells, heads).map { cell, column in
                String(repeating: " ", count: max(1, column.count + 2 - cell.count)) + cell
            }.joined()
    }
}

enum Printed: Encodable {
    case text(String)
    case number(Int)

    /// A number, or the mark of one that is hidden.
    init(_ cell: PublicFigures.Cell) { self = cell.number.map(Printed.number) ?? .text(cell.text) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}

func printedJSON(_ answer: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
}
