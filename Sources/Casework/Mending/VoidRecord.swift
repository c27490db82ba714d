/// Takes a whole record out of lists, search and figures, never out of the journal.
package struct VoidRecord<Subject: Record>: Mend {
    package static var name: ActionName { "void-record" }
    package static var duty: Duty? { nil }

    package var why: VoidReason
    package var reason: LongText

    package init(_ why: VoidReason, because reason: LongText) {
        self.why = why
        self.reason = reason
    }

    package var entry: EntryID? { nil }

    /// The fold does it.
    package func apply(to subject: inout Subject, _ stamp: Stamp) {}
}

/// Why a record should not have been.
package enum VoidReason: String, Choice {
    case test
    case duplicate
    case wrongFile = "wrong-file"
    package static let list = "void-reason"
}
