package import Foundation

/// An action on a record, whatever record that is: what one action makes happen elsewhere, in the same transaction.
package struct Deed: Sendable {
    package let action: any Action
    package let record: UUID

    package init<A: Action>(_ action: A, on record: ID<A.Subject>) {
        self.action = action
        self.record = record.value
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
