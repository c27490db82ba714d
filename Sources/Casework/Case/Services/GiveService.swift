/// Records a service that was given, and the next appointment.
package struct GiveService: Action, Hashable {
    package static let name: ActionName = "give-service"
    package static let duty: Duty? = .manageCases

    package var client: ID<Person>
    package var service: Service
    /// Who gave it, if not this office.
    package var provider: Line?
    package var note: LongText
    /// When it was given, if not now.
    package var at: Moment?
    package var next: Moment?

    package init(
        _ service: Service, to client: ID<Person>, provider: Line? = nil, note: LongText, at: Moment? = nil,
        next: Moment? = nil
    ) {
        self.client = client
        self.service = service
        self.provider = provider
        self.note = note
        self.at = at
        self.next = next
    }

    /// Two services never contradict each other.
    package var topic: Topic? { nil }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        file.notAClient(CodingKeys.client, client) + context.ahead(CodingKeys.at, at)
            + context.past(CodingKeys.next, next)
    }

    /// A mediation is a service only where it is allowed and was offered first.
    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        guard service == .mediation else { return }
        try MediationRules.check(file, context)
        guard !file.mediations.isEmpty else { throw Refusal("mediation-not-offered", remedy: OfferMediation.name) }
    }

    /// Services before the assessment are meant for high risk (`docs/sources.md`); what was given is recorded all the
    /// same.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        (file.assessments.isEmpty && file.risk != .high ? [Caution("not-assessed")] : [])
            + (file.refusesServices(client) ? [Caution("services-refused")] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.services.append(self)
        let when = at?.instant ?? stamp.instant
        file.legalSteps.append(LegalStep(.service(service), client: client, at: when))
        file.reach(client, at: when, serves: true)
        file.keepAppointments(with: client, at: when)
        if let next { file.agree(with: client, for: service, on: next.instant, at: stamp.instant) }
    }
}
