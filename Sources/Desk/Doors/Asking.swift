import Casework
package import Foundation

/// What goes with an action that is performed.
package struct Asking: Sendable {
    /// The idempotency key; one that was used answers as it did then.
    package let key: UUID
    /// The record's version that the worker saw; nil for one that is not there yet, or to act whatever came since.
    package let seen: Int?
    /// The version that the record must be in, whatever the topic of what came since; nil not to insist.
    package let exactly: Int?
    /// The marks of the cautions that were ticked.
    package let ticked: Set<String>
    /// What the key's receipt is to remember of the request.
    var mark: Data?

    package init(key: UUID = .random(), seen: Int? = nil, exactly: Int? = nil, ticked: Set<String> = []) {
        self.key = key
        self.seen = seen
        self.exactly = exactly
        self.ticked = ticked
    }
}
