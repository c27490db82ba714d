package import Casework
package import Foundation

/// An action that was performed.
package struct Performed<Subject: Record>: Hashable, Sendable {
    package let record: ID<Subject>
    package let version: Int
    /// The entry that stands in its journal for it.
    package var entry: UUID?
    /// Whether it is a mend that waits for somebody else's word: nothing is changed yet.
    package var waitsForApproval = false
    /// The records that it opened beside its own.
    package var opened: [Opened] = []
    /// The one-time secret that was made for a worker: told once, kept nowhere.
    package var secret: String?
}

/// A record that another one's action opened.
package struct Opened: Hashable, Sendable {
    package let kind: RecordKind
    package let record: UUID
}

extension Fold {
    /// The records that an entry opened. Only what is ``Entailing`` opens any.
    func opened(by happened: Happened<Subject>) -> [Opened] {
        let before = replayed(before: happened.stamp.entry)
        return happened.action.entailing?.entails(before, happened.stamp).opened ?? []
    }
}

extension Action {
    fileprivate static var recordKind: RecordKind { Subject.kind }
}

extension [Deed] {
    var opened: [Opened] {
        filter { type(of: $0.action).opens }.map { Opened(kind: type(of: $0.action).recordKind, record: $0.record) }
    }
}
