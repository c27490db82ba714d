package import Foundation

/// What the rules say of an action on this record. A mend is judged by the entry that it mends.
extension Fold {
    /// What a worker must be permitted for this action: a mend's duty is that of the mended action.
    package func duty(for action: some Action<Subject>) -> Duty? {
        guard let mend = action.mend else { return type(of: action).duty }
        let mended = mend.entry.map(happened) ?? history.first
        return mended.flatMap { type(of: $0.action).duty }
    }

    /// Whether a person must do it: a mend is what it mends, and so is the decision about one.
    package func isForPeople(_ action: some Action<Subject>) -> Bool {
        var mend = action.mend
        if let decision = action as? DecideMending<Subject> {
            mend = decision.entry.flatMap(happened)?.action.mend
        }
        let mended = mend?.entry.flatMap(happened)
        if mend is CorrectEntry<Subject>, isCorrectedByPeople { return true }
        return type(of: action).isForPeople || mended.map { type(of: $0.action).isForPeople } ?? false
    }

    /// How somebody was reached is not told to programs any more once it was replaced: what one leaves out, a correction
    /// would take away.
    private var isCorrectedByPeople: Bool { record.hidesContact }

    /// What programs may do of what a worker may do to one of its entries (`mending(of:by:)`): what only people do is mended
    /// by people.
    package func mendingByPrograms(of happened: Happened<Subject>, by duties: Set<Duty>) -> [ActionName] {
        let mended = happened.action.mend?.entry.flatMap(self.happened) ?? happened
        guard !type(of: mended.action).isForPeople else { return [] }
        let corrects = happened.action.mend is CorrectEntry<Subject>
        var may = mending(of: happened, by: duties)
        if isCorrectedByPeople { may.removeAll { $0 == CorrectEntry<Subject>.name } }
        if isCorrectedByPeople, corrects { may.removeAll { $0 == DecideMending<Subject>.name } }
        return may
    }

    /// What its rules must know beyond the record.
    package func lookups(of action: some Action<Subject>) -> [Lookup] {
        correction(action)?.replacement.lookups ?? action.lookups
    }

    /// Every fault of the answers, in the order of the questions.
    package func faults<A: Action<Subject>>(_ reading: Reading<A>, _ context: Context) -> FormFaults {
        guard let correction = correction(reading.action) else {
            return reading.faults(with: reading.action.faults(record, context))
        }
        return reading.faults(
            with: correction.replacement.faults(correction.before, context.at(correction.stamp.instant)))
    }

    /// What stands in an action's way whatever is answered.
    package func obstacles<A: Action<Subject>>(to type: A.Type, _ context: Context) -> [Refusal] {
        if voided != nil, !type.isForVoided { return [Self.isVoided] }
        return record.refusal(of: type).map { [$0] } ?? type.obstacles(on: record, context)
    }

    private static var isVoided: Refusal { Refusal("voided") }

    package func check(_ action: some Action<Subject>, _ context: Context) throws(Refusal) {
        guard voided == nil || type(of: action).isForVoided else { throw Self.isVoided }
        if let refusal = record.refusal(of: type(of: action)) { throw refusal }
        if let decision = action as? DecideMending<Subject> { return try check(decision, context) }
        guard let mend = action.mend else { return try action.check(record, context) }
        try check(mend, context)
        guard !hasProposals(for: mend.entry?.value) else { throw MendingRules.proposedAlready }
        guard mend is CorrectEntry<Subject> else { return }
        guard let correction = correction(action) else { throw MendingRules.noSuchEntry }
        let mended = mend.entry.flatMap(happened)
        guard (try? correction.replacement.json()) != (try? mended?.current.json()) else {
            throw MendingRules.nothingChanged
        }
        // Nor can a correction make anything happen elsewhere.
        let entailing = correction.replacement.entailing
        guard entailing?.entails(correction.before, correction.stamp).bindNobody ?? true else {
            throw MendingRules.entailedOthers
        }
        do throws(Refusal) {
            try correction.replacement.check(correction.before, context.at(correction.stamp.instant))
            if let told = mended?.current {
                try correction.replacement.check(replacing: told, on: record, correction.stamp)
            }
        } catch { throw error.withoutRemedy }
    }

