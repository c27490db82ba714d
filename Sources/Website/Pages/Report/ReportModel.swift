import Casework
import Statistics

/// One number of the official list, and what is chosen around it.
struct ReportModel {
    /// The table that was asked for; those of the same number stand with it.
    let name: TableName
    let number: Int
    let report: Report
    /// All tables of the list.
    let tables: [Table]
    /// What was wrong with the days that were asked for.
    let wrong: AskedPeriod.Wrong?

    var period: Period { report.period }
    /// The year whose parts are offered.
    var year: Int { period.last.year }

    /// The year, its quarters and its months.
    var parts: [Period] {
        [Period.year(year)].compactMap { $0 } + (1...4).compactMap { Period.quarter($0, of: year) }
            + (1...12).compactMap { Period.month($0, of: year) }
    }

    /// Periods from one day until another are none of the year's parts.
    var isOfDays: Bool { period.kind == .days }
}
