import ArgumentParser
import Casework
import Desk
import Foundation
import Statistics
import Vault

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tables of figures, also while the office is served.", subcommands: [Violence.self])

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    struct Violence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Victims by form of violence in a year, by the day on which the complaint came in.")

        @Option(help: "The year.")
        var year: Int

        @Option(help: "How it is printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
        var format = Format.table

        func run() async throws {
            guard (1900...9999).contains(year) else { throw ValidationError("--year must be a year, such as 2023.") }
            let settings = try Settings.ofAnyHome()
            try await Failure.explained(settings) {
                let workspace = try await Workspace.reading(home: settings.home, key: try settings.keyFile.read())
                defer { try? workspace.close() }
                let time = ViolenceTable.time(of: year)
                let table = try await workspace.figures(
                    from: time.from, until: time.until, into: ViolenceTable(year: year)
                ) { $0.count($1) }
                let words = try Locales.words(.english)
                Console.say(try table.printed(format, words))
            }
        }
    }
}

extension ViolenceTable {
    private static let columns = ["total", "female", "male", "sex-unknown", "child", "adult", "age-unknown"]

    func printed(_ format: Report.Format, _ words: Words) throws -> String {
        switch format {
        case .table: text(words)
        case .csv: csv
        case .json: try json
        }
    }

    private func text(_ words: Words) -> String {
        let names = rows.map { "\($0.code.rawValue)  \(words.code(ViolenceForm.list, $0.code.rawValue))" }
        let width = (names.map(\.count).max() ?? 0) + 2
        let line = { (name: String, cells: [String]) in
            name.padding(toLength: width, withPad: " ", startingAt: 0)
                + zip(cells, Self.columns).map { cell, column in
                    String(repeating: " ", count: max(1, column.count + 2 - cell.count)) + cell
                }.joined()
        }
        let head = line("", Self.columns)
        let body = zip(names, rows).map { name, row in line(name, row.numbers.map { "\($0)" }) }
        let sums = Self.columns.indices.map { column in "\(rows.reduce(0) { $0 + $1.numbers[column] })" }
        let title = "Victims by form of violence, \(year), by the day on which the complaint came in."
        let note = "\(victims) victims in \(cases) cases. A victim may count in several forms."
        return ([title, "", head] + body + [line("sum", sums), "", note]).joined(separator: "\n")
    }

    private var csv: String {
        let head = (["code"] + Self.columns).joined(separator: ",")
        let lines = rows.map { ([$0.code.rawValue] + $0.numbers.map { "\($0)" }).joined(separator: ",") }
        return ([head] + lines).joined(separator: "\n")
    }

    private struct Answer: Encodable {
        let year: Int
        let unit = "victim"
        let basis = "complaint"
        let victims: Int
        let cases: Int
        let rows: [[String: Cell]]
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

    private var json: String {
        get throws {
            let rows = rows.map { row in
                Dictionary(
                    zip(Self.columns, row.numbers.map(Cell.number)) + [("code", .text(row.code.rawValue))]
                ) { first, _ in first }
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let answer = Answer(year: year, victims: victims, cases: cases, rows: rows)
            return String(decoding: try encoder.encode(answer), as: UTF8.self)
        }
    }
}

extension ViolenceTable.Row {
    /// In the order of the columns.
    fileprivate var numbers: [Int] { [total, female, male, sexUnknown, child, adult, ageUnknown] }
}
