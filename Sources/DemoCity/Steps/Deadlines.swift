import Casework
import Foundation

extension Step {
    /// Sexual violence is reported to the police (R-TPKS-02); of other things the client decides.
    static let reportToPolice = Step { work in
        guard work.plot.isSexual else { return }
        try await work.perform(work.policeReport())
    }

    /// What is no sexual violence, and the client wants to report.
    static let reportAnything = Step { work in try await work.perform(work.policeReport()) }

    /// Written down days after it was done.
    static let reportToPoliceLate = Step { work in
        guard work.plot.isSexual else { return }
        let done = max(work.plot.arrives + 3600, work.city.now - 50 * 3600)
        try await work.perform(work.policeReport(at: Moment(done)))
    }

    static let askWaiver = Step { work in
        try await work.perform(RequestWaiver(.reportToPolice, because: work.seed.pick(Narratives.waivers)))
    }

    static func decideWaiver(_ decision: ApprovalDecision, because reason: LongText) -> Step {
        Step { work in
            try await work.perform(DecideWaiver(.reportToPolice, decision, because: reason), by: work.city.staff.head)
        }
    }
}

extension Work {
    fileprivate mutating func policeReport(at: Moment? = nil) -> ReportToPolice {
        let months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
        let today = city.today
        let number = "LP/B/\(seed.number(11...990))/\(months[today.month - 1])/\(today.year)"
        return ReportToPolice(unit: "Unit PPA Polresta Barelang", number: Line(number), at: at)
    }
}
