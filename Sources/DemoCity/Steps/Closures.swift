import Casework

extension Step {
    static func askClosure(_ reason: ClosureReason) -> Step {
        Step { work in
            let isUnheard = [ClosureReason.lostContact, .death].contains(reason)
            let feedback: ClientFeedback =
                isUnheard ? .couldNotBeAsked : work.seed.pick([.satisfied, .satisfied, .partly, .declined])
            let request = RequestClosure(
                reason, summary: work.words(Narratives.closures[reason]),
                handover: Narratives.handovers[reason], attempts: reason == .lostContact ? Count(4) : nil,
                feedback: feedback,
                feedbackWords: isUnheard ? "Klien tidak dapat dihubungi." : work.seed.pick(Narratives.feedback))
            if reason == .goalsMet {
                for step in try await work.openSteps() { try await work.perform(FinishStep(step.id, .done)) }
            }
            try await work.perform(request, ticked: work.asked(of: request, by: work.manager))
        }
    }

    static func decideClosure(_ decision: ApprovalDecision, because reason: LongText) -> Step {
        Step { work in
            let (decision, head) = (DecideClosure(decision, because: reason), work.city.staff.head)
            try await work.perform(decision, by: head, ticked: work.asked(of: decision, by: head))
            // Nobody needs to know a closed case by heart.
            work.lookAgain()
        }
    }

    static let approveClosure = decideClosure(.granted, because: "Berkas lengkap, klien tahu ke mana bila perlu lagi.")

    static func reopen(_ risk: Risk, because reason: LongText) -> Step {
        Step { work in try await work.perform(ReopenCase(risk, because: reason)) }
    }
}
