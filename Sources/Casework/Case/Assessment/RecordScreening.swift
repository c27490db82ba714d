package import Foundation

/// Records what a checklist or a test says: whether it is bullying, whether it is trafficking, how somebody does. It
/// names no risk, clears no danger and is no meeting: a checklist may be filled in from what others tell
/// (`docs/adr/0030-screening.md`).
package struct RecordScreening: SheetAction, Hashable {
    package static let name: ActionName = "record-screening"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var sheet: Sheet
    /// Who held it, if not who records it.
    package var assessor: Line?
    package var note: LongText?
    /// When it was made, if not now.
    package var at: Moment?

    package init(
        _ client: ID<Person>, _ sheet: Sheet, assessor: Line? = nil, note: LongText? = nil, at: Moment? = nil
    ) {
        self.client = client
        self.sheet = sheet
        self.assessor = assessor
        self.note = note
        self.at = at
    }

    /// A test is held again and again, and no two contradict each other.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.notAClient(CodingKeys.client, client) + context.ahead(CodingKeys.at, at)
    }

    /// Whoever is in danger is not left alone with a sheet of paper.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        guard let instrument = context.law.instruments[sheet.instrument, sheet.version],
            !instrument.score(sheet).redFlags.isEmpty
        else { return [] }
        return [Caution("screening-red-flag")]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard context.law.instruments[sheet.instrument, sheet.version] != nil else { throw Refusal("no-such-form") }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.screenings.append(Screening(told: self, at: at?.instant ?? stamp.instant))
    }
}

/// A screening that was made.
package struct Screening: Hashable, Sendable {
    package let told: RecordScreening
    package let at: Date
}
