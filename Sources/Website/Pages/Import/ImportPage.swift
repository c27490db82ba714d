import Casework
import Desk
import Foundation
import Hummingbird
import Spreadsheet

/// Brings in the sheet of an older register, step by step: chosen or pasted, its columns looked at, every row checked, and
/// then brought in.
extension Site {
    func importPage(_ visit: Visit, _ problem: SheetProblem? = nil) async throws -> Response {
        _ = try importer(visit)
        let view = ImportView(
            frame: try await frame(visit), problem: problem, pasted: visit.posted.first("pasted") ?? "")
        return .page(view.html, status: problem == nil ? .ok : .unprocessableContent)
    }

    func keepSheet(_ visit: Visit) async throws -> Response {
        let worker = try importer(visit)
        let pasted = visit.posted.first("pasted").map { Data($0.utf8) }
        guard let bytes = visit.upload?.bytes ?? pasted else { return try await importPage(visit, .missing) }
        let columns: Columns
        do {
            let file = try SheetFile(bytes)
            // Before the rows are looked at: a page that checked a hundred thousand would keep everybody waiting.
            guard try !file.holds(moreThan: KeptSheet.mostRecords) else {
                return try await importPage(visit, .tooManyRows)
            }
            columns = try file.columns(try .shipped())
        } catch let trouble as SheetFile.Trouble {
            return try await importPage(visit, SheetProblem(trouble))
        }
        let name = visit.upload?.name ?? words(visit)["import.pasted-name"]
        let kept = KeptSheet(name: String(name.suffix(100)), bytes: bytes, columns: columns)
        return .seeOther(.sheet(try await keep(kept, .random(), worker)))
    }

    func sheetPage(_ id: UUID, _ visit: Visit, _ problem: SheetProblem? = nil) async throws -> Response {
        let worker = try importer(visit)
        let kept = try await sheet(id, worker)
        let frame = try await frame(visit)
        if let done = kept.done { return .page(SheetDoneView(frame: frame, done: done).html) }
        let managers = try await workspace.accounts.workers(with: .manageCases, in: worker.lane)
        var model = SheetModel(id: id, kept: kept, managers: managers, problem: problem)
        try await model.check(try pass(kept, worker, managers))
        return .page(SheetView(frame: frame, model: model).html, status: problem == nil ? .ok : .unprocessableContent)
    }

    func sendSheet(_ id: UUID, _ visit: Visit) async throws -> Response {
        let worker = try importer(visit)
        var kept = try await sheet(id, worker)
        guard kept.done == nil else { return .seeOther(.sheet(id)) }
        kept.choose(visit.posted)
        _ = try await keep(kept, id, worker)
        guard visit.posted.first("act") == "bring" else { return .seeOther(.sheet(id)) }
        let managers = try await workspace.accounts.workers(with: .manageCases, in: worker.lane)
        let pass = try pass(kept, worker, managers)
        let skipsBad = visit.posted.first("skip") == "yes"
        let found = try await pass.check { _ in }
        guard found.rows <= KeptSheet.mostRows else { return try await sheetPage(id, visit, .tooManyRows) }
        guard found.bad == 0 || skipsBad else { return try await sheetPage(id, visit, .bad) }
        kept.done = try await pass.write(skipsBad: skipsBad) { _ in }
        kept.bytes = Data()
        _ = try await keep(kept, id, worker)
        return .seeOther(.sheet(id))
    }

    /// Who takes complaints down brings them in too.
    private func importer(_ visit: Visit) throws -> Worker {
        let worker = try visit.worker()
        guard worker.duties.contains(.takeComplaints) else { throw Trouble.notPermitted }
        return worker
    }

    private func pass(_ kept: KeptSheet, _ worker: Worker, _ managers: [Worker]) throws -> SheetPass {
        let manager = managers.first { $0.id.description == kept.manager } ?? managers.first { $0.id == worker.id }
        let importer = SheetImport(workspace.desk, by: worker, manager: manager?.id, source: kept.name)
        return SheetPass(
            try SheetFile(kept.bytes), kept.columns, fills: kept.fillsByField, try .shipped(), importer)
    }

    private func keep(_ kept: KeptSheet, _ id: UUID, _ worker: Worker) async throws -> UUID {
        let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        return try await workspace.accounts.keepDraft(text, .sheet, id: id, of: worker)
    }

    private func sheet(_ id: UUID, _ worker: Worker) async throws -> KeptSheet {
        guard let text = try workspace.accounts.draft(id, .sheet, of: worker) else { throw Trouble.notFound }
        return try JSONDecoder().decode(KeptSheet.self, from: Data(text.utf8))
    }
}

/// Why a step of bringing in a sheet was not taken.
enum SheetProblem: String, CaseIterable {
    case missing
    case noText = "no-text"
    case utf16 = "utf-16"
    case noHeadings = "no-headings"
    case tooManyRows = "too-many-rows"
    case tooManyColumns = "too-many-columns"
    case bad

    init(_ trouble: SheetFile.Trouble) {
        switch trouble {
        case .noText: self = .noText
        case .utf16: self = .utf16
        case .noHeadings: self = .noHeadings
        case .tooManyColumns: self = .tooManyColumns
        }
    }
}
