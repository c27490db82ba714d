package import Foundation

/// Records a biopsychosocial assessment: how somebody lives, domain by domain, and what follows for the plan. What was
/// not spoken of is left empty; nobody is asked twice to tell it.
package struct RecordBiopsychosocial: Action, Hashable {
    package static let name: ActionName = "record-biopsychosocial"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var physical: LongText?
    package var psychological: LongText?
    package var social: LongText?
    package var family: LongText?
    package var education: LongText?
    package var economy: LongText?
    package var legal: LongText?
    package var safety: LongText?
    package var disability: LongText?
    /// What the client needs and can, in a few sentences: what the plan is made from.
    package var conclusion: LongText
    /// Who assessed, if not who records it.
    package var assessor: Line?
    /// When it was made, if not now.
    package var at: Moment?

    package init(
        _ client: ID<Person>, physical: LongText? = nil, psychological: LongText? = nil, social: LongText? = nil,
        family: LongText? = nil, education: LongText? = nil, economy: LongText? = nil, legal: LongText? = nil,
        safety: LongText? = nil, disability: LongText? = nil, conclusion: LongText, assessor: Line? = nil,
        at: Moment? = nil
    ) {
        self.client = client
        self.physical = physical
        self.psychological = psychological
        self.social = social
        self.family = family
        self.education = education
        self.economy = economy
        self.legal = legal
        self.safety = safety
        self.disability = disability
        self.conclusion = conclusion
        self.assessor = assessor
        self.at = at
    }

    package var topic: Topic? { Topic("biopsychosocial/\(client)") }
    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.notAClient(CodingKeys.client, client) + context.ahead(CodingKeys.at, at)
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.biopsychosocials.append(Biopsychosocial(told: self, at: at?.instant ?? stamp.instant))
        file.reach(client, at: at?.instant ?? stamp.instant)
    }
}

/// A biopsychosocial assessment that was made.
package struct Biopsychosocial: Hashable, Sendable {
    package let told: RecordBiopsychosocial
    package let at: Date
}

extension CaseFile {
    /// The newest of each client.
    package var newestBiopsychosocials: [Biopsychosocial] {
        clients.compactMap { client in
            biopsychosocials.enumerated().filter { $1.told.client == client.id }
                .max { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element
        }
    }
}
