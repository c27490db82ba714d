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
    private(set) var bad: [(line: Int, fault: SheetRow.CellFault)] = []
    private(set) var notes: [Note] = []

    enum Note {
        case row(line: Int, SheetRow.Note)
        case caution(line: Int, String)
        case same(line: Int, as: Int)
    }

    /// So many lines of one kind a page lists.
    static let most = 200

    var columns: Columns { kept.columns }

    mutating func check(_ pass: SheetPass) async throws {
        var bad: [(Int, SheetRow.CellFault)] = []
        var notes: [Note] = []
        counts = try await pass.check { told in
            bad += told.faults.map { (told.line, $0) }
            notes += told.notes.map { .row(line: $0.line, $0.note) }
            notes += told.cautions.map { .caution(line: told.line, $0.name) }
            if case .same(let other) = told.fate { notes.append(.same(line: told.line, as: other)) }
        }
        self.bad = bad
        self.notes = notes
    }

    /// What some cell says in a word of no list.
    var unlisted: Set<SheetField> { Set(bad.map(\.fault).filter(\.isUnlisted).compactMap(\.field)) }

    /// The heading of the column that a fault is about; nil for the whole row, and for what no column tells.
    func heading(_ fault: SheetRow.CellFault) -> String? {
        let place = fault.column ?? fault.field.flatMap { columns.places(of: $0).first }
        return place.map { columns.all[$0].heading }
    }
}
