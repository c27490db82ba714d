import Casework
import Desk
import Hummingbird

extension Site {
    func inboxPage(_ visit: Visit) async throws -> Response {
        let listing = try await workspace.desk.list(.inbox, by: try visit.worker())
        let frame = try await frame(visit)
        return .page(InboxView(frame: frame, model: InboxModel(listing, chosen: nil, workspace.desk.rulebook)).html)
    }
}
