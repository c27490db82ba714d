import Casework
import Desk
import Foundation
import Spreadsheet

/// What was found in a sheet. No cell of it is in here.
struct SheetModel {
    let id: UUID
    let kept: KeptSheet
    let managers: [Worker]
    let problem: SheetProblem?
    private(set) var counts = SheetCounts()
    private(set) var bad: [BadLines] = []
    private(set) var notes: [Note] = []

    /// Lines of which the same is wrong in the same column: one sentence for all.
    struct BadLines {
        let fault: SheetRow.CellFault
        var lines: [Int]

        /// So many are listed.
        static let most = 30
    }

    enum Note {
        case row(line: Int, SheetRow.Note)
        case caution(line: Int, String)
        case same(line: Int, as: Int)
    }

    /// So many lines of one kind a page lists.
    static let most = 200

    var columns: Columns { kept.columns }

    mutating func check(_ pass: SheetPass) async throws {
        var bad: [BadLines] = []
        var places: [BadPlace: Int] = [:]
        var notes: [Note] = []
        counts = try await pass.check { told in
            // That nobody manages the cases is told at its question.
            for fault in told.faults where !fault.isOfManager {
                let place = BadPlace(column: fault.column, field: fault.field, problem: fault.problem)
                if let known = places[place] {
                    bad[known].lines.append(told.line)
                } else {
                    places[place] = bad.count
                    bad.append(BadLines(fault: fault, lines: [told.line]))
                }
            }
            notes += told.notes.map { .row(line: $0.line, $0.note) }
            notes += told.cautions.map { .caution(line: told.line, $0.name) }
            if case .same(let other) = told.fate { notes.append(.same(line: told.line, as: other)) }
        }
        self.bad = bad
        self.notes = notes
    }

    private struct BadPlace: Hashable {
        let column: Int?
        let field: SheetField?
        let problem: RowProblem
    }

    /// Whether somebody has to manage the cases, and nobody is chosen.
    var lacksManager: Bool { (counts.unmanaged ?? 0) > 0 }

    /// What some cell says in a word of no list.
    var unlisted: Set<SheetField> { Set(bad.map(\.fault).filter(\.isUnlisted).compactMap(\.field)) }

    /// The heading of the column that a fault is about; nil for the whole row, and for what no column tells.
    func heading(_ fault: SheetRow.CellFault) -> String? {
        let place = fault.column ?? fault.field.flatMap { columns.places(of: $0).first }
        return place.map { columns.all[$0].heading }
    }
}
