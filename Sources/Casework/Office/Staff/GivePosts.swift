/// Gives a worker other posts; they count from the next request on.
package struct GivePosts: StaffAction, Hashable {
    package static let name: ActionName = "give-posts"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var worker: ID<Worker>
    package var posts: [Post]

    package init(_ worker: ID<Worker>, _ posts: [Post]) {
        self.worker = worker
        self.posts = posts
    }

    package var topic: Topic? { Topic("worker/\(worker)") }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func check(_ office: Office, _ context: Context) throws(Refusal) {
        guard posts.contains(.administrator) || office.hasAnotherAdministrator(than: worker)
        else { throw Refusal("last-administrator") }
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .posts(worker, posts) }

    package func apply(to office: inout Office, _ stamp: Stamp) { office.staff[worker]?.posts = posts }
}

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

extension Office {
    func isActive(_ worker: ID<Worker>) -> Bool { staff[worker].map { $0.until == nil } ?? false }

    /// An office without an administrator could never get one again.
    func hasAnotherAdministrator(than worker: ID<Worker>) -> Bool {
        staff.contains { $0.key != worker && $0.value.posts.contains(.administrator) && $0.value.until == nil }
            || staff[worker]?.posts.contains(.administrator) != true
    }
}
