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
            try await work.perform(request, ticked: try await work.left())
        }
    }

    static func decideClosure(_ decision: ApprovalDecision, because reason: LongText) -> Step {
        Step { work in
            try await work.perform(
                DecideClosure(decision, because: reason), by: work.city.staff.head,
                ticked: decision == .granted ? try await work.left() : [])
            // Nobody needs to know a closed case by heart.
            work.lookAgain()
        }
    }

    static let approveClosure = decideClosure(.granted, because: "Berkas lengkap, klien tahu ke mana bila perlu lagi.")

    static func reopen(_ risk: Risk, because reason: LongText) -> Step {
        Step { work in try await work.perform(ReopenCase(risk, because: reason)) }
    }
}

extension Work {
    /// What is asked of who closes a case before its plan is done, or while an order is in force.
    fileprivate mutating func left() async throws -> [Caution] {
        let open = try await openSteps()
        let orders = try await record().orders(inForceOn: city.today)
        return (open.isEmpty ? [] : [Caution("open-steps", ["n": "\(open.count)"])])
            + (orders.isEmpty ? [] : [Caution("order-in-force")])
    }
}
