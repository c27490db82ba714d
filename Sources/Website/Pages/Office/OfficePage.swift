import Casework
import Desk
import Hummingbird

extension Site {
    /// The office's record, or the form that opens it.
    func officePage(_ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        guard !worker.duties.isDisjoint(with: Policy.ofTheOffice) else { throw Trouble.notPermitted }
        let id = Office.id(in: worker.lane)
        let isThere = try await workspace.desk.mayOpen(id.value, by: worker)
        return .seeOther(isThere ? .record(id) : .opening(SetUpOffice.self))
    }

    func officePage(_ id: ID<Office>, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let fold = try await workspace.desk.open(Office.self, id, by: worker)
        let authors = try workspace.accounts.names(Set(fold.history.map(\.stamp.worker)))
        let frame = try await frame(visit)
        let law = workspace.desk.law(in: worker.lane)
        let names = PointedNames {
            let staff = fold.record.staff.map { ($0.key.description, $0.value.name.text) }
            let partners = fold.record.partners.map { ($0.id.description, $0.name.text) }
            return Dictionary(staff + partners) { first, _ in first }
                .merging(law.rulebook.names(in: frame.words.language)) { first, _ in first }
        }
        let reader = HistoryReader(
            fold: fold, authors: authors, reader: worker, words: frame.words, when: frame.when,
            instruments: workspace.desk.instruments, names: names)
        let actions = fold.actions(for: Context(now: frame.when.now, worker: worker))
        let alone = try await workspace.desk.list(.decidedAlone, by: worker)
        let deciders = fold.record.erased.flatMap { [$0.askedBy, $0.decidedBy] }
        let erasures = Erasures(
            erased: fold.record.erased, names: try workspace.accounts.names(Set(deciders)),
            unfinished: try await workspace.unfinishedErasures(),
            kept: try workspace.kept())
        return .page(
            OfficeView(
                frame: frame, office: fold.record, law: law, actions: actions, history: try reader.lines(),
                alone: alone.rows.map(\.code), aloneUnseen: alone.unseen, erasures: erasures,
                alert: try await health().alert(frame)
            ).html)
    }
}
