/// Records what came of a mediation: the minutes, and what the sides agreed.
package struct RecordMediation: Action, Hashable {
    package static let name: ActionName = "record-mediation"
    package static let duty: Duty? = .manageCases

    package var mediation: ID<Mediation>
    package var outcome: MediationOutcome
    /// Who led the session.
    package var mediator: Line?
    /// What was agreed: also what the alleged perpetrator answers for.
    package var agreement: LongText?
    /// Who sees to it that the agreement is kept, and how.
    package var supervision: LongText?
    /// Whether both sides signed minutes and agreement.
    package var signed: YesNo?
    /// Whether the client is safe at this moment.
    package var safe: YesNo
    package var note: LongText?
    /// When it was, if not now.
    package var at: Moment?
    /// When somebody asks whether it is kept.
    package var next: Moment?

    package init(
        _ mediation: ID<Mediation>, _ outcome: MediationOutcome, mediator: Line? = nil, agreement: LongText? = nil,
        supervision: LongText? = nil, signed: YesNo? = nil, safe: YesNo, note: LongText? = nil, at: Moment? = nil,
        next: Moment? = nil
    ) {
        self.mediation = mediation
        self.outcome = outcome
        self.mediator = mediator
        self.agreement = agreement
        self.supervision = supervision
        self.signed = signed
        self.safe = safe
        self.note = note
        self.at = at
        self.next = next
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.openMediations.isEmpty }

    package var topic: Topic? { Topic("mediation/\(mediation)") }
    package var happened: Moment? { at }

    /// An agreement without supervision and a day to ask after it is none (`docs/sources.md`: mediation).
    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if !file.openMediations.contains(where: { $0.id == mediation }) {
            faults.append(Fault(CodingKeys.mediation, .notInList))
        }
        if outcome != .notHeld, mediator == nil { faults.append(Fault(CodingKeys.mediator, .missing)) }
        if outcome == .agreed {
            if agreement == nil { faults.append(Fault(CodingKeys.agreement, .missing)) }
            if supervision == nil { faults.append(Fault(CodingKeys.supervision, .missing)) }
            if signed == nil { faults.append(Fault(CodingKeys.signed, .missing)) }
            if next == nil { faults.append(Fault(CodingKeys.next, .missing)) }
        } else if note == nil {
            faults.append(Fault(CodingKeys.note, .missing))
        }
        return faults + context.ahead(CodingKeys.at, at) + context.past(CodingKeys.next, next)
    }

    /// What was done is recorded, also where the law came to bar it since it was offered.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        let isBarred = !MediationRules.bars(file, context).isEmpty
        return (outcome == .agreed && isBarred ? [Caution("mediation-barred")] : [])
            + (outcome == .agreed && signed != .yes ? [Caution("mediation-unsigned")] : [])
            + (safe == .no && file.risk != .high ? [Caution("not-safe")] : [])
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        guard let place = file.mediations.firstIndex(where: { $0.id == mediation }) else { return }
        file.mediations[place].outcome = self
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
        let when = at?.instant ?? stamp.instant
        // Of several clients nobody said who was safe: who was not is assessed, or seen.
        if safe == .no || file.clients.count < 2 {
            file.changeSafety(of: nil) { $0.note(safe, isReached: outcome != .notHeld, at: when) }
        }
        if outcome != .notHeld { file.triggers.keep(.appointment, about: mediation.value, at: when) }
        // It was held on another day, or not at all.
        file.triggers.drop(.appointment, about: mediation.value)
        // Each agreement is asked after.
        if let next { file.triggers.append(Trigger(.appointment, from: next.instant, service: .mediation)) }
    }
}

package enum MediationOutcome: String, Choice {
    case agreed
    case notAgreed = "not-agreed"
    /// Broken off: there was pressure, fear, or somebody left.
    case stopped
    case notHeld = "not-held"
    package static let list = "mediation-outcome"
    /// Asks for least: who has not said what came of it is not asked for an agreement.
    package static var blank: MediationOutcome { .notHeld }
}
