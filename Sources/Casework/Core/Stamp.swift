package import Foundation

/// What the journal adds to an action: for audit and order. Dues, ages and figures count from the action's own `at`.
package struct Stamp: Sendable, Hashable {
    package let entry: UUID
    /// When the action was performed.
    package let instant: Date
    package let worker: ID<Worker>
    /// The record's version that this entry made, from 1.
    package let version: Int
    /// The marks of the cautions that were ticked.
    let ticked: [String]

    package init(entry: UUID, instant: Date, worker: ID<Worker>, version: Int, ticked: [String] = []) {
        self.entry = entry
        self.instant = instant
        self.worker = worker
        self.version = version
        self.ticked = ticked
    }
}

extension Stamp {
    /// The id of the nth thing that this entry brings into the world: every fold agrees on it, and no two are equal.
    /// The number is mixed into the entry's own random id.
    package func id<Of>(_ number: UInt8, of type: Of.Type = Of.self) -> ID<Of> {
        var bytes = entry.uuid
        bytes.15 ^= number
        return ID(UUID(uuid: bytes))
    }
}

extension UUID {
    /// The same for an entry and everything that it brought into the world.
    var family: UUID {
        var bytes = uuid
        bytes.15 = 0
        return UUID(uuid: bytes)
    }
}
