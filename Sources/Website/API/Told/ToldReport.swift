import Casework
import Statistics

/// All tables of the official report of a period.
struct ToldReport: ToldAsObject {
    let report: Report

    static let members: [Member<ToldReport>] = [
        .must("from") { $0.report.period.first.text }, .must("until") { $0.report.period.last.text },
        .must("tables") { told in
            told.report.figures.map { ToldFigures(period: told.report.period, figures: $0) }
        },
    ]
}

/// One table of it. Of a whole year's victims it says once more, under the names that were there first, which year and
/// how many.
struct ToldFigures: ToldAsObject {
    let period: Period
    let figures: Figures

    static let members: [Member<ToldFigures>] = [
        .must("table") { $0.figures.table.name }, .must("number") { $0.figures.table.number },
        .may("year") { if case .year(let year) = $0.period.kind { year } else { nil } },
        .must("from") { $0.period.first.text }, .must("until") { $0.period.last.text },
        .must("unit") { $0.figures.table.unit }, .must("basis") { $0.figures.table.basis },
        .must("counted") { $0.figures.counted },
        .may("victims") { $0.figures.table.unit == .victim ? $0.figures.counted : nil },
        .must("cases") { $0.figures.cases },
        .must("rows") { told in told.figures.rows.map { ToldRow(columns: told.figures.table.columns, row: $0) } },
    ]
}

/// A row: its code, its total, and the columns that its table has.
private struct ToldRow: ToldAsObject {
    let columns: [Column]
    let row: Figures.Row

    static let members: [Member<ToldRow>] =
        [.must("code") { $0.row.code }, .must("total") { $0.row.total }]
        + Column.allCases.map { column in
            .may(column.memberName) { told in told.columns.firstIndex(of: column).map { told.row.parts[$0] } }
        }
}

extension Column {
    fileprivate var memberName: String {
        switch self {
        case .female: "female"
        case .male: "male"
        case .sexUnknown: "sexUnknown"
        case .child: "child"
        case .adult: "adult"
        case .ageUnknown: "ageUnknown"
        }
    }
}

extension TableName: Told {}
extension Statistics.Unit: Told {}
extension Basis: Told {}
