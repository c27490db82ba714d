package import Foundation

/// Somebody got a way into clients' files, a post of casework or a secret to sign in with; or somebody decides for the
/// office no more. Whoever administers the office can give one to themselves or make somebody up, so others are told.
package struct AccessGiven: Hashable, Sendable {
    package enum Way: String, CaseIterable, Sendable {
        case added, posts, secret
        /// The post that decides was taken from them.
        case taken
    }

    package let way: Way
    package let worker: ID<Worker>
    package let by: ID<Worker>
    package let at: Date
    /// Who decided for the office before it happened, other than who made it happen and whom it is about.
    package let watchers: Set<ID<Worker>>

    /// Whether a reader is told of it: whoever decides for the office is. All of casework is, where somebody lost that, and
    /// where nobody is left who decided before it happened: else taking the post from the only head would silence it.
    package func isTold(to reader: Worker, in office: Office) -> Bool {
        guard reader.id != by else { return false }
        if reader.duties.contains(.approve) || way == .taken && reader.id == worker { return true }
        let isUnwatched = way == .taken || watchers.isDisjoint(with: office.approvers)
        return isUnwatched && !reader.duties.isDisjoint(with: Policy.casework)
    }
}

extension Office {
    /// Notes it where it is one: the worker has duties of casework now that they did not have, or decides no more.
    /// - Parameter had: the worker's posts before.
    /// - Parameter approvers: who decided for the office before.
    mutating func noteAccess(
        _ way: AccessGiven.Way, of worker: ID<Worker>, had: [Post] = [], _ approvers: Set<ID<Worker>>, _ stamp: Stamp
    ) {
        let duties = { (posts: [Post]) in posts.duties.intersection(Policy.casework) }
        let (before, now) = (duties(had), duties(staff[worker]?.posts ?? []))
        let note = { (way: AccessGiven.Way) in
            AccessGiven(
                way: way, worker: worker, by: stamp.worker, at: stamp.instant,
                watchers: approvers.subtracting([worker, stamp.worker]))
        }
        if !now.subtracting(before).isEmpty { accessGiven.append(note(way)) }
        if before.subtracting(now).contains(.approve) { accessGiven.append(note(.taken)) }
    }
}
