/// A clock of the law in proceedings: what starts it, for whom, and what meets it. How much time it gives, who is bound
/// and by which article is the rulebook's to say (`docs/sources.md`: proceedings).
package struct ProceedingClock: Hashable, Sendable {
    package enum Start: Hashable, Sendable {
        case report
        case event(ProceedingEvent)
    }

    /// What must be known of the client, or of the case where it is about nobody alone.
    package enum Condition: Hashable, Sendable {
        case sexual, notSexual, domestic, trafficking, child
        /// A verdict grants restitution.
        case restitution
    }

    package let rule: RuleID
    package let start: Start
    package let conditions: Set<Condition>
    /// Whether it runs for each client apart, also where what starts it names none.
    package let isOfEach: Bool
    package let meets: Set<ProceedingEvent>
    /// Giving one of these to the client meets it, whoever gives it.
    package let services: Set<Service>

    private init(
        _ rule: RuleID, from start: Start, if conditions: Set<Condition> = [], ofEach: Bool = true,
        until meets: Set<ProceedingEvent>, orGiven services: Set<Service> = []
    ) {
        self.rule = rule
        self.start = start
        self.conditions = conditions
        isOfEach = ofEach
        self.meets = meets
        self.services = services
    }

    package static let all: [ProceedingClock] = [
        // Temporary protection by the police. Of sexual violence at home two laws say the same: it is asked for once.
        Self("R-TPKS-04", from: .report, if: [.sexual], until: [.protected, .notProtected]),
        Self("R-KDRT-01", from: .report, if: [.domestic, .notSexual], until: [.protected, .notProtected]),
        // It ends soon: something longer takes its place before.
        Self(
            "R-TPKS-05", from: .event(.protected), if: [.sexual],
            until: [.protected, .protectionEnded, .lpskGranted, .orderIssued, .restrictionOrdered]),
        Self(
            "R-KDRT-02", from: .event(.protected), if: [.domestic],
            until: [.protected, .protectionEnded, .lpskGranted, .orderIssued, .restrictionOrdered]),
        Self("R-TPKS-06", from: .event(.protected), if: [.sexual], until: [.lpskAsked, .lpskGranted, .lpskRefused]),
        Self(
            "R-KDRT-03", from: .event(.protected), if: [.domestic], until: [.orderAsked, .orderIssued, .orderRefused]),

        // What protects for longer.
        Self("R-LPSK-01", from: .event(.lpskAsked), until: [.lpskGranted, .lpskRefused]),
        Self("R-KDRT-04", from: .event(.orderAsked), until: [.orderIssued, .orderRefused]),
        Self("R-KDRT-06", from: .event(.orderIssued), until: [.orderIssued, .orderExtensionAsked, .orderEnded]),
        Self(
            "R-TPKS-07", from: .event(.restrictionOrdered),
            until: [.restrictionOrdered, .restrictionExtensionAsked, .restrictionEnded]),

        // A child who was harmed, and a child who is accused.
        Self(
            "R-SPPA-03", from: .event(.investigationBegan), if: [.child],
            until: [.socialReportAsked, .socialReportDelivered, .investigationStopped]),
        Self("R-SPPA-04", from: .event(.socialReportAsked), until: [.socialReportDelivered]),
        Self("R-SPPA-05", from: .event(.diversionBegan), ofEach: false, until: [.diversionEnded]),

        // The verdict, and what it grants.
        Self(
            "R-TPKS-11a", from: .event(.verdict), if: [.sexual], ofEach: false,
            until: [.extractReceived, .copyReceived]
        ),
        Self("R-TPKS-11b", from: .event(.verdict), if: [.sexual], ofEach: false, until: [.copyReceived]),
        Self("R-TPKS-08", from: .event(.copyReceived), if: [.sexual, .restitution], until: [.restitutionPaid]),
        Self("R-TPPO-03", from: .event(.verdictFinal), if: [.trafficking, .restitution], until: [.restitutionPaid]),

        // Recovery after trafficking, which a service meets.
        Self(
            "R-TPPO-04", from: .event(.recoveryAsked), until: [],
            orGiven: [.health, .socialRehabilitation, .socialReintegration, .returnHome]),
        Self(
            "R-TPPO-05", from: .event(.urgentRecoveryAsked), until: [], orGiven: [.health, .socialRehabilitation]),
    ]

    package static let rules: Set<RuleID> = Set(all.map(\.rule))

    func isStarted(by step: LegalStep) -> Bool {
        switch start {
        case .report: if case .report = step.what { true } else { false }
        case .event(let event): step.event == event
        }
    }

    func isMet(by step: LegalStep) -> Bool {
        if case .service(let service) = step.what { return services.contains(service) }
        return step.event.map(meets.contains) ?? false
    }
}
