/// Somebody of the staff knows a party, or is one: to them the case is not there from now on, whatever their post, nor are
/// its complaints.
package struct RecordConflict: Action, Hashable {
    package static let name: ActionName = "record-conflict"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true

    package var worker: ID<Worker>
    package var reason: LongText

    package init(_ worker: ID<Worker>, because reason: LongText) {
        self.worker = worker
        self.reason = reason
    }

    package var topic: Topic? { Topic("team/\(worker)") }
    package var lookups: [Lookup] { [.holders(of: .takeComplaints), .holders(of: .approve)] }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        let isStaff = context.facts[.holders(of: .takeComplaints)]?.contains(worker.description) == true
        return isStaff && !file.conflicts.contains(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    /// Who works on it is not shut out in the same breath: somebody must have it first.
    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if file.manager == worker { throw Refusal("conflict-of-manager", remedy: AssignManager.name) }
        if file.isOfTeam(worker) { throw Refusal("conflict-in-team", remedy: RemoveFromTeam.name) }
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] { context.cautions(shuttingOut: worker) }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard !file.conflicts.contains(worker) else { return }
        file.conflicts.append(worker)
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
    }
}

extension Context {
    /// To shut out who decides is a way to hide a case: it stays on the overseer's list. An action that asks has
    /// ``Lookup/holders(of:)`` of `approve` among its lookups.
    func cautions(shuttingOut worker: ID<Worker>) -> [Caution] {
        let approvers = facts[.holders(of: .approve)] ?? []
        guard approvers.contains(worker.description) else { return [] }
        return [approvers.count == 1 ? Caution("nobody-decides") : Caution("shuts-out-head")]
    }
}
