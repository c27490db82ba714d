/// Gives a worker other posts; they count from the next request on.
package struct GivePosts: StaffAction, ChangingAction, Hashable {
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

    package static var chosen: any CodingKey { CodingKeys.worker }

    package static func suggestion(for office: Office, choosing id: String, on today: Day) throws -> Posted? {
        guard let worker = ID<Worker>(id), office.isActive(worker) else { return nil }
        return try FormWriter.answers(of: Self(worker, office.staff[worker]?.posts ?? []))
    }

    package var lookups: [Lookup] { [.casesOf(worker), .restricted(keptBy: worker)] }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func cautions(_ office: Office, _ context: Context) -> [Caution] {
        let duties = posts.duties
        let had = office.staff[worker]?.posts.duties ?? []
        // Who runs the machine and gives themselves the files is seen doing it.
        let isOwn = worker == context.worker && !duties.subtracting(had).isDisjoint(with: Policy.casework)
        let isLast = !duties.contains(.approve) && office.isLastApprover(worker)
        let left = duties.contains(.manageCases) ? 0 : context.facts[.casesOf(worker)]?.count ?? 0
        return (left == 0 ? [] : [Caution("cases-left", ["n": "\(left)"])]) + (isOwn ? [Caution("own-posts")] : [])
            + (isLast ? [Caution("last-approver")] : [])
    }

    package func check(_ office: Office, _ context: Context) throws(Refusal) {
        guard posts.contains(.administrator) || office.hasAnotherAdministrator(than: worker)
        else { throw Refusal("last-administrator") }
        if !posts.duties.contains(.manageCases) { try context.checkLosing(worker) }
        // Whoever makes themselves head takes the place of who would have watched them. It does not count whether the office
        // has a head now: the same administrator could have taken the post away a moment before.
        let decides = posts.contains { $0.duties.contains(.approve) } && !office.approvers.contains(worker)
        if decides, worker == context.worker, office.hasOthers(than: worker) { throw Refusal("own-head-post") }
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .posts(worker, posts) }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        let (had, approvers) = (office.staff[worker]?.posts ?? [], office.approvers)
        office.staff[worker]?.posts = posts
        office.noteAccess(.posts, of: worker, had: had, approvers, stamp)
    }
}
