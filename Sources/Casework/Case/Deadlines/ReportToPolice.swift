/// Records that the police know: meets R-TPKS-02 (UU 12/2022 art. 41).
package struct ReportToPolice: Action, Hashable {
    package static let name: ActionName = "report-to-police"
    package static let duty: Duty? = .manageCases

    package var unit: Line
    /// The number of the police's own report, once they gave one.
    package var number: Line?
    /// Who told them; nil in entries of before it was asked: the office.
    package var by: PoliceReporter?
    /// When it was reported, if not now.
    package var at: Moment?

    package init(unit: Line, number: Line? = nil, by: PoliceReporter? = nil, at: Moment? = nil) {
        self.unit = unit
        self.number = number
        self.by = by
        self.at = at
    }

    /// Two reports never contradict each other: there may be one for each thing that happened.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    /// The office reports what it was told before; others may have been at the police first.
    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let isOurs = by ?? .office == .office
        return context.ahead(CodingKeys.at, at)
            + (isOurs ? file.opening.map { context.before($0.at, CodingKeys.at, at) } ?? [] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.policeReports.append(self)
        file.reported.formUnion(file.clients.map(\.id))
        let when = at?.instant ?? stamp.instant
        file.legalSteps.append(LegalStep(.report(self), at: when))
        // What others reported before the last report is about what was reported then.
        let ofReports = file.triggers.filter { $0.rule == .reportToPolice }
        let last = ofReports.compactMap(\.met).max()
        let isOfOthers = ofReports.contains { $0.isOpen && $0.about != nil }
        if by ?? .office != .office, !isOfOthers, last.map({ when <= $0 }) ?? false { return }
        file.triggers.meet(.reportToPolice, at: when)
    }
}

/// Who told the police.
package enum PoliceReporter: String, Choice {
    case office
    /// The client, or their family.
    case family
    /// A school, a neighbour, or the police who sent the client here.
    case others
    package static let list = "police-reporter"
}

extension CaseFile {
    /// Whether nothing waits to be reported, and something was, or need not be.
    var isReportedToPolice: Bool {
        let ofReports = triggers.filter { $0.rule == .reportToPolice }
        return !(ofReports.isEmpty && policeReports.isEmpty) && ofReports.allSatisfy { !$0.isOpen }
    }
}