    package func cautions(_ action: some Action<Subject>, _ context: Context) -> [Caution] {
        if let decision = action as? DecideMending<Subject> {
            return SecondPerson.cautions(decision.entry.flatMap(happened)?.stamp.worker, context)
        }
        guard let correction = correction(action) else { return cautions(action, on: record, context) }
        return cautions(correction.replacement, on: correction.before, context.at(correction.stamp.instant))
    }

    private func cautions(_ action: some Action<Subject>, on subject: Subject, _ context: Context) -> [Caution] {
        context.longAgo(action) + action.cautions(subject, context)
    }

    /// Whether this entry can be mended now, by approval where it must be.
    package func allowsMending(_ happened: Happened<Subject>, correcting: Bool) -> Bool {
        guard voided == nil, !happened.isMend, happened.withdrawn == nil else { return false }
        if correcting, entailsOthers(happened) { return false }
        return (try? checkMending(of: happened, correcting: correcting)) != nil
            && !hasProposals(for: happened.stamp.entry)
    }

    /// What a worker may do to one of its entries now, or propose: by the duty of the entry itself.
    package func mending(of happened: Happened<Subject>, by duties: Set<Duty>) -> [ActionName] {
        if happened.approval == .asked {
            return voided == nil && duties.contains(.approve) ? [DecideMending<Subject>.name] : []
        }
        guard let duty = type(of: happened.action).duty, duties.contains(duty), !happened.isMend else { return [] }
        let corrects = allowsMending(happened, correcting: true)
        // What opened the record is taken back with the record.
        let withdraws = !type(of: happened.action).opens && allowsMending(happened, correcting: false)
        return (corrects ? [CorrectEntry<Subject>.name] : []) + (withdraws ? [WithdrawEntry<Subject>.name] : [])
    }

    /// What a worker may do to this record now by a form of its own, in the order of the record's list.
    package func actions(for context: Context) -> [ActionName] {
        guard let opening = history.first else { return [] }
        let offered = Subject.actions.onRecords.filter { type in
            (voided == nil || type.isForVoided) && type.duty.map(context.duties.contains) == true
                && record.refusal(of: type) == nil && type.isOffered(on: record, to: context.worker)
        }
        let mayOpen = type(of: opening.action).duty.map(context.duties.contains) == true
        let voids = voided == nil && mayOpen && Subject.actions.canVoid && !hasProposals(for: nil)
        return offered.map { $0.name } + (voids && (try? checkVoid()) != nil ? [VoidRecord<Subject>.name] : [])
    }

    private func check(_ mend: any Mend<Subject>, _ context: Context) throws(Refusal) {
        if mend is VoidRecord<Subject> { return try checkVoid() }
        guard let mended = mend.entry.flatMap(happened), !mended.isMend else { throw MendingRules.noSuchEntry }
        guard mended.withdrawn == nil else { throw MendingRules.alreadyWithdrawn }
        if mend is WithdrawEntry<Subject>, type(of: mended.action).opens { throw MendingRules.opensTheRecord }
        // What it made happen elsewhere is taken back with it; a correction would leave it standing.
        if mend is CorrectEntry<Subject>, entailsOthers(mended) { throw MendingRules.entailedOthers }
        try checkMending(of: mended, correcting: mend is CorrectEntry<Subject>)
    }

    /// A proposal is judged anew when it is decided: something may have been built on the entry meanwhile.
    private func check(_ decision: DecideMending<Subject>, _ context: Context) throws(Refusal) {
        guard let proposal = decision.entry.flatMap(happened), proposal.approval == .asked,
            let mend = proposal.action.mend
        else { throw Refusal("nothing-to-decide") }
        try SecondPerson.check(proposal.stamp.worker, context)
        if decision.decision == .granted { try check(mend, context) }
    }

    private func checkMending(of mended: Happened<Subject>, correcting: Bool) throws(Refusal) {
        let type = type(of: mended.action)
        guard mended.cause == nil, type.hasForm else { throw MendingRules.entailedByOthers }
        guard !type.mending.contains(.final) else { throw MendingRules.final }
        guard !isBuiltUpon(mended, correcting: correcting) else { throw MendingRules.builtUpon }
    }

