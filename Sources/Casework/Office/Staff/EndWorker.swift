/// Who leaves signs in no more from this moment.
package struct EndWorker: StaffAction, Hashable {
    package static let name: ActionName = "end-worker"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var worker: ID<Worker>
    package var reason: Line

    package init(_ worker: ID<Worker>, because reason: Line) {
        self.worker = worker
        self.reason = reason
    }

    package var topic: Topic? { Topic("worker/\(worker)") }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func check(_ office: Office, _ context: Context) throws(Refusal) {
        guard office.hasAnotherAdministrator(than: worker) else { throw Refusal("last-administrator") }
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .end(worker) }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.staff[worker]?.posts = []
        office.staff[worker]?.until = stamp.instant
    }
}
