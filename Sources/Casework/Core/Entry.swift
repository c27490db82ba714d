package import Foundation

/// One line of a record's journal: a header and the action's answers as JSON. It is sealed whole.
package struct Entry: Codable, Hashable, Sendable {
    /// Grows whenever entries can say something that an earlier program would not understand: another action, another
    /// question, another answer (`EntryFormatTests`). An older program then leaves the home alone.
    package static let format = 3

    package let id: UUID
    package let kind: RecordKind
    package let action: ActionName
    package let worker: ID<Worker>
    package let instant: Date
    package let answers: Data
    /// The marks of the cautions that were ticked.
    package let ticked: [String]
    /// The entry that made it happen; nil for one that somebody performed.
    package let cause: UUID?
    /// The token of the program that performed it in the worker's name.
    package let token: UUID?

    /// - Parameter answers: the action's own, where they were written already.
    package init<A: Action>(
        _ action: A, answers: Data? = nil, id: UUID, worker: ID<Worker>, instant: Date, ticked: [String] = [],
        cause: UUID? = nil, token: UUID? = nil
    ) throws {
        self.token = token
        self.id = id
        self.kind = A.Subject.kind
        self.action = A.name
        self.worker = worker
        self.instant = instant
        self.answers = try answers ?? action.json()
        self.ticked = ticked
        self.cause = cause
    }
}

/// An entry and its place in the journal.
package struct Placed: Hashable, Sendable {
    package let entry: Entry
    package let version: Int
    /// The lane's running number of this entry, from 1.
    package let number: Int

    package init(_ entry: Entry, version: Int, number: Int) {
        self.entry = entry
        self.version = version
        self.number = number
    }

    package var stamp: Stamp {
        Stamp(
            entry: entry.id, instant: entry.instant, worker: entry.worker, version: version, ticked: entry.ticked)
    }
}
