package import Foundation

/// A worker as the office's record tells it: which posts, since when, until when.
package struct StaffMember: Hashable, Sendable {
    package let handle: Line
    package let name: Line
    package internal(set) var posts: [Post]
    package let from: Date
    package internal(set) var until: Date?

    /// A user name as it is compared: however it was typed, it is one and the same.
    package static func normal(_ handle: String) -> String {
        handle.trimmingCharacters(in: .whitespaces).lowercased()
    }
}

/// What an action of the office does to who may sign in. The door does both in one transaction, so that no right is
/// ever given or taken without a trace.
package enum Staffing: Sendable {
    case add(ID<Worker>, handle: String, name: String, posts: [Post])
    case posts(ID<Worker>, [Post])
    /// Another one-time secret; the one before works no more.
    case secret(ID<Worker>, lost: Lost)
    case end(ID<Worker>)
}

/// An action that changes who may sign in.
package protocol StaffAction: Action<Office> {
    func staffing(_ stamp: Stamp) -> Staffing
}

extension StaffAction {
    /// Who could give a post or a secret by a token could become anybody.
    package static var isForPeople: Bool { true }
}

extension Office {
    func isActive(_ worker: ID<Worker>) -> Bool { staff[worker].map { $0.until == nil } ?? false }

    /// Who decides what others ask for.
    var approvers: Set<ID<Worker>> {
        Set(staff.filter { $0.value.until == nil && $0.value.posts.contains { $0.duties.contains(.approve) } }.keys)
    }

    /// Whether nobody could decide any more what others ask for, if this worker did not.
    func isLastApprover(_ worker: ID<Worker>) -> Bool { approvers == [worker] }

    /// Whether anybody is on the staff beside this worker.
    func hasOthers(than worker: ID<Worker>) -> Bool { staff.contains { $0.key != worker && $0.value.until == nil } }

    /// An office without an administrator could never get one again.
    func hasAnotherAdministrator(than worker: ID<Worker>) -> Bool {
        staff.contains { $0.key != worker && $0.value.posts.contains(.administrator) && $0.value.until == nil }
            || staff[worker]?.posts.contains(.administrator) != true
    }
}
