import ArgumentParser
import Casework
import Desk
import Foundation
import Statistics
import Vault

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tables of figures, also while the office is served.", subcommands: [Violence.self, Official.self])

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    struct Printing: ParsableArguments {
        @Option(help: "How it is printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
        var format = Format.table
    }

    struct Violence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Victims by form of violence in a year, by the day on which the complaint came in.")

        @Option(help: "The year.")
        var year: Int

        @OptionGroup var printing: Printing

        func run() async throws {
            guard let period = Period.year(year) else {
                throw ValidationError("--year must be a year, such as 2023.")
            }
            try await Report.say(Statistics.Report(period, .violence)) { report, words in
                guard let figures = report[.violence] else { return "" }
                return switch printing.format {
                case .table: "\(figures.text(period, words))\n\nA victim may count in several forms."
                case .csv: figures.csv
                case .json: try figures.violenceJSON(year)
                }
            }
        }
    }

    struct Official: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The tables of the official report, of cases whose complaint came in during a period.")

        @Option(help: "A year, quarter, month or days: 2023, 2023-Q2, 2023-05, 2023-05-04--2023-06-01.")
        var period: String

        @Option(help: "One table only: \(TableName.allCases.map(\.rawValue).joined(separator: ", ")).")
        var table: String?

        @Flag(help: "As it may be published, with small figures hidden: of a whole year that is over.")
        var `public` = false

        @OptionGroup var printing: Printing

        func run() async throws {
            guard let period = Period(period) else {
                throw ValidationError(
                    "--period must be a year, quarter, month or days of \(Period.longest) years at most, such as 2023-Q2."
                )
            }
            let name = try table.map { text in
                guard let name = TableName(rawValue: text) else {
                    throw ValidationError("--table must be one of the tables, such as violence.")
                }
                return name
            }
            if `public` { return try await publish(period, name) }
            let report = name.map { Statistics.Report(period, $0) } ?? Statistics.Report(period)
            try await Report.say(report) { report, words in
                switch printing.format {
                case .table: report.figures.map { $0.text(period, words) }.joined(separator: "\n\n")
                case .csv: String(report.csv(words).dropLast())
                case .json: try report.json
                }
            }
        }

        /// All tables are counted, since one hides what another would tell.
        private func publish(_ period: Period, _ name: TableName?) async throws {
            let now = Date()
            do { try Publication.check(period, at: now) } catch {
                throw ValidationError(
                    "--public needs a whole year that is over, such as \(Day(now).year - 1): \(error.sentence)")
            }
            if let name, !name.isPublic {
                throw ValidationError(
                    "--table \(name.rawValue) is not published; leave out --public, or choose another.")
            }
            try await Report.say(Statistics.Report(period)) { report, words in
                let publication = try Publication(report, asOf: now).only(name)
                return switch printing.format {
                case .table: publication.figures.map { $0.text(publication, words) }.joined(separator: "\n\n")
                case .csv: String(publication.csv(words).dropLast())
                case .json: try publication.json
                }
            }
        }
    }

    /// Counts and prints.
    private static func say(
        _ report: Statistics.Report, _ print: (Statistics.Report, Words) throws -> String
    ) async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Workspace.reading(home: settings.home, key: try settings.keyFile.read())
            defer { try? workspace.close() }
            let counted = try await workspace.figures(
                from: report.period.start, until: report.period.end, into: report
            ) { $0.count($1) }
            Console.say(try print(counted, try Locales.words(.english)))
        }
    }
}
