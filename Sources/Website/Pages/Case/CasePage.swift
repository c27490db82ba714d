import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    func casePage(_ id: ID<CaseFile>, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let fold = try await workspace.desk.open(CaseFile.self, id, by: worker)
        var people = Set(fold.history.map(\.stamp.worker))
        people.formUnion(fold.record.wholeTeam + fold.record.conflicts)
        let managing = try await workspace.accounts.workers(with: .manageCases, in: worker.lane).map(\.id)
        let approving = try await workspace.accounts.workers(with: .approve, in: worker.lane).map(\.id)
        people.formUnion(managing)
        let names = try workspace.accounts.names(people)
        let law = workspace.desk.law(in: worker.lane)
        var openFiles: Set<UUID> = []
        for link in fold.record.links
        where try await workspace.desk.mayOpen(link.elsewhere.file.value, by: worker) {
            openFiles.insert(link.elsewhere.file.value)
        }
        for complaint in fold.record.complaints where try await workspace.desk.mayOpen(complaint.value, by: worker) {
            openFiles.insert(complaint.value)
        }
        let frame = try await frame(visit)
        let model = try CaseModel(
            fold, names: names, openFiles: openFiles, reader: worker, emergency: try await emergency(fold, worker),
            alike: try await alike(fold, worker), managing: Set(managing), approving: Set(approving), law: law,
            words: frame.words, when: frame.when)
        return .page(CaseView(frame: frame, model: model).html)
    }

    /// Whoever takes a further complaint down about the people of a restricted case does not find it; its team finds theirs.
    private func alike(_ fold: Fold<CaseFile>, _ worker: Worker) async throws -> [Listed] {
        guard fold.record.isRestricted, fold.voided == nil else { return [] }
        let listing = try await workspace.desk.list(.alike(fold.record.profiles), by: worker)
        return listing.rows.filter { $0.card.record != fold.id.value }
    }

    /// What alone lets this worker read the file now; nil for who may open it anyway.
    private func emergency(_ fold: Fold<CaseFile>, _ worker: Worker) async throws -> EmergencyAccess? {
        guard let emergency = fold.record.emergency(of: worker.id, at: workspace.now),
            try await workspace.desk.sight(of: fold.id.value, by: worker) == .readable
        else { return nil }
        return emergency
    }
}
