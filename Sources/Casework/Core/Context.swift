package import Foundation

/// All that a rule may know. Rules never read a clock.
package struct Context: Sendable {
    package let now: Date
    package let worker: ID<Worker>
    package let duties: Set<Duty>

    package init(now: Date, worker: Worker) {
        self.now = now
        self.worker = worker.id
        self.duties = worker.duties
    }
}
