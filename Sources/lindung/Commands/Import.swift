import ArgumentParser
import Casework
import Desk
import Foundation
import Spreadsheet
import Vault

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings in what an office wrote down before.", subcommands: [Complaints.self])

    struct Complaints: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Brings in a register of complaints and cases from a spreadsheet.",
            discussion: """
                Every row is checked before any is written, and no row is ever brought in twice. It ends with 1 where rows \
                are bad and nothing was written. A workbook (.xlsx) is read if Debian's xlsx2csv is installed.
                """)

        @Argument(help: "The sheet: CSV, or a workbook (.xlsx).", completion: .file())
        var file: String

        @Option(help: "Which sheet of a workbook, from 1.")
        var sheet = 1

        @Option(name: .customLong("as"), help: "The worker in whose name it is brought in.")
        var user: String

        @Option(help: "Who manages the cases; the same worker by default.")
        var manager: String?

        @Option(
            help: """
                What a column is taken for: "HEADING=FIELD"; "HEADING=" leaves it out. "HEADING#2" is the second that is \
                headed so, and "#7" the seventh column. Several are allowed. Fields: \
                \(SheetField.allCases.map(\.rawValue).joined(separator: ", ")).
                """)
        var column: [String] = []

        @Option(help: "What is taken where a row says nothing: \"FIELD=VALUE\". Several are allowed.")
        var fill: [String] = []

        @Option(help: "utf-8 or windows-1252, where it is not found out.")
        var encoding: Charset?

        @Option(help: "semicolon, comma or tab, where it is not found out.")
        var delimiter: Delimiter?

        @Flag(help: "Check every row and write nothing.")
        var check = false

        @Flag(help: "Bring in the good rows although others are bad.")
        var skipBad = false

        func run() async throws {
            let settings = try Settings.ofAnyHome()
            try await Failure.explained(settings) {
                guard sheet >= 1 else { throw ValidationError("--sheet counts from 1.") }
                let source = try SheetSource(file, sheet: sheet, encoding, delimiter)
                let sheet = source.sheet
                let words = try Locales.words(.english)
                let report = ImportReport(words: words)
                let spellings = try Spellings.shipped()
                let columns = try SaidColumns(column).taken(by: try sheet.columns(spellings))
                let key = try settings.keyFile.read()
                let workspace = try await Home.open(settings.home, key)
                defer { try? workspace.close() }
                let pass = SheetPass(
                    sheet, columns, fills: try fills(), spellings, try await importer(workspace))
                if let sentence = source.sentence { Console.say(sentence) }
                try await bring(pass, report)
            }
        }

        private func bring(_ pass: SheetPass, _ report: ImportReport) async throws {
            report.say(pass.file, pass.columns)
            var progress = Progress("Checked", of: nil)
            var unlisted: Set<SheetField> = []
            let found = try await pass.check { told in
                progress.step()
                unlisted.formUnion(told.faults.filter(\.isUnlisted).compactMap(\.field))
                report.say(told, pass.columns, progress)
            }
            progress.end()
            report.say(found, pass.columns, unlisted: unlisted)
            if found.bad > 0, !skipBad || check { throw ExitCode(1) }
            guard !check else { return }
            progress = Progress("Brought in", of: found.rows)
            let done = try await pass.write(skipsBad: skipBad) { _ in progress.step() }
            progress.end()
            Console.say(
                "\(done.complaints) complaints were brought in, \(done.cases) of them with a case; \(done.bad) bad rows left out."
            )
        }

        private func importer(_ workspace: Workspace) async throws -> SheetImport {
            let worker = try await workspace.worker(user)
            guard worker.duties.contains(.takeComplaints) else {
                throw ValidationError("\(user) has no post that takes complaints down.")
            }
            let managing = try await manager.asyncMap { try await workspace.worker($0) }
            let chosen = managing ?? (worker.duties.contains(.manageCases) ? worker : nil)
            if let chosen, !chosen.duties.contains(.manageCases) {
                throw ValidationError("\(manager ?? user) has no post that manages cases.")
            }
            // It is done in this worker's name, by who holds the key: every entry says both.
            var acting = worker
            acting.token = try await workspace.accounts.operator(in: worker.lane).id.value
            return SheetImport(
                workspace.desk, by: acting, manager: chosen?.id, source: URL(filePath: file).lastPathComponent)
        }

        private func fills() throws -> [SheetField: String] {
            try fill.reduce(into: [:]) { fills, said in
                guard let place = said.firstIndex(of: "=") else {
                    throw ValidationError("--fill must be \"FIELD=VALUE\".")
                }
                fills[try SaidColumns.field(String(said[..<place]))] = String(said[said.index(after: place)...])
            }
        }
    }
}

extension Charset: ExpressibleByArgument {}
extension Delimiter: ExpressibleByArgument {}

extension Optional {
    fileprivate func asyncMap<T>(_ map: (Wrapped) async throws -> T) async rethrows -> T? {
        guard let self else { return nil }
        return try await map(self)
    }
}
