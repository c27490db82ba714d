/// Lets somebody else work on the case beside its manager. Who leads the office may do so without opening the file.
package struct AddToTeam: Action, Hashable {
    package static let name: ActionName = "add-to-team"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true

    package var worker: ID<Worker>
    package var role: TeamRole
    package var reason: LongText

    package init(_ worker: ID<Worker>, as role: TeamRole, because reason: LongText) {
        self.worker = worker
        self.role = role
        self.reason = reason
    }

    package var topic: Topic? { Topic("team/\(worker)") }
    package static func duty(seeing sight: Sight) -> Duty? {
        switch sight {
        case .unknown: nil
        case .listed, .readable: .approve
        case .open: duty
        }
    }

    package var lookups: [Lookup] { [.holders(of: .manageCases)] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.managesCases(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard !file.isOfTeam(worker) else { throw Refusal("in-team-already") }
        try file.checkLettingIn(worker, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        file.cautionsOfLettingIn(worker, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard !file.isOfTeam(worker) else { return }
        file.team.append(TeamMember(worker, role))
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
    }
}
