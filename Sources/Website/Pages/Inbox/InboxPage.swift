import Casework
import Desk
import Hummingbird

extension Site {
    func inboxPage(_ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        let listing = try await workspace.desk.list(.inbox, by: worker)
        let model = InboxModel(listing, chosen: nil, workspace.desk.law(in: worker.lane))
        return .page(InboxView(frame: try await frame(visit), model: model).html)
    }
}
