/// Takes an entry back: it stays in the journal and on the timeline, and counts for nothing.
package struct WithdrawEntry<Subject: Record>: Mend {
    package static var name: ActionName { "withdraw-entry" }
    package static var duty: Duty? { nil }

    package var entry: EntryID?
    package var reason: LongText

    package init(_ entry: EntryID, because reason: LongText) {
        self.entry = entry
        self.reason = reason
    }

    package var topic: Topic? { entry.map { Topic("entry/\($0.value)") } }

    /// The fold does it.
    package func apply(to subject: inout Subject, _ stamp: Stamp) {}
}
