/// Asks a partner to meet a need that this office can't.
package struct ReferClient: Action, Hashable {
    package static let name: ActionName = "refer-client"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var partner: ID<Partner>
    package var service: Service
    /// What the partner is told.
    package var parts: [CasePart]
    package var basis: SharingBasis
    package var reason: LongText
    package var needed: Day?

    package init(
        _ client: ID<Person>, to partner: ID<Partner>, _ service: Service, parts: [CasePart],
        basis: SharingBasis = .consent, because reason: LongText, needed: Day? = nil
    ) {
        self.client = client
        self.partner = partner
        self.service = service
        self.parts = parts
        self.basis = basis
        self.reason = reason
        self.needed = needed
    }

    package var restsOn: [Topic] { basis == .consent ? [RecordConsent.topic(client, .sharing, partner)] : [] }
    package var topic: Topic? { Topic("referral/\(partner)/\(client)") }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults = file.notAClient(CodingKeys.client, client)
        if !context.knows(partner) {
            faults.append(Fault(CodingKeys.partner, .notInList))
        }
        return faults + context.past(CodingKeys.needed, needed)
    }

    /// Without the client's word nothing leaves the file, unless the law demands it or a life is at stake. What the
    /// office may not mediate, nobody mediates in its name.
    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        if service == .mediation { try MediationRules.check(file, context) }
        guard basis == .consent else { return }
        guard file.permits(client, partner, parts, on: context.today)
        else { throw context.refusal("no-consent-to-share", .lawfulBasis, remedy: RecordConsent.name) }
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let offers = context.law.office.partner(partner)?.details.services ?? []
        let isUnusual = !offers.isEmpty && !offers.contains(service)
        return (basis == .consent ? [] : [Caution("without-consent")]) + (isUnusual ? [Caution("partner-service")] : [])
            + (service == .mediation ? MediationRules.cautions(file) : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        let id = stamp.id(1, of: Referral.self)
        file.referrals.append(Referral(id: id, asked: self, since: stamp.instant))
        file.triggers.append(Trigger(.partnerAnswers, from: stamp.instant, about: id.value, partner: partner))
        file.watchConsents()
    }
}
