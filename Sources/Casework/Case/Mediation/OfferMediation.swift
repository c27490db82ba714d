/// Offers the clients a mediation, where the law does not bar it.
package struct OfferMediation: Action, Hashable {
    package static let name: ActionName = "offer-mediation"
    package static let duty: Duty? = .manageCases

    package var dispute: MediationDispute
    /// Who assessed the two questions below: companion and psychologist.
    package var assessedBy: Line
    package var freeOfPressure: YesNo
    /// Whether mediation will not bring the violence back.
    package var noRepeat: YesNo
    package var protectionOrder: YesNo
    package var session: Moment
    package var note: LongText?

    package init(
        _ dispute: MediationDispute, assessedBy: Line, freeOfPressure: YesNo, noRepeat: YesNo, protectionOrder: YesNo,
        session: Moment, note: LongText? = nil
    ) {
        self.dispute = dispute
        self.assessedBy = assessedBy
        self.freeOfPressure = freeOfPressure
        self.noRepeat = noRepeat
        self.protectionOrder = protectionOrder
        self.session = session
        self.note = note
    }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        context.past(CodingKeys.session, session)
    }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        MediationRules.bars(file, context)
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        guard protectionOrder == .no else {
            throw context.refusal("mediation-protection-order", .mediationStandard)
        }
        guard freeOfPressure == .yes, noRepeat == .yes else {
            throw context.refusal("mediation-not-free", .mediationStandard)
        }
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] { MediationRules.cautions(file) }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        let id = stamp.id(1, of: Mediation.self)
        file.mediations.append(Mediation(id: id, offered: self))
        file.triggers.agree(.appointment, about: id.value, on: session.instant)
    }
}

/// What may be mediated: disputes outside criminal law (`docs/sources.md`: mediation).
package enum MediationDispute: String, Choice {
    case maintenance, custody, recognition, property, inheritance, wages, damages
    /// A complaint offence that the client does not want prosecuted.
    case complaintOffence = "complaint-offence"
    package static let list = "mediation-dispute"
}
