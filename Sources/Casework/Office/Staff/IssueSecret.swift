/// Gives a worker another one-time secret: the first one after they were added, or because the password is forgotten.
package struct IssueSecret: StaffAction, Hashable {
    package static let name: ActionName = "issue-secret"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var worker: ID<Worker>

    package init(_ worker: ID<Worker>) { self.worker = worker }

    package var topic: Topic? { nil }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .secret(worker) }

    package func apply(to office: inout Office, _ stamp: Stamp) {}
}
