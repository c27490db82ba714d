import Casework
import Desk
import Foundation
import Spreadsheet

/// What is told of a sheet: by line, heading and reason, never by what a cell says.
struct ImportReport {
    let words: Words

    func say(_ file: SheetFile, _ columns: Columns) {
        Console.say("Written in \(file.charset.rawValue), cells apart by \(file.delimiter.rawValue).")
        Console.say("The headings are on line \(columns.line):")
        let width = columns.all.map { $0.heading.count }.max() ?? 0
        for column in columns.all where !column.heading.isEmpty {
            let name = column.heading.padding(toLength: width, withPad: " ", startingAt: 0)
            Console.say("  \(name)  \(column.field?.rawValue ?? "(left out)")")
        }
    }

    func say(_ told: SheetImport.Told, _ columns: Columns, _ progress: Progress) {
        let lines = sentences(told, columns)
        guard !lines.isEmpty else { return }
        progress.clear()
        for line in lines { Console.say(line) }
    }

    func sentences(_ told: SheetImport.Told, _ columns: Columns) -> [String] {
        let faults = told.faults.map { fault in
            "line \(told.line), \(place(fault, columns)): \(words.rowProblem(fault))"
        }
        let notes = told.notes.map { "line \($0.line): \(words["import-note.\($0.note.rawValue)"])" }
        let cautions = told.cautions.map { "line \(told.line): \(words["import-caution.\($0.name)"])" }
        return faults + notes + cautions + [same(told)].compactMap { $0 }
    }

    private func same(_ told: SheetImport.Told) -> String? {
        guard case .same(let line) = told.fate else { return nil }
        return "line \(told.line): " + words("import-note.same", ["line": "\(line)"])
    }

    /// The heading, or what no column tells.
    private func place(_ fault: SheetRow.CellFault, _ columns: Columns) -> String {
        let column = fault.column ?? fault.field.flatMap { columns.places(of: $0).first }
        return column.map { columns.all[$0].heading } ?? fault.field?.rawValue ?? "the row"
    }

    /// - Parameter unlisted: what some cell says in a word of no list.
    func say(_ counts: SheetCounts, _ columns: Columns, unlisted: Set<SheetField>) {
        for (place, column) in columns.all.enumerated() where column.field != nil && counts.misread[place] > 0 {
            Console.say(
                "  \(column.heading): \(counts.misread[place]) of \(counts.filled[place]) cells are not understood.")
        }
        for sentence in words.accepted(unlisted) { Console.say("  \(sentence)") }
        Console.say(
            """
            \(counts.rows) rows: \(counts.complaints) new complaints, \(counts.cases) of them with a case \
            (\(counts.openCases) still open), \(counts.waiting) wait for triage; \(counts.already) brought in before, \
            \(counts.same) the same as an earlier row, \(counts.bad) bad. \(counts.passedOver) rows passed over.
            """)
    }
}
