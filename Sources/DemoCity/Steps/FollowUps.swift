import Casework
import Foundation

extension Step {
    static func followUp(_ way: FollowUpWay, safe: YesNo = .yes, next: Int? = nil) -> Step {
        Step { work in
            let again = next.map { Moment(Hours.officeDay($0, after: work.city.now, &work.seed)) }
            for client in try await work.record().clients {
                let note = way == .notReached ? Narratives.notReached : work.words(Narratives.followUps)
                try await work.perform(RecordFollowUp(way, of: client.id, safe: safe, note: note, next: again))
            }
        }
    }

    /// Whoever is in danger is seen the same day, each client for themselves; of the others most are called.
    static let serveAtOnce = Step { work in
        guard work.plot.risk == .high else { return try await work.callTheSameDay() }
        for client in try await work.record().clients {
            let note = work.seed.pick(Narratives.servedAtOnce)
            try await work.perform(RecordFollowUp(.visit, of: client.id, safe: .yes, note: note))
        }
        work.lookAgain()
    }

    /// The number of the complaint, at which nobody is to be called any more.
    static let wrongPersonAnswered = Step { work in
        guard let phone = try await work.complaintFold().record.contact.phone else { return }
        try await work.perform(
            RecordFollowUp(
                .wrongPerson, of: try await work.client(), safe: .unknown, note: Narratives.wrongPerson, phone: phone))
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

extension Work {
    /// Three of four at medium risk.
    fileprivate mutating func callTheSameDay() async throws {
        // By the minute in which it came in, so that nothing else of the city becomes another.
        guard plot.risk == .medium, Int(plot.arrives.timeIntervalSince1970 / 60) % 4 > 0 else { return }
        for client in try await record().clients {
            try await perform(
                RecordFollowUp(.phone, of: client.id, safe: .yes, note: "Ditelepon; klien ingin datang ke kantor."))
        }
        lookAgain()
    }
}
