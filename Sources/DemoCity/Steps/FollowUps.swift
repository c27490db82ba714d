import Casework
import Foundation

extension Step {
    static func followUp(_ way: FollowUpWay, safe: YesNo = .yes, next: Int? = nil) -> Step {
        Step { work in
            let note = way == .notReached ? Narratives.notReached : work.words(Narratives.followUps)
            let again = next.map { Moment(Hours.officeDay($0, after: work.city.now, &work.seed)) }
            try await work.perform(RecordFollowUp(way, safe: safe, note: note, next: again))
        }
    }

    /// - Parameter next: in how many days it is looked at again.
    static func review(_ decision: ReviewDecision, next: Int? = nil) -> Step {
        Step { work in
            try await work.finishSteps()
            let findings = work.seed.pick(Narratives.reviews[decision] ?? Narratives.notes)
            try await work.perform(ReviewCase(findings, decision, next: next.map(work.city.today.adding)))
        }
    }
}
