import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    /// What is due on the records that this worker may open, by instant.
    func workPage(_ visit: Visit) async throws -> Response {
        // Who has no part in casework has the office.
        if try visit.worker().duties.isDisjoint(with: Policy.casework) { return .seeOther(.office) }
        let worker = try visit.worker()
        let dues = try await workspace.desk.dues(for: worker)
        let asks = worker.duties.contains(.approve) ? try await workspace.desk.list(.approvals, by: worker) : nil
        let own =
            worker.duties.contains(.manageCases) ? try await workspace.desk.list(.cases(own: true), by: worker) : nil
        let frame = try await frame(visit)
        let model = WorkModel(dues, own: own, asks: asks, workspace.desk.rulebook, frame.when)
        let office = workspace.desk.law(in: worker.lane).office
        var alerts = [AccessGivenAlert(frame: frame, office: office).html].compactMap { $0 }
        if asks != nil {
            alerts =
                [try await health().alert(frame)].compactMap { $0 } + alerts
                + ManyOpenedAlert(frame: frame, office: office).html
        }
        if own != nil, let emergencies = try await emergencies(frame, worker) { alerts.append(emergencies) }
        let drafts = try await leftForms(of: worker)
        return .page(WorkView(frame: frame, model: model, alerts: alerts, drafts: drafts).html)
    }

    private func emergencies(_ frame: Frame, _ worker: Worker) async throws -> HTML? {
        let since = workspace.now - EmergencyAccess.toldFor
        let listing = try await workspace.desk.list(.emergencies(since: since), by: worker)
        let readers = listing.rows.flatMap(\.card.emergencies).map { ID<Worker>($0.worker) }
        let names = try workspace.accounts.names(Set(readers))
        return EmergencyAlert(frame: frame, listing: listing, names: names).html
    }
}
