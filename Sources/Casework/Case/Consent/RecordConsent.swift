/// Records what a client agreed to or refused: for what, to whom, which parts, until when.
package struct RecordConsent: Action, Hashable {
    package static let name: ActionName = "record-consent"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var purpose: ConsentPurpose
    /// To whom, where it is about sharing.
    package var partner: ID<Partner>?
    package var parts: [CasePart]?
    package var decision: ConsentDecision
    package var giver: ConsentGiver
    /// Whether it was explained when secrecy ends: the duty to report to the police, a child in danger.
    package var limits: YesNo
    package var until: Day?
    package var note: LongText?
    /// When it was given, if not now.
    package var at: Moment?

    package init(
        _ client: ID<Person>, to purpose: ConsentPurpose, partner: ID<Partner>? = nil, parts: [CasePart]? = nil,
        decision: ConsentDecision = .given, by giver: ConsentGiver = .client, limits: YesNo = .yes, until: Day? = nil,
        note: LongText? = nil, at: Moment? = nil
    ) {
        self.client = client
        self.purpose = purpose
        self.partner = partner
        self.parts = parts
        self.decision = decision
        self.giver = giver
        self.limits = limits
        self.until = until
        self.note = note
        self.at = at
    }

    /// A consent to other people or for other things contradicts none.
    package var topic: Topic? { Self.topic(client, purpose, purpose == .sharing ? partner : nil) }

    static func topic(_ client: ID<Person>, _ purpose: ConsentPurpose, _ partner: ID<Partner>? = nil) -> Topic {
        Topic("consent/\(client)/\(purpose.rawValue)/\(partner.map { "\($0)" } ?? "")")
    }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults = file.notAClient(CodingKeys.client, client)
        if purpose == .sharing {
            if partner == nil { faults.append(Fault(CodingKeys.partner, .missing)) }
            if parts?.isEmpty ?? true { faults.append(Fault(CodingKeys.parts, .missing)) }
        }
        if let partner, !context.knows(partner) {
            faults.append(Fault(CodingKeys.partner, .notInList))
        }
        if decision == .given, limits != .yes { faults.append(Fault(CodingKeys.limits, .notInList)) }
        return faults + context.past(CodingKeys.until, until) + context.ahead(CodingKeys.at, at)
    }

    /// A child's data need an adult's word beside the child's own (UU 27/2022 art. 25), and not that of whoever does the
    /// harm; whose age nobody recorded may be a child.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let age = file.person(client)?.youngestAge(on: context.today)
        let isAlone = giver == .client && decision == .given && age?.isChildsAge != false
        let isSuspect = giver == .guardian && decision == .given && file.alleged.contains(where: file.mayBeAtHome)
        return (isAlone ? [Caution("child-alone")] : []) + (isSuspect ? [Caution("guardian-alleged")] : [])
    }

    /// Who says no takes back what they had said before, whichever of both was written down first.
    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        let when = at?.instant ?? stamp.instant
        let refused = file.consents.filter { $0.told.decision == .refused && $0.told.topic == topic && $0.since > when }
        if decision == .refused {
            for consent in file.consents
            where consent.canBeWithdrawn && consent.told.topic == topic
                && consent.since.wholeMinute <= when
            {
                file.withdraw(consent.id, at: when)
            }
        }
        // A guardian's word is none of the client's: nobody was with them.
        if giver == .client { file.reach(client, at: when) }
        file.consents.append(
            Consent(
                id: stamp.id(1), told: self, since: when,
                withdrawn: decision == .given ? refused.map(\.since).min() : nil))
        file.watchConsents()
    }
}
