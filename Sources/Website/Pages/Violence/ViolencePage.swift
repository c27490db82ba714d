import Casework
import Desk
import Foundation
import Hummingbird
import Statistics

extension Site {
    /// Victims by form of violence in one year, for who may see the office's figures.
    func violencePage(_ year: Int, _ visit: Visit) async throws -> Response {
        let time = ViolenceTable.time(of: year)
        let worker = try visit.worker()
        let table = try await workspace.desk.figures(
            from: time.from, until: time.until, by: worker, into: ViolenceTable(year: year)
        ) { $0.count($1) }
        return .page(ViolenceView(frame: try await frame(visit), table: table).html)
    }
}
