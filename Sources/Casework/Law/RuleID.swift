/// The id of a rule, such as `R-TPKS-02`.
package struct RuleID: TextAnswer {
    package let text: String
    package init(_ text: String) { self.text = text }
    /// One of the record's open dues; the page knows which.
    package static var kind: Field.Kind { .due }

    package static func read(_ raw: [String]) throws(Problem) -> RuleID { RuleID(raw.first ?? "") }

    /// A complaint in which somebody is in danger now is served at once.
    package static let serveAtOnce: RuleID = "R-STD-01"
    /// Any other complaint is served within hours.
    package static let serveSoon: RuleID = "R-STD-02"
    /// Somebody is with a client of medium risk, within hours of the complaint.
    package static let reachMedium: RuleID = "R-STD-04"
    /// The same of low risk.
    package static let reachLow: RuleID = "R-STD-05"
    /// Sexual violence that was reported to the unit is reported to the police.
    package static let reportToPolice: RuleID = "R-TPKS-02"
    /// A consent that was withdrawn: what rests on it stops.
    package static let stopSharing: RuleID = "R-PDP-08"
    /// What was agreed with the client: the next appointment.
    package static let appointment: RuleID = "R-UPTD-01"
    /// The day on which the plan is looked at again.
    package static let review: RuleID = "R-UPTD-02"
    /// The day by which a step of the plan was to be taken.
    package static let planStep: RuleID = "R-UPTD-04"
    /// The day on which a consent runs out that a partner's work rests on.
    package static let consentEnds: RuleID = "R-UPTD-05"
    /// The time in which a partner answers a referral; the directory says how long it is.
    package static let partnerAnswers: RuleID = "R-UPTD-03"
    /// Whoever decides says whether an hour in an emergency was justified.
    package static let reviewEmergency: RuleID = "R-UPTD-07"

    /// The day of the next hearing.
    package static let hearing: RuleID = "R-UPTD-06"

    /// The rules whose triggers this program knows.
    package static let known: [RuleID] =
        [
            serveAtOnce, serveSoon, reachMedium, reachLow, reportToPolice, stopSharing, appointment, review, planStep,
            consentEnds,
            partnerAnswers, hearing, reviewEmergency,
        ] + ProceedingClock.all.map(\.rule)

    /// What was agreed with the client, and what others do in proceedings: it falls away with the case.
    package static let fallsAway: Set<RuleID> = ProceedingClock.rules.union([
        appointment, review, planStep, consentEnds, hearing,
    ])
}
