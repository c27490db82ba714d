package import Foundation

/// Somebody got a way into clients' files: a post of casework, or a secret to sign in with. Whoever administers the office
/// can give one to themselves or make somebody up, so whoever leads it is told.
package struct AccessGiven: Hashable, Sendable {
    package enum Way: String, CaseIterable, Sendable { case added, posts, secret }

    package let way: Way
    package let worker: ID<Worker>
    package let by: ID<Worker>
    package let at: Date
}

extension Office {
    /// Notes it where it is one: the worker has duties of casework now that `before` did not have.
    mutating func noteAccess(_ way: AccessGiven.Way, of worker: ID<Worker>, before: [Post] = [], _ stamp: Stamp) {
        let duties = { (posts: [Post]) in
            posts.reduce(into: Set<Duty>()) { $0.formUnion($1.duties) }.intersection(Policy.casework)
        }
        let now = duties(staff[worker]?.posts ?? [])
        guard !now.subtracting(duties(before)).isEmpty else { return }
        accessGiven.append(AccessGiven(way: way, worker: worker, by: stamp.worker, at: stamp.instant))
    }
}
