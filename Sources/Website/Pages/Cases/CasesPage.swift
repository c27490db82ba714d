import Casework
import Desk
import Hummingbird

extension Site {
    private static let casesOnAPage = 50

    /// The cases: those of the worker's own team, all of the office, as stubs where they are others', or closed ones.
    func casesPage(_ list: List, _ visit: Visit) async throws -> Response {
        let listing = try await workspace.desk.list(
            list, by: try visit.worker(), PageOfList(after: visit.after, limit: Self.casesOnAPage))
        let managers = listing.rows.compactMap { $0.card.codes["manager"].flatMap { ID<Worker>($0) } }
        let names = try await workspace.accounts.names(Set(managers))
        let frame = try await frame(visit)
        let model = CasesModel(
            listing, list, isFirst: visit.after == nil, managers: names,
            workspace.desk.law(in: try visit.worker().lane))
        return .page(CasesView(frame: frame, model: model).html)
    }
}
