import Casework
import Desk
import HTTPTypes
import Hummingbird
import Statistics

extension Site {
    /// One number of the official list as it may be published, for who may see the office's figures.
    func publicReportPage(_ name: TableName, _ period: Period, _ visit: Visit) async throws -> Response {
        let report = try await counted(Report(period), by: visit.worker())
        let model = PublicReportModel(name, period, try? Publication(report, asOf: workspace.now))
        let view = PublicReportView(frame: try await frame(visit), model: model)
        return .page(view.html, status: model.publication == nil ? .conflict : .ok)
    }

    /// All tables that may be published as one sheet.
    func publicReportFile(_ period: Period, _ visit: Visit) async throws -> Response {
        let report = try await counted(Report(period), by: visit.worker())
        guard let publication = try? Publication(report, asOf: workspace.now) else {
            return .seeOther(.publicReport(.cases, period))
        }
        return .sheet(publication.csv(words(visit)), "lindung-public-\(period).csv")
    }
}

/// One number of the official list for the public.
struct PublicReportModel {
    let name: TableName
    let period: Period
    let number: Int
    /// Nil where the period is not published.
    let publication: Publication?
    let tables: [Table]

    init(_ name: TableName, _ period: Period, _ publication: Publication?) {
        self.name = name
        self.period = period
        self.publication = publication
        tables = Table.official(in: period).filter { $0.name.isPublic }
        number = tables.first { $0.name == name }?.number ?? 1
    }

    var figures: [PublicFigures] { (publication?.figures ?? []).filter { $0.table.number == number } }
}
