/// What police, prosecutor, court and LPSK (the body that protects witnesses and victims) did, and what was asked of them.
/// What each sets running, or ends, is in ``ProceedingClock``.
package enum ProceedingEvent: String, Choice {
    // The police.
    case protected
    case notProtected = "not-protected"
    case protectionEnded = "protection-ended"
    case investigationBegan = "investigation-began"
    case socialReportAsked = "social-report-asked"
    case socialReportDelivered = "social-report-delivered"
    case diversionBegan = "diversion-began"
    case diversionEnded = "diversion-ended"
    case investigationStopped = "investigation-stopped"

    // What protects for longer.
    case lpskAsked = "lpsk-asked"
    case lpskGranted = "lpsk-granted"
    case lpskRefused = "lpsk-refused"
    case orderAsked = "order-asked"
    case orderIssued = "order-issued"
    case orderRefused = "order-refused"
    case orderExtensionAsked = "order-extension-asked"
    case orderEnded = "order-ended"
    case restrictionOrdered = "restriction-ordered"
    case restrictionExtensionAsked = "restriction-extension-asked"
    case restrictionEnded = "restriction-ended"

    // Prosecutor and court.
    case prosecuted
    case hearingSet = "hearing-set"
    case hearingHeld = "hearing-held"
    case verdict
    case extractReceived = "extract-received"
    case copyReceived = "copy-received"
    case verdictFinal = "verdict-final"

    // What the client is owed.
    case restitutionAsked = "restitution-asked"
    case restitutionGranted = "restitution-granted"
    case restitutionPaid = "restitution-paid"
    case recoveryAsked = "recovery-asked"
    case urgentRecoveryAsked = "urgent-recovery-asked"

    package static let list = "proceeding-event"
    /// Asks for least: who has not said what happened is not asked whom it was about.
    package static var blank: ProceedingEvent { .investigationBegan }
}

extension ProceedingEvent {
    /// By whom or what for: a form shows the list in these parts.
    package enum Part: String, CaseIterable, Sendable {
        case police, protection, court, recovery
    }

    package var part: Part {
        switch self {
        case .protected, .notProtected, .protectionEnded, .investigationBegan, .socialReportAsked,
            .socialReportDelivered, .diversionBegan, .diversionEnded, .investigationStopped:
            .police
        case .lpskAsked, .lpskGranted, .lpskRefused, .orderAsked, .orderIssued, .orderRefused, .orderExtensionAsked,
            .orderEnded, .restrictionOrdered, .restrictionExtensionAsked, .restrictionEnded:
            .protection
        case .prosecuted, .hearingSet, .hearingHeld, .verdict, .extractReceived, .copyReceived, .verdictFinal: .court
        case .restitutionAsked, .restitutionGranted, .restitutionPaid, .recoveryAsked, .urgentRecoveryAsked: .recovery
        }
    }

    /// Whether it is about one client, where a case has several; the rest is about the case.
    package var isOfOne: Bool {
        switch part {
        case .protection, .recovery: true
        case .court: false
        case .police:
            [.protected, .notProtected, .protectionEnded, .socialReportAsked, .socialReportDelivered].contains(self)
        }
    }

    /// What a court orders for so long.
    var order: CourtOrder.Kind? {
        switch self {
        case .orderIssued: .protection
        case .restrictionOrdered: .restriction
        default: nil
        }
    }

    /// The order that it ends.
    var ends: CourtOrder.Kind? {
        switch self {
        case .orderEnded: .protection
        case .restrictionEnded: .restriction
        default: nil
        }
    }

    /// Whether it lasts until a day.
    var hasEnd: Bool { order != nil || self == .lpskGranted }
    /// Whether a hearing that was set is over with it.
    var isHeard: Bool { [.hearingSet, .hearingHeld, .verdict].contains(self) }
    /// Whether no hearing that was set will be held any more.
    var endsHearings: Bool { [.verdict, .investigationStopped].contains(self) }
}
