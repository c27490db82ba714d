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
