/// Records what police, prosecutor, court or LPSK did, or what was asked of them. It starts and meets the law's clocks
/// (``ProceedingClock``).
package struct RecordProceeding: Action, Hashable {
    package static let name: ActionName = "record-proceeding"
    package static let duty: Duty? = .manageCases

    package var event: ProceedingEvent
    /// Whom it is about, where there are several.
    package var client: ID<Person>?
    /// When it was, if not now.
    package var at: Moment?
    /// The last day of an order.
    package var until: Day?
    /// The next hearing.
    package var next: Moment?
    /// Who did it: the unit, the court, an official.
    package var body: Line?
    /// The number of its letter.
    package var number: Line?
    package var note: LongText?

    package init(
        _ event: ProceedingEvent, client: ID<Person>? = nil, at: Moment? = nil, until: Day? = nil, next: Moment? = nil,
        body: Line? = nil, number: Line? = nil, note: LongText? = nil
    ) {
        self.event = event
        self.client = client
        self.at = at
        self.until = until
        self.next = next
        self.body = body
        self.number = number
        self.note = note
    }

    /// Two who record one letter of the court see each other.
    package var topic: Topic? { Topic("proceeding/\(event.rawValue)/\(client?.description ?? "")") }

    package var happened: Moment? { at }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults = client.map { file.notAClient(CodingKeys.client, $0) } ?? []
        if client == nil, event.isOfOne, file.clients.count > 1 { faults.append(Fault(CodingKeys.client, .missing)) }
        faults += context.ahead(CodingKeys.at, at)
        if let at, let harmed = file.firstHarm, Day(at.instant) < harmed {
            faults.append(Fault(CodingKeys.at, .beforeItHappened))
        }
        if event.order != nil, until == nil { faults.append(Fault(CodingKeys.until, .missing)) }
        if until != nil, !event.hasEnd { faults.append(Fault(CodingKeys.until, .notAsked)) }
        if let until, event.hasEnd, until < Day(at?.instant ?? context.now) {
            faults.append(Fault(CodingKeys.until, .beforeItHappened))
        }
        if event == .hearingSet, next == nil { faults.append(Fault(CodingKeys.next, .missing)) }
        if next != nil, event.part != .court { faults.append(Fault(CodingKeys.next, .notAsked)) }
        return faults + context.past(CodingKeys.next, next)
    }

    /// A year that was mistyped makes an order look in force for long.
    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        guard let order = event.order, let until else { return [] }
        let longest = Day(at?.instant ?? context.now).adding(months: order.mostMonths)
        return until > longest ? [Caution("order-is-long")] : []
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        let when = at?.instant ?? stamp.instant
        // Who was the only client then stays meant when others come.
        let only = event.isOfOne && file.clients.count == 1 ? file.client?.id : nil
        file.legalSteps.append(LegalStep(.proceeding(self), client: client ?? only, at: when))
        // In a closed case none is watched, and none of before comes back with it.
        if let closed = file.closure?.closed, event.endsHearings || next != nil {
            file.triggers.removeAll { $0.rule == .hearing && $0.waived == closed && $0.concerns(client?.value) }
        }
        // Each of several clients may be heard on a day of their own.
        let about = (client ?? (file.clients.count == 1 ? file.client?.id : nil))?.value
        if event.isHeard { file.triggers.keep(.hearing, about: about, at: when) }
        if event.endsHearings { file.triggers.end(.hearing, about: about) }
        guard let next else { return }
        // Of the only client it is the same hearing, whether they were named or not.
        if file.clients.count < 2 { file.triggers.drop(.hearing) }
        file.triggers.agree(.hearing, about: about, on: next.instant)
    }
}

extension RecordProceeding {
    /// What search finds it by.
    var texts: [String?] { [body?.text, number?.text, note?.text] }
}

extension CaseFile {
    /// The first day on which anything of it may have happened, as far as anybody said.
    fileprivate var firstHarm: Day? {
        (incidents.map(\.day) + [opening?.day, brought?.day]).compactMap { $0?.earliest }.min()
    }
}
