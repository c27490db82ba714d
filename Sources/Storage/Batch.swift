package import Foundation

/// What one act brings to the store: all of it or nothing.
package struct Batch: Sendable {
    package struct Entry: Sendable {
        package let record: UUID
        package let version: Int
        package let sealed: Data

        package init(record: UUID, version: Int, sealed: Data) {
            self.record = record
            self.version = version
            self.sealed = sealed
        }
    }

    package struct Look: Sendable {
        package let id: UUID
        package let sealed: Data

        package init(id: UUID, sealed: Data) {
            self.id = id
            self.sealed = sealed
        }
    }

    /// What a start finds of a record without folding it.
    package struct Card: Sendable {
        package let record: UUID
        package let version: Int
        package let format: Int
        package let sealed: Data

        package init(record: UUID, version: Int, format: Int, sealed: Data) {
            self.record = record
            self.version = version
            self.format = format
            self.sealed = sealed
        }
    }

    /// The worker's rights as the policy saw them.
    package struct Rights: Sendable {
        package let account: UUID
        package let version: Int

        package init(account: UUID, version: Int) {
            self.account = account
            self.version = version
        }
    }

    package let lane: Int
    package let rights: Rights
    package var entries: [Entry] = []
    package var looks: [Look] = []
    package var cards: [Card] = []
    /// Statements of `Desk.Accounts` that belong to the act; the first must change one row, or somebody was quicker.
    package var changes: [SQL] = []
    /// The idempotency key and the mark of the request that it stands for.
    package var receipt: (key: UUID, mark: Data)?
    /// Called once it is durable, in the order of commits and before anybody is answered. It can't fail.
    package var settle: (@Sendable (Committed) -> Void)?

    /// Whether it brings nothing else.
    var isOfLooks: Bool { entries.isEmpty && cards.isEmpty && changes.isEmpty && receipt == nil }

    package init(lane: Int, rights: Rights) {
        self.lane = lane
        self.rights = rights
    }
}

/// Where a batch's entries came to stand.
package struct Committed: Hashable, Sendable {
    /// The lane's running numbers of the entries, in their order.
    package let numbers: [Int]
}

/// What became of a batch.
package enum Appended: Sendable {
    case committed(Committed)
    /// The key was used before: nothing was written, and this is what it stands for.
    case answered(Receipt)
    /// Somebody else's entry took a version: fold again.
    case overtaken
    /// The worker's rights changed since the policy looked: ask it again.
    case rightsChanged
}

/// The answer that a key was given.
package struct Receipt: Hashable, Sendable {
    package let mark: Data
    package let record: UUID
    package let version: Int
}
