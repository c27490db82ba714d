/// Hands the case to another case manager. Who leads the office may do so without opening the file: somebody is ill, and
/// the client can't wait.
package struct AssignManager: Action, Hashable {
    package static let name: ActionName = "assign-manager"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    /// Of one whose manager left, somebody must be able to ask for the erasure.
    package static let isForVoided = true

    package var manager: ID<Worker>
    /// What becomes of who managed it. Without an answer they leave the team.
    package var former: FormerManager?
    package var reason: LongText

    package init(_ manager: ID<Worker>, former: FormerManager? = nil, because reason: LongText) {
        self.manager = manager
        self.former = former
        self.reason = reason
    }

    package static func duty(seeing sight: Sight) -> Duty? {
        switch sight {
        case .unknown: nil
        case .listed, .readable: .approve
        case .open: duty
        }
    }

    package var lookups: [Lookup] { [.holders(of: .manageCases), .holders(of: .approve)] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.managesCases(manager) && manager != file.manager ? [] : [Fault(CodingKeys.manager, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try file.checkLettingIn(manager, context)
        let others = file.wholeTeam.filter { former == .stays || $0 != file.manager }
        try file.checkKeeping([manager] + others, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let shutOut = former == .conflict ? file.manager : nil
        let isOthersWord = shutOut.map { $0 != context.worker } ?? false
        return file.cautionsOfLettingIn(manager, context) + (shutOut.map(context.cautions(shuttingOut:)) ?? [])
            + (isOthersWord ? [Caution("shuts-out-manager")] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.team.removeAll { $0.worker == manager }
        if former == .stays, let former = file.manager { file.team.append(TeamMember(former, .deputy)) }
        if former == .conflict, let former = file.manager { file.conflicts.append(former) }
        file.manager = manager
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
    }
}

/// What becomes of who managed a case until now.
package enum FormerManager: String, Choice {
    /// Stays on the team, and stands in.
    case stays
    case leaves
    /// Knows a party, or is one, and must not see it any more.
    case conflict
    package static let list = "former-manager"
}
