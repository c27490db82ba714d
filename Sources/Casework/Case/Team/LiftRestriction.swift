/// Shows the case to the office again, as any other. That can't be undone: whoever saw it has seen it. So it is another
/// one's word than whose who restricted it.
package struct LiftRestriction: Action, Hashable {
    package static let name: ActionName = "lift-restriction"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true
    package static let isForPeople = true

    package var reason: LongText

    package init(because reason: LongText) { self.reason = reason }

    package static func isOffered(on file: CaseFile) -> Bool { file.isRestricted }

    package var topic: Topic? { Topic("restriction") }
    package var lookups: [Lookup] { Restriction.lookups }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        file.isRestricted ? [] : [Refusal("not-restricted")]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        try Restriction.checkLifting(file, context)
        guard file.restriction?.by != context.worker || !Restriction.hasSomebodyElse(context) else {
            throw Refusal("restriction-needs-two")
        }
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let isOwn = file.restriction?.by == context.worker
        return [Caution("restriction-lifted")]
            + (isOwn && !Restriction.hasSomebodyElse(context) ? [Caution("no-second-person")] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.restriction = nil
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
    }
}
