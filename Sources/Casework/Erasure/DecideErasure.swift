/// The word of who leads the office on an erasure. It can't be undone, so it always takes two: an office without a second
/// person has nobody who may.
package struct DecideErasure<Subject: Erasable>: Action, Hashable {
    package static var name: ActionName { "decide-erasure" }
    package static var mending: MendingTraits { .final }
    package static var duty: Duty? { .approve }
    package static var isForPeople: Bool { true }
    package static var isForVoided: Bool { true }

    package var decision: ApprovalDecision
    /// Where it is refused.
    package var reason: LongText?

    package init(_ decision: ApprovalDecision, because reason: LongText? = nil) {
        self.decision = decision
        self.reason = reason
    }

    package static func isOffered(on subject: Subject, to worker: ID<Worker>) -> Bool {
        subject.erasure.map { $0.by != worker } ?? false
    }

    package var topic: Topic? { Topic(RequestErasure<Subject>.name.text) }
    package var lookups: [Lookup] { [.office, .code] }

    package func faults(_ subject: Subject, _ context: Context) -> [Fault] {
        decision == .refused && reason == nil ? [Fault(CodingKeys.reason, .missing)] : []
    }

    package static func obstacles(on subject: Subject, _ context: Context) -> [Refusal] {
        guard let erasure = subject.erasure else { return [Refusal("nothing-to-decide")] }
        return erasure.by == context.worker ? [Refusal("erasure-needs-two")] : []
    }

    package func check(_ subject: Subject, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: subject, context)
        // It may have been opened again since it was asked for.
        if decision == .granted { try ErasureRules.check(subject, context) }
    }

    package func cautions(_ subject: Subject, _ context: Context) -> [Caution] {
        decision == .granted ? [Caution("erasure-is-final")] + ErasureRules.cautions(subject) : []
    }

    package func entails(_ subject: Subject, _ stamp: Stamp, _ facts: [Lookup: [String]]) -> [Deed] {
        guard decision == .granted, let erasure = subject.erasure,
            let office = facts[.office]?.first.flatMap({ ID<Office>($0) }), let code = facts[.code]?.first
        else { return [] }
        return [Deed(NoteErasure(of: subject.erased, code: Line(code), erasure), on: office)]
    }

    package func apply(to subject: inout Subject, _ stamp: Stamp) { subject.erasure = nil }
}
