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

    /// Whoever is in danger is seen the same day.
    static let serveAtOnce = Step { work in
        guard work.plot.risk == .high else { return }
        try await work.perform(RecordFollowUp(.visit, safe: .yes, note: work.seed.pick(Narratives.servedAtOnce)))
    }

    /// The number of the complaint, at which nobody is to be called any more.
    static let wrongPersonAnswered = Step { work in
        guard let phone = try await work.complaintFold().record.contact.phone else { return }
        try await work.perform(
            RecordFollowUp(.wrongPerson, safe: .unknown, note: Narratives.wrongPerson, phone: phone))
        work.lookAgain()
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
