import Foundation

/// Puts other answers in the place of an entry's. The one action without a form of its own: its page is the form of the
/// entry's action, filled in, and the reason.
package struct CorrectEntry<Subject: Record>: Mend {
    package static var name: ActionName { "correct-entry" }
    package static var duty: Duty? { nil }
    package static var hasForm: Bool { false }

    package let entry: EntryID?
    /// The action's answers as the journal keeps them.
    let replacement: Data
    package let reason: LongText

    package init(_ entry: EntryID, to replacement: some Action<Subject>, because reason: LongText) throws {
        self.entry = entry
        self.replacement = try replacement.json()
        self.reason = reason
    }

    package var topic: Topic? { entry.map { Topic("entry/\($0.value)") } }

    /// What the entry says now.
    package func replacement(of type: any Action<Subject>.Type) throws -> any Action<Subject> {
        try JSONDecoder().decode(type, from: replacement)
    }

    /// The fold does it.
    package func apply(to subject: inout Subject, _ stamp: Stamp) {}
}
