/// Hands the case to another case manager. Who leads the office may do so without opening the file: somebody is ill, and
/// the client can't wait.
package struct AssignManager: Action, Hashable {
    package static let name: ActionName = "assign-manager"
    package static let duty: Duty? = .manageCases
    package static let fromOutside: Duty? = .approve
    /// Of one whose manager left, somebody must be able to ask for the erasure.
    package static let isForVoided = true

    package var manager: ID<Worker>
    /// Whether who managed it stays on the team, and stands in from now on. Without an answer they leave it.
    package var stays: YesNo?
    package var reason: LongText

    package init(_ manager: ID<Worker>, stays: YesNo? = nil, because reason: LongText) {
        self.manager = manager
        self.stays = stays
        self.reason = reason
    }

    package var lookups: [Lookup] { [.holders(of: .manageCases)] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.managesCases(manager) ? [] : [Fault(CodingKeys.manager, .notInList)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try file.checkLettingIn(manager, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        file.cautionsOfLettingIn(manager, context)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.team.removeAll { $0.worker == manager }
        if stays == .yes, let former = file.manager, former != manager {
            file.team.append(TeamMember(former, .deputy))
        }
        file.manager = manager
        file.noteLettingIn(stamp)
    }
}
