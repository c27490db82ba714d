/// A person on the staff.
package struct Worker: Hashable, Sendable {
    package let id: ID<Worker>
    /// The organisation whose journal this worker writes.
    package let lane: Int
    package let name: String
    package let posts: [Post]
    /// Counts every change of this worker's rights.
    package let rights: Int

    package init(id: ID<Worker>, lane: Int, name: String, posts: [Post], rights: Int) {
        self.id = id
        self.lane = lane
        self.name = name
        self.posts = posts
        self.rights = rights
    }

    package var duties: Set<Duty> { posts.reduce(into: []) { $0.formUnion($1.duties) } }
}

/// A named set of duties.
package enum Post: String, Choice {
    case intakeOfficer = "intake-officer"
    case caseManager = "case-manager"
    case head
    case administrator

    package static let list = "post"

    package var duties: Set<Duty> {
        switch self {
        case .intakeOfficer: [.takeComplaints]
        case .caseManager: [.takeComplaints, .manageCases]
        case .head: [.takeComplaints, .manageCases, .approve]
        case .administrator: [.administer]
        }
    }
}

extension Duty {
    package static let takeComplaints: Duty = "take-complaints"
    package static let manageCases: Duty = "manage-cases"
    package static let approve: Duty = "approve"
    package static let administer: Duty = "administer"
}