    /// Whether something that stands was said later on the same topic, rests on it, or names what it brought. A correction
    /// leaves names what they are, except where they are given by place.
    private func isBuiltUpon(_ mended: Happened<Subject>, correcting: Bool) -> Bool {
        let topic = mended.action.topic
        let namesCount = !correcting || type(of: mended.action).mending.contains(.numbersThings)
        // An entry's version is its place.
        return history.dropFirst(mended.stamp.version).contains { happened in
            guard happened.withdrawn == nil, !happened.isMend else { return false }
            let toldAll = type(of: happened.action).mending.contains(.toldEverything) && entailsOthers(happened)
            let isSame = topic.map { happened.action.topic == $0 || happened.current.restsOn.contains($0) } ?? false
            return toldAll || isSame || namesCount && happened.named.contains(mended.stamp.entry.family)
        }
    }

    /// Voiding takes out every entry here; what happened elsewhere through one would stay, so that is taken back first.
    /// What the opening brought goes with it.
    private func checkVoid() throws(Refusal) {
        for happened in history.dropFirst() where !happened.isMend && happened.withdrawn == nil {
            guard !entailsOthers(happened) else { throw MendingRules.entailedOthers }
        }
    }

    // MARK: what is taken back with an entry

    /// What an action takes back on other records: the deeds of an entry that is withdrawn by it.
    package func takesBack(
        _ action: some Action<Subject>, by worker: ID<Worker>, at instant: Date
    ) -> (deeds: [Deed], of: UUID, because: LongText)? {
        var mend = action.mend
        if let decision = action as? DecideMending<Subject> {
            guard decision.decision == .granted else { return nil }
            mend = decision.entry.flatMap(happened)?.action.mend
        } else if let own = mend, !isFree(own, by: worker, at: instant) {
            return nil
        }
        // Voiding takes the record back to before its opening.
        let mended = mend is VoidRecord<Subject> ? history.first : mend?.entry.flatMap(happened)
        guard let mend, mend is VoidRecord<Subject> || mend is WithdrawEntry<Subject>, let mended else { return nil }
        let deeds = deeds(of: mended)
        return deeds.isEmpty ? nil : (deeds, mended.stamp.entry, mend.reason)
    }

    /// What takes an entry back that another record's entry made happen here: with what it opened, the whole record.
    /// - Throws: ``MendingRules/entailedOthers`` where later work rests on it; nil for an entry that never came.
    package func undoing(_ cause: UUID, because reason: LongText) throws(Refusal) -> (any Mend<Subject>)? {
        guard let entailed = history.first(where: { $0.cause == cause }), entailed.withdrawn == nil, voided == nil
        else { return nil }
        if type(of: entailed.action).opens {
            let isAlone = history.allSatisfy { happened in
                happened.isMend || happened.action is DecideMending<Subject> || happened.withdrawn != nil
                    || happened.stamp.entry == entailed.stamp.entry
            }
            guard isAlone else { throw MendingRules.entailedOthers }
            return VoidRecord(.wrongFile, because: reason)
        }
        guard !isBuiltUpon(entailed, correcting: false) else { throw MendingRules.entailedOthers }
        return WithdrawEntry(entailed.id, because: reason)
    }

    private func entailsOthers(_ happened: Happened<Subject>) -> Bool { !deeds(of: happened).bindNobody }

    /// Most actions have none, and for those the record need not be told again.
    private func deeds(of happened: Happened<Subject>) -> [Deed] {
        guard let entailing = happened.current.entailing else { return [] }
        return entailing.entails(replayed(before: happened.stamp.entry), happened.stamp)
    }

    /// What a correction puts in the place of the entry that it mends; nil for any other action.
    /// - Throws: `DecodingError` where the answers are none of that entry's action.
    package func replacement(by action: any Action<Subject>) throws -> (any Action<Subject>)? {
        guard let correction = action as? CorrectEntry<Subject>, let mended = correction.entry.flatMap(happened)
        else { return nil }
        return try correction.replacement(of: type(of: mended.action))
    }

    /// For a correction: its answers, the record as it stood before the entry, and the stamp of the entry.
    private func correction(
        _ action: some Action<Subject>
    ) -> (
        replacement: any Action<Subject>, before: Subject, stamp: Stamp
    )? {
        guard let replacement = try? replacement(by: action), let mended = action.mend?.entry.flatMap(happened)
        else { return nil }
        return (replacement, replayed(before: mended.stamp.entry), mended.stamp)
    }
}

extension [Deed] {
    /// That a case knows better is true whatever becomes of the entry that told it: its complaints are called by nobody.
    fileprivate var bindNobody: Bool { allSatisfy { $0.action is NoteNewerContact } }
}
