import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    func searchPage(_ visit: Visit) async throws -> Response {
        .page(SearchView(frame: try await frame(visit), model: SearchModel(text: "", listing: nil)).html)
    }

    /// Keeps the words sealed and leads to an address that does not have them, so that back and reload work.
    func search(_ visit: Visit) async throws -> Response {
        guard let text = visit.posted.first("words"), text.count <= List.longestSearch else {
            return .seeOther(.search)
        }
        return .seeOther(.found(try await workspace.accounts.keepDraft(text, .search, of: try visit.worker())))
    }

    func foundPage(_ id: UUID, _ visit: Visit) async throws -> Response {
        let worker = try visit.worker()
        guard let text = try workspace.accounts.draft(id, .search, of: worker) else { throw Trouble.notFound }
        let listing = try await workspace.desk.list(.search(text), by: worker)
        let managers = try workspace.accounts.names(Set(listing.rows.compactMap(\.card.manager)))
        let model = SearchModel(text: text, listing: listing, managers: managers)
        return .page(SearchView(frame: try await frame(visit), model: model).html)
    }
}
