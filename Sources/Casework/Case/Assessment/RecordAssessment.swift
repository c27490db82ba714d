package import Foundation

/// Records an assessment by one of the office's forms. The score supports the worker's judgement; the risk that the
/// worker sets is the client's from then on, and the case's where no other client's is higher.
package struct RecordAssessment: SheetAction, Hashable {
    package static let name: ActionName = "record-assessment"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var sheet: Sheet
    package var risk: Risk
    /// Why, where the risk is set lower than the score says.
    package var riskReason: LongText?
    package var note: LongText?
    /// When it was made, if not now.
    package var at: Moment?

    package init(
        _ client: ID<Person>, _ sheet: Sheet, risk: Risk, riskReason: LongText? = nil, note: LongText? = nil,
        at: Moment? = nil
    ) {
        self.client = client
        self.sheet = sheet
        self.risk = risk
        self.riskReason = riskReason
        self.note = note
        self.at = at
    }

    package var topic: Topic? { Topic("assessment/\(client)") }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults = file.notAClient(CodingKeys.client, client) + context.ahead(CodingKeys.at, at)
        guard let instrument = context.law.instruments[sheet.instrument, sheet.version] else { return faults }
        if let said = instrument.score(sheet).risk, risk.urgency < said.urgency, riskReason == nil {
            faults.append(Fault(CodingKeys.riskReason, .missing))
        }
        return faults
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard context.law.instruments[sheet.instrument, sheet.version] != nil else { throw Refusal("no-such-form") }
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.assess(Assessment(told: self, at: at?.instant ?? stamp.instant))
        file.reach(client, at: at?.instant ?? stamp.instant)
        file.changeSafety(of: client) { $0 = Safety() }
        if file.stage == .reopened { file.stage = .assessment }
        // Safety and services come before everything else where the risk is high.
        if risk == .high, file.stage == .assessment { file.stage = .intervention }
    }
}

/// An assessment that was made.
package struct Assessment: Hashable, Sendable {
    package let told: RecordAssessment
    package let at: Date
}
