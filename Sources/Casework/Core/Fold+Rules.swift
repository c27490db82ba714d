import Foundation

/// What the rules say of an action on this record. A mend is judged by the entry that it mends.
extension Fold {
    /// What a worker must be permitted for this action: a mend's duty is that of the mended action.
    package func duty(for action: some Action<Subject>) -> Duty? {
        guard let mend = action as? any Mend<Subject> else { return type(of: action).duty }
        let mended = mend.entry.map(happened) ?? history.first
        return mended.flatMap { type(of: $0.action).duty }
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
        return reading.faults(with: correction.replacement.faults(correction.before, context.at(correction.instant)))
    }

    package func check(_ action: some Action<Subject>, _ context: Context) throws(Refusal) {
        guard voided == nil else { throw Refusal("voided") }
        guard let mend = action as? any Mend<Subject> else { return try action.check(record, context) }
        try check(mend, context)
        guard mend is CorrectEntry<Subject> else { return }
        guard let correction = correction(action) else { throw MendingRules.noSuchEntry }
        try correction.replacement.check(correction.before, context.at(correction.instant))
    }

    package func cautions(_ action: some Action<Subject>, _ context: Context) -> [Caution] {
        guard let correction = correction(action) else { return action.cautions(record, context) }
        return correction.replacement.cautions(correction.before, context.at(correction.instant))
    }

    /// Whether this worker may mend this entry now.
    package func allowsMending(_ happened: Happened<Subject>, _ context: Context) -> Bool {
        guard voided == nil, !happened.isMend, happened.withdrawn == nil else { return false }
        return (try? checkMending(of: happened, context)) != nil
    }

    /// What a worker may do to this record now by a form of its own, in the order of the record's list.
    package func actions(for context: Context) -> [ActionName] {
        guard voided == nil, !history.isEmpty else { return [] }
        return Subject.actions.all.filter { type in
            if type is VoidRecord<Subject>.Type { return (try? checkVoid(context)) != nil }
            let isPermitted = type.duty.map(context.duties.contains) == true
            return isPermitted && type.hasForm && !type.opens && type.isOffered(on: record)
        }.map { $0.name }
    }

    private func check(_ mend: any Mend<Subject>, _ context: Context) throws(Refusal) {
        if mend is VoidRecord<Subject> { return try checkVoid(context) }
        guard let mended = mend.entry.flatMap(happened), !mended.isMend else { throw MendingRules.noSuchEntry }
        guard mended.withdrawn == nil else { throw MendingRules.alreadyWithdrawn }
        if mend is WithdrawEntry<Subject>, type(of: mended.action).opens { throw MendingRules.opensTheRecord }
        try checkMending(of: mended, context)
    }

    private func checkMending(of mended: Happened<Subject>, _ context: Context) throws(Refusal) {
        guard mended.cause == nil, type(of: mended.action).hasForm else { throw MendingRules.entailedByOthers }
        guard !entailsOthers(mended) else { throw MendingRules.entailedOthers }
        let later = history.filter { $0.stamp.version > mended.stamp.version && !$0.isMend && $0.withdrawn == nil }
        let isBuiltUpon = later.contains { happened in
            entailsOthers(happened) || (happened.action.topic != nil && happened.action.topic == mended.action.topic)
        }
        guard !isBuiltUpon else { throw MendingRules.builtUpon }
        try MendingRules.check(mended.stamp, context)
    }

    /// Voiding takes out every entry, so each must be the worker's own and young: nobody makes another's work vanish.
    private func checkVoid(_ context: Context) throws(Refusal) {
        for happened in history where !happened.isMend {
            guard happened.cause == nil else { throw MendingRules.entailedByOthers }
            guard !entailsOthers(happened) else { throw MendingRules.entailedOthers }
            try MendingRules.check(happened.stamp, context)
        }
    }

    private func entailsOthers(_ happened: Happened<Subject>) -> Bool {
        !happened.current.entails(told(before: happened.stamp.entry), happened.stamp).isEmpty
    }

    /// For a correction: its answers, the record as it stood before the entry, and the moment of the entry.
    private func correction(
        _ action: some Action<Subject>
    ) -> (
        replacement: any Action<Subject>, before: Subject, instant: Date
    )? {
        guard let correction = action as? CorrectEntry<Subject>, let entry = correction.entry,
            let mended = happened(entry),
            let replacement = try? correction.replacement(of: type(of: mended.action))
        else { return nil }
        return (replacement, told(before: entry.value), mended.stamp.instant)
    }
}
