import Casework
import Foundation

/// The demo's present: what came in during the last four days, and what was made of what waited longest.
enum LastDays {
    static func plan(until now: Date) -> [(plot: Plot, steps: [(at: Date, step: Step)])] {
        Stories.all.enumerated().reversed().enumerated().map { place, told in
            let arrives = now - arrival(told.offset)
            let triage = Triages.all.indices.contains(place) ? Triages.all[place] : nil
            let casework = Casefiles.all.indices.contains(place) ? Casefiles.all[place] : []
            let plot = plot(told.element, triage, arrives)
            return (plot, steps(from: arrives, triage == nil ? [] : [(20, .triage)] + casework))
        }
    }

    private static func steps(
        from arrives: Date, _ later: [(minutes: Int, step: Step)]
    ) -> [(at: Date, step: Step)] {
        var at = arrives
        return [(arrives, .receive)]
            + later.map { later in
                at += Double(later.minutes) * 60
                return (at, later.step)
            }
    }

    private static func plot(
        _ story: ReceiveComplaint, _ triage: (@Sendable (ID<Worker>) -> TriageComplaint)?, _ arrives: Date
    ) -> Plot {
        let triage =
            triage ?? { _ in TriageComplaint(reachable: .no, threat: .no, injured: .no, risk: .low, decision: .advice) }
        let told = triage(ID())
        return Plot(complaint: story, triage: triage, arrives: arrives, forms: told.forms ?? [], risk: told.risk)
    }

    /// How long ago the complaint at this place of the list came in: the newest 7 minutes, the thirtieth four days.
    private static func arrival(_ index: Int) -> TimeInterval {
        let place = Double(index + 1)
        return (place * place * 6 + 1) * 60
    }
}
