package import Foundation

/// Something that starts or meets a clock of the law, and when it was: a report to the police, what came of it, or a
/// service that the law owes.
package struct LegalStep: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case report(ReportToPolice)
        case proceeding(RecordProceeding)
        /// Given by the office or by a partner.
        case service(Service)
    }

    package let what: What
    package let client: ID<Person>?
    package let at: Date

    init(_ what: What, client: ID<Person>? = nil, at: Date) {
        self.what = what
        self.client = client
        self.at = at
    }

    package var told: RecordProceeding? { if case .proceeding(let told) = what { told } else { nil } }
    package var report: ReportToPolice? { if case .report(let told) = what { told } else { nil } }
    var event: ProceedingEvent? { told?.event }
    var until: Day? { told?.until }
    var isService: Bool { if case .service = what { true } else { false } }

    /// Whether it is about this client; what names nobody is about each.
    func isAbout(_ client: UUID?) -> Bool { self.client == nil || client == nil || self.client?.value == client }
}

extension [LegalStep] {
    /// As they happened, also where that was recorded in another order. Whoever types a minute means all of it.
    var inOrder: [LegalStep] {
        enumerated().sorted { a, b in
            (a.element.at.wholeMinute, a.offset) < (b.element.at.wholeMinute, b.offset)
        }.map(\.element)
    }
}

extension CaseFile {
    /// What was reported to the police and what came of it, in the order in which it happened.
    package var proceedings: [LegalStep] { legalSteps.filter { !$0.isService }.inOrder }
}
