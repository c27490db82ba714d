/// Gives a worker another one-time secret: the first one after they were added, or because the password is forgotten.
package struct IssueSecret: StaffAction, Hashable {
    package static let name: ActionName = "issue-secret"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var worker: ID<Worker>
    /// Nil in entries of before there were authenticators.
    package var lost: Lost?

    package init(_ worker: ID<Worker>, lost: Lost = .password) {
        self.worker = worker
        self.lost = lost
    }

    package var topic: Topic? { nil }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        office.isActive(worker) ? [] : [Fault(CodingKeys.worker, .notInList)]
    }

    package func staffing(_ stamp: Stamp) -> Staffing { .secret(worker, lost: lost ?? .password) }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        office.noteAccess(.secret, of: worker, office.approvers, stamp)
    }
}

/// What a worker can't sign in without.
package enum Lost: String, Choice {
    package static let list = "lost"

    case password
    /// The phone with the authenticator, and with it the password's second factor.
    case phone
}
