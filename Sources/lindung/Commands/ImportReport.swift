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
        let names = columns.all.indices.map { name($0, columns) }
        let width = names.map(\.count).max() ?? 0
        for (place, column) in columns.all.enumerated() where !column.heading.isEmpty || column.field != nil {
            let name = names[place].padding(toLength: width, withPad: " ", startingAt: 0)
            Console.say("  \(name)  \(taken(place, columns))")
        }
    }

    private func taken(_ place: Int, _ columns: Columns) -> String {
        let column = columns.all[place]
        guard let unclear = column.unclear else { return column.field?.rawValue ?? "(left out)" }
        let name = "\(column.heading)#\((columns.places(of: column.heading).firstIndex(of: place) ?? 0) + 1)"
        return
            "(left out: another may be \(unclear.rawValue) too; to take this: --column \"\(name)=\(unclear.rawValue)\")"
    }

    /// The heading; the number of a column that has none.
    private func name(_ place: Int, _ columns: Columns) -> String {
        let heading = columns.all[place].heading
        return heading.isEmpty ? "column \(place + 1)" : heading
    }

    func say(_ told: SheetImport.Told, _ columns: Columns, _ progress: Progress) {
        let lines = sentences(told, columns)
        guard !lines.isEmpty else { return }
        progress.clear()
        for line in lines { Console.say(line) }
    }

    func sentences(_ told: SheetImport.Told, _ columns: Columns) -> [String] {
        // That nobody manages the cases is said once, at the end.
        let faults = told.faults.filter { !$0.isOfManager }.map { fault in
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
        return column.map { name($0, columns) } ?? fault.field?.rawValue ?? "the row"
    }

    /// - Parameter unlisted: what some cell says in a word of no list.
    func say(_ counts: SheetCounts, _ columns: Columns, unlisted: Set<SheetField>) {
        for place in columns.all.indices {
            for sentence in sentences(counts, place, columns) { Console.say("  \(sentence)") }
        }
        for sentence in words.accepted(unlisted) { Console.say("  \(sentence)") }
        if let unmanaged = counts.unmanaged, unmanaged > 0 {
            Console.say("\(unmanaged) rows open a case, and nobody manages them; say who manages the cases: --manager")
        }
        Console.say(
            """
            \(counts.rows) rows: \(counts.complaints) new complaints, \(counts.cases) of them with a case \
            (\(counts.openCases) still open), \(counts.waiting) wait for triage; \(counts.already) brought in before, \
            \(counts.same) the same as an earlier row, \(counts.bad) bad. \(counts.passedOver) rows passed over.
            """)
    }

    private func sentences(_ counts: SheetCounts, _ place: Int, _ columns: Columns) -> [String] {
        let column = columns.all[place]
        let (name, filled) = (name(place, columns), counts.filled[place])
        if column.field == nil {
            guard column.heading.isEmpty, filled > 0 else { return [] }
            return [
                "\(name) has no heading, and \(filled) cells in it are left out; to take it: --column \"#\(place + 1)=FIELD\""
            ]
        }
        var sentences: [String] = []
        if counts.misread[place] > 0 {
            sentences.append("\(name): \(counts.misread[place]) of \(filled) cells are not understood.")
        }
        if let monthFirst = counts.monthFirst?[place], monthFirst > 0 {
            sentences.append("\(name): " + words("import.month-first", ["n": "\(monthFirst)"]))
        }
        return sentences
    }
}
