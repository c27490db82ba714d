package import Foundation

/// The figures of a year as they may be published (ADR 29).
package struct Publication: Sendable {
    package let period: Period
    /// When they were so. What is mended later changes them.
    package let asOf: Date
    package private(set) var figures: [PublicFigures]

    /// - Parameter report: all tables of the period, counted.
    package init(_ report: Report, asOf: Date) throws(Refusal) {
        try Self.check(report.period, at: asOf)
        period = report.period
        self.asOf = asOf
        figures = PublicTable.all.compactMap { table in
            report[table.name].map { PublicFigures($0, table, Margins($0.table.unit, report)) }
        }
    }

    /// A year's part and the year tell the rest of the year, and a year that runs on tells the days between one look and
    /// the next.
    package static func check(_ period: Period, at now: Date) throws(Refusal) {
        guard case .year = period.kind else { throw .notAYear }
        guard period.end <= now else { throw .notOver }
    }

    package enum Refusal: String, Error, CaseIterable {
        case notAYear = "not-a-year"
        case notOver = "not-over"
    }

    /// One table of it, protected as among all; nil for all.
    package func only(_ name: TableName?) -> Publication {
        var one = self
        one.figures = figures.filter { name == nil || $0.table.name == name }
        return one
    }

    package subscript(name: TableName) -> PublicFigures? { figures.first { $0.table.name == name } }
}

/// What several tables of one unit tell alike.
struct Margins {
    let counted: Int
    private var sides: [Side: Merged] = [:]

    init(_ unit: Unit, _ report: Report) {
        let whole: TableName = unit == .victim ? .victims : unit == .alleged ? .alleged : .cases
        guard let figures = report[whole] else {
            counted = 0
            return
        }
        counted = figures.counted
        guard unit != .case else { return }
        let bySex = Dictionary(uniqueKeysWithValues: figures.rows.map { (Column(sex: $0.code), $0.total) })
        sides[.sex] = Merged(Side.sex.columns.map { ($0, bySex[$0] ?? 0) }, below: PublicTable.fewFiner)
        sides[.childhood] = Merged(
            zip(figures.table.columns, figures.sum.parts).map { ($0, $1) }, below: PublicTable.fewFiner)
    }

    subscript(side: Side) -> Merged { sides[side] ?? Merged([], below: 0) }

    /// Of so few there is no table at all.
    var areFew: Bool { (1..<PublicTable.fewFiner).contains(counted) }
}
