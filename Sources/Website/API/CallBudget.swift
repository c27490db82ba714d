import Casework
import Foundation
import Synchronization

/// How many calls of a worker's programs are answered in a minute. One that went wild, or that somebody else drives, must
/// not keep people waiting at their screens.
final class CallBudget: Sendable {
    private let perMinute: Double

    private struct Bucket {
        var left: Double
        var at: Date
    }

    private let buckets = Mutex<[ID<Worker>: Bucket]>([:])

    /// - Parameter perMinute: so many, spread as the program likes: what a quiet time leaves, at most a minute's, is spent
    ///   at once.
    init(perMinute: Int) { self.perMinute = Double(perMinute) }

    /// Spends one call.
    /// - Returns: nil, or in how many seconds the next one is answered.
    func spend(by worker: ID<Worker>, at now: Date) -> Int? {
        buckets.withLock { buckets in
            var bucket = buckets[worker] ?? Bucket(left: perMinute, at: now)
            // A clock that was put back gives nothing and takes nothing.
            let passed = max(0, now.timeIntervalSince(bucket.at))
            bucket.left = min(perMinute, bucket.left + passed * perMinute / 60)
            bucket.at = now
            defer { buckets[worker] = bucket }
            guard bucket.left >= 1 else { return max(1, Int(((1 - bucket.left) * 60 / perMinute).rounded(.up))) }
            bucket.left -= 1
            return nil
        }
    }

    /// What was sent counts as a call for each of these bytes beyond the first: a call that writes a book costs as much as
    /// many that write a line, and the next ones wait for it.
    static let bytesOfCall = 8192

    func charge(_ worker: ID<Worker>, for bytes: Int) {
        buckets.withLock { $0[worker]?.left -= Double(bytes / Self.bytesOfCall) }
    }
}
