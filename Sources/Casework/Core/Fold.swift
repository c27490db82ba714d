import Foundation

/// A record as its journal made it, and the journal itself.
package struct Fold<Subject: Record>: Sendable {
    package private(set) var record: Subject
    /// What happened, oldest first, with the answers.
    package private(set) var history: [Happened<Subject>] = []

    /// Before the first entry.
    package init(id: ID<Subject>) { record = Subject(id: id) }

    /// Tells the record one more entry.
    package mutating func apply(_ placed: Placed) throws {
        guard let type = Subject.actions[placed.entry.action] else { throw UnknownAction(name: placed.entry.action) }
        let action = try JSONDecoder().decode(type, from: placed.entry.answers)
        action.apply(to: &record, placed.stamp)
        history.append(Happened(action: action, stamp: placed.stamp))
    }

    package var version: Int { history.last?.stamp.version ?? 0 }
    package var isThere: Bool { version > 0 }
    package var card: Card { record.card(version) }

    /// The code that people say aloud; its number is the running number of the entry that opened the record.
    package var code: Code? {
        history.first.map { Code(Subject.codePrefix, opened: $0.stamp.instant, number: $0.stamp.number) }
    }
}

/// One action that happened, with its stamp.
package struct Happened<Subject: Record>: Sendable {
    package let action: any Action<Subject>
    package let stamp: Stamp
}
