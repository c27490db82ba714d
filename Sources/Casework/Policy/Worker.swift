package import Foundation

/// A person on the staff.
package struct Worker: Hashable, Sendable {
    package let id: ID<Worker>
    /// The organisation whose journal this worker writes.
    package let lane: Int
    package let name: String
    package let posts: [Post]
    /// Counts every change of this worker's rights.
    package let rights: Int
    /// Those of all posts.
    private let own: Set<Duty>
    /// The only duties that count, for a program that acts in this worker's name; nil for the worker.
    package var only: Set<Duty>?
    /// The token by which the program was let in.
    package var token: UUID?

    package init(id: ID<Worker>, lane: Int, name: String, posts: [Post], rights: Int) {
        self.id = id
        self.lane = lane
        self.name = name
        self.posts = posts
        self.rights = rights
        own = posts.duties
    }

    package var duties: Set<Duty> { only.map(own.intersection) ?? own }
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

extension [Post] {
    /// Those of all of them.
    var duties: Set<Duty> { reduce(into: []) { $0.formUnion($1.duties) } }
}

extension Duty {
    package static let takeComplaints: Duty = "take-complaints"
    package static let manageCases: Duty = "manage-cases"
    package static let approve: Duty = "approve"
    package static let administer: Duty = "administer"
}
