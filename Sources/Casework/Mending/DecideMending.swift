/// The supervisor's word on a correction, a withdrawal or a voiding that somebody proposed. Nobody decides their own.
package struct DecideMending<Subject: Record>: Action, Hashable {
    package static var name: ActionName { "decide-mending" }
    package static var mending: MendingTraits { .final }
    package static var duty: Duty? { .approve }

    /// The entry that proposed it.
    package var entry: EntryID?
    package var decision: ApprovalDecision
    package var reason: LongText

    package init(_ entry: EntryID, _ decision: ApprovalDecision, because reason: LongText) {
        self.entry = entry
        self.decision = decision
        self.reason = reason
    }

    /// Reached from the proposal that it decides.
    package static func isOffered(on subject: Subject) -> Bool { false }

    package var topic: Topic? { entry.map { Topic("entry/\($0.value)") } }
    package var lookups: [Lookup] { SecondPerson.lookups }

    /// The fold does it.
    package func apply(to subject: inout Subject, _ stamp: Stamp) {}
}
