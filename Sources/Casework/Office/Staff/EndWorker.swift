/// Who leaves signs in no more from this moment, and their open cases go to somebody else in the same act.
package struct EndWorker: StaffAction, Hashable {
    package static let name: ActionName = "end-worker"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var worker: ID<Worker>
    /// Who manages their open cases from now on; nobody, and whoever approves hands them on.
    package var handsTo: ID<Worker>?
    package var reason: Line

    package init(_ worker: ID<Worker>, handsTo: ID<Worker>? = nil, because reason: Line) {
        self.worker = worker
        self.handsTo = handsTo
        self.reason = reason
    }

    package var topic: Topic? { Topic("worker/\(worker)") }

    package var lookups: [Lookup] { [.casesOf(worker), .holders(of: .manageCases), .restricted(keptBy: worker)] }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        let worker = office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
        guard let handsTo else { return worker }
        let takesOver = handsTo != self.worker && context.managesCases(handsTo)
        return worker + (takesOver ? [] : [Fault(CodingKeys.handsTo, .notInList)])
    }

    package func cautions(_ office: Office, _ context: Context) -> [Caution] {
        let cases = context.facts[.casesOf(worker)] ?? []
        let left = cases.isEmpty || handsTo != nil ? [] : [Caution("cases-left", ["n": "\(cases.count)"])]
        return left + (office.isLastApprover(worker) ? [Caution("last-approver")] : [])
    }

    package func check(_ office: Office, _ context: Context) throws(Refusal) {
        guard office.hasAnotherAdministrator(than: worker) else { throw Refusal("last-administrator") }
        try context.checkLosing(worker)
    }

    package func entails(_ office: Office, _ stamp: Stamp, _ facts: [Lookup: [String]]) -> [Deed] {
        guard let handsTo else { return [] }
        let cases = (facts[.casesOf(worker)] ?? []).compactMap { ID<CaseFile>($0) }
        return cases.map { Deed(AssignManager(handsTo, because: LongText(reason.text)), on: $0) }
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .end(worker) }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        let (had, approvers) = (office.staff[worker]?.posts ?? [], office.approvers)
        office.staff[worker]?.posts = []
        office.staff[worker]?.until = stamp.instant
        office.noteAccess(.taken, of: worker, had: had, approvers, stamp)
    }
}

extension Context {
    /// Nobody but its team can open a restricted case, so its last member hands it over first. Which it is nobody hears;
    /// an action that asks has ``Lookup/restricted(keptBy:)`` among its lookups.
    func checkLosing(_ worker: ID<Worker>) throws(Refusal) {
        guard let kept = facts[.restricted(keptBy: worker)]?.first, kept != "0" else { return }
        throw Refusal("restricted-left", ["n": kept])
    }
}
