import Casework
import Desk
import Hummingbird

extension Site {
    /// One complaint: on a desk beside the list, on a phone alone.
    func complaintPage(_ id: ID<Complaint>, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let fold = try await workspace.desk.open(Complaint.self, id, by: worker)
        let listing = try await workspace.desk.list(.inbox, by: worker)
        var people = Set(fold.history.map(\.stamp.worker))
        let managers = [fold.record.triage?.manager, fold.record.brought?.manager]
        people.formUnion(managers.compactMap { $0 })
        let authors = try workspace.accounts.names(people)
        var mayOpenCase = false
        if let file = fold.record.caseFile { mayOpenCase = try await workspace.desk.mayOpen(file.value, by: worker) }
        let isTriaged = fold.record.isSettled || fold.voided != nil
        let known = isTriaged ? [] : try await workspace.desk.list(.alike(fold.record.profiles), by: worker).rows
        let frame = try await frame(visit)
        let model = try ComplaintModel(
            fold, mayOpenCase: mayOpenCase, known: known, authors: authors, reader: worker,
            instruments: workspace.desk.instruments, words: frame.words, when: frame.when)
        let inbox = InboxModel(listing, chosen: model, workspace.desk.law(in: worker.lane))
        return .page(ComplaintView(frame: frame, model: model, inbox: inbox).html)
    }
}
