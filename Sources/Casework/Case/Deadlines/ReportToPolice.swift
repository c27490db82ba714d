/// Records that the unit reported to the police: meets R-TPKS-02 (UU 12/2022 art. 41).
package struct ReportToPolice: Action, Hashable {
    package static let name: ActionName = "report-to-police"
    package static let duty: Duty? = .manageCases

    package var unit: Line
    /// The number of the police's own report.
    package var number: Line
    /// When it was reported, if not now.
    package var at: Moment?

    package init(unit: Line, number: Line, at: Moment? = nil) {
        self.unit = unit
        self.number = number
        self.at = at
    }

    package static func isOffered(on file: CaseFile) -> Bool {
        file.policeReport == nil || file.triggers.contains { $0.rule == .reportToPolice && $0.isOpen }
    }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.ahead(CodingKeys.at, at)
            + (file.opening.map { context.before($0.at, CodingKeys.at, at) } ?? [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.policeReport = self
        file.triggers.meet(.reportToPolice, at: at?.instant ?? stamp.instant)
    }
}
