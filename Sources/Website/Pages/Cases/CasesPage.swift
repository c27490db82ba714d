import Casework
import Desk
import Hummingbird

extension Site {
    /// The cases: those of the worker's own team, all of the office, as stubs where they are others', closed ones, or those
    /// that a number of the dashboard counts.
    func casesPage(_ list: List, _ visit: Visit) async throws -> Response {
        let after = visit.after.flatMap { workspace.desk.cursor($0, in: list) }
        let listing = try await workspace.desk.list(
            list, by: try visit.worker(), PageOfList(after: after, limit: List.usual))
        var managers = listing.rows.compactMap(\.card.manager)
        if case .supervised(_, let manager?, _) = list { managers.append(manager) }
        let names = try workspace.accounts.names(Set(managers))
        let frame = try await frame(visit)
        let model = CasesModel(
            listing, list, isFirst: after == nil, managers: names,
            workspace.desk.law(in: try visit.worker().lane))
        return .page(CasesView(frame: frame, model: model).html)
    }
}
