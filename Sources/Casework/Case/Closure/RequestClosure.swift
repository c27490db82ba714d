/// Asks the supervisor to close the case.
package struct RequestClosure: Action, Hashable {
    package static let name: ActionName = "request-closure"
    package static let duty: Duty? = .manageCases

    package var reason: ClosureReason
    /// What was reached, and what the client can do if it begins again.
    package var summary: LongText
    /// Who takes over, where it is transferred, the client moved or came of age, or it is not the office's to handle.
    package var handover: Line?
    /// How often the client was sought, where contact was lost.
    package var attempts: Count?
    package var feedback: ClientFeedback
    /// In the client's own words; or why they could not be asked.
    package var feedbackWords: LongText?

    package init(
        _ reason: ClosureReason, summary: LongText, handover: Line? = nil, attempts: Count? = nil,
        feedback: ClientFeedback, feedbackWords: LongText? = nil
    ) {
        self.reason = reason
        self.summary = summary
        self.handover = handover
        self.attempts = attempts
        self.feedback = feedback
        self.feedbackWords = feedbackWords
    }

    /// So often is somebody sought before contact counts as lost: ours, until an office corrects it.
    package static let leastAttempts = 3

    package static func isOffered(on file: CaseFile) -> Bool { file.closure?.state != .asked }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if reason.isHandedOver, handover == nil {
            faults.append(Fault(CodingKeys.handover, .missing))
        }
        if reason == .lostContact, attempts.map({ $0.value < Self.leastAttempts }) ?? true {
            faults.append(Fault(CodingKeys.attempts, .notANumber(Self.leastAttempts...Count.bounds.upperBound)))
        }
        if feedback == .couldNotBeAsked, feedbackWords == nil {
            faults.append(Fault(CodingKeys.feedbackWords, .missing))
        }
        return faults
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        isOffered(on: file) ? ClosureRules.obstacles(file, context) : [Refusal("closure-asked-already")]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        try ClosureRules.check(file, reason)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        ClosureRules.cautions(file, reason, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.closure = Closure(request: self, by: stamp.worker)
    }
}

/// What stands in the way of closure: dues that bind the office, partners who still work on it, and a client who may not
/// be safe.
enum ClosureRules {
    /// Where nobody can assess any more, or it is not ours to.
    private static let withoutAssessment: Set<ClosureReason> = [.lostContact, .death, .moved, .notInMandate]

    /// Whatever the reason.
    static func obstacles(_ file: CaseFile, _ context: Context) -> [Refusal] {
        let told = file.hasToldWaiting ? [Refusal("told-waits")] : []
        let dues = file.openDues(context.law.rulebook).reduce(into: [Rule]()) { if !$0.contains($1) { $0.append($1) } }
        let open = dues.map { due in
            Refusal("open-due", law: due.basis.isEmpty ? nil : due.basis, remedy: due.id.metBy, due: due.id)
        }
        let isReferred = file.referrals.contains(where: \.isOpen)
        return told + open + (isReferred ? [Refusal("open-referral", remedy: RecordReferralOutcome.name)] : [])
    }

    static func check(_ file: CaseFile, _ reason: ClosureReason) throws(Refusal) {
        guard !file.needsAssessment || withoutAssessment.contains(reason)
        else { throw Refusal("assess-before-closing", remedy: RecordAssessment.name) }
    }

    /// A plan may be left unfinished, for instance where contact was lost; but not unseen. Nor is anybody forgotten of whom
    /// a joined complaint told, or who is not known to be safe; and of an order that is in force, and of a trial that goes
    /// on without the office, somebody must know.
    static func cautions(_ file: CaseFile, _ reason: ClosureReason, _ context: Context) -> [Caution] {
        let open = file.openSteps.count
        let names = file.toldOnly.filter { $0.role == .client }.map(\.who.text)
        let isUnplanned = reason == .goalsMet && file.plan == nil
        // It may be a settlement, which the law knows none of here (UU 12/2022 art. 23).
        let isSettled = reason == .clientRequest && file.forms.contains(.sexual)
        let asked: [(Bool, Caution)] = [
            (open > 0, Caution("open-steps", ["n": "\(open)"])),
            (!file.openMediations.isEmpty, Caution("open-mediation")),
            (!names.isEmpty, Caution("told-not-in-file", ["names": names.joined(separator: ", ")])),
            (!file.orders(inForceOn: context.today).isEmpty, Caution("order-in-force")),
            (file.isTried, Caution("trial-goes-on")),
            (file.isOwedRestitution, Caution("restitution-unpaid")),
            (file.isUnsafe && reason != .death, Caution("client-not-safe")),
            (isUnplanned, Caution("no-plan")), (isSettled, Caution("sexual-client-request")),
        ]
        return asked.filter(\.0).map(\.1) + (reason == .goalsMet ? unfinished(file) : [])
    }

    /// What work that reached its goals has left behind it; whoever decides sees that it has not.
    private static func unfinished(_ file: CaseFile) -> [Caution] {
        let unassessed = file.clients.filter { client in !file.assessments.contains { $0.told.client == client.id } }
        let unasked = file.clients.filter { file.isToAsk($0.id) }
        let names = { (clients: [Person]) in ["names": clients.map(\.name.text).joined(separator: ", ")] }
        let asked: [(Bool, Caution)] = [
            (!unassessed.isEmpty, Caution("closing-unassessed", names(unassessed))),
            (!unasked.isEmpty, Caution("closing-unasked", names(unasked))),
            (file.risk == .high, Caution("closing-high-risk")),
        ]
        return asked.filter(\.0).map(\.1)
    }
}
