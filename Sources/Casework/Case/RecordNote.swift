/// Writes down what happened: a call, a visit, an observation.
package struct RecordNote: Action, Hashable {
    package static let name: ActionName = "record-note"
    package static let duty: Duty? = .manageCases

    package var note: LongText
    /// When it happened, if not now.
    package var at: Moment?

    package init(note: LongText, at: Moment? = nil) {
        self.note = note
        self.at = at
    }

    /// Two notes never contradict each other.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.ahead(CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.notes.append(self) }
}
