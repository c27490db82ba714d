package import Foundation

/// What the journal adds to an action: for audit and order. Dues, ages and figures count from the action's own `at`.
package struct Stamp: Sendable, Hashable {
    package let entry: UUID
    /// When the action was performed.
    package let instant: Date
    package let worker: ID<Worker>
    /// The record's version that this entry made, from 1.
    package let version: Int

    package init(entry: UUID, instant: Date, worker: ID<Worker>, version: Int) {
        self.entry = entry
        self.instant = instant
        self.worker = worker
        self.version = version
    }
}
