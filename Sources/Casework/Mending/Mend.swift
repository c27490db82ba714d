package import Foundation

/// What mends a record's journal without changing a line of it: the record is told anew, without the mended entry or with
/// other answers in its place.
package protocol Mend<Subject>: Action {
    /// The entry that it mends; nil when it is the whole record.
    var entry: EntryID? { get }
    var reason: LongText { get }
}

extension Mend {
    package var mend: (any Mend<Subject>)? { self }
}

/// Names an entry of a record's journal.
package typealias EntryID = ID<Entry>

/// Who may mend what, and until when.
package enum MendingRules {
    /// Own entries need no approval for so long; others are proposed, and the supervisor decides.
    package static let own: TimeInterval = 24 * 3600

    /// Somebody proposed to mend it, and that is not decided yet.
    package static let proposedAlready = Refusal("mend-proposed-already")
    package static let noSuchEntry = Refusal("mend-no-such-entry")
    package static let alreadyWithdrawn = Refusal("mend-already-withdrawn")
    /// What another entry made happen is mended there, and what nobody filled in is not mended at all.
    package static let entailedByOthers = Refusal("mend-entailed-by-others")
    /// A later entry on the same topic, or one that made entries elsewhere, was built on it.
    package static let builtUpon = Refusal("mend-built-upon")
    /// What an entry made happen elsewhere can't follow when it is mended.
    package static let entailedOthers = Refusal("mend-entailed-others")
    /// A decision that opened or closed a file, or a right: it is done anew the other way round.
    package static let final = Refusal("mend-final")
    /// What opened the record can be corrected; to take it back is to void the record.
    package static let opensTheRecord = Refusal("mend-opens-the-record")

    /// A correction that says what stands there already.
    package static let nothingChanged = Refusal("mend-nothing-changed")

    static func isFree(_ stamp: Stamp, _ worker: ID<Worker>, _ instant: Date) -> Bool {
        stamp.worker == worker && instant < stamp.instant + own
    }
}
