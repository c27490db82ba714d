/// What the rules say of an action on this record. A mend is judged by the entry that it mends.
extension Fold {
    /// What a worker must be permitted for this action: a mend's duty is that of the mended action.
    package func duty(for action: some Action<Subject>) -> Duty? {
        guard let mend = action as? any Mend<Subject> else { return type(of: action).duty }
        let mended = mend.entry.map(happened) ?? history.first
        return mended.flatMap { type(of: $0.action).duty }
    }

    /// Every fault of the answers, in the order of the questions.
    package func faults<A: Action<Subject>>(_ reading: Reading<A>, _ context: Context) -> FormFaults {
        guard let (replacement, before, then) = correction(reading.action, context) else {
            return reading.faults(with: reading.action.faults(record, context))
        }
        return reading.faults(with: replacement.faults(before, then))
    }

    package func check(_ action: some Action<Subject>, _ context: Context) throws(Refusal) {
        guard voided == nil else { throw Refusal("voided") }
        guard let mend = action as? any Mend<Subject> else { return try action.check(record, context) }
        try check(mend, context)
        if let (replacement, before, then) = correction(action, context) { try replacement.check(before, then) }
    }

    /// Whether this worker may mend this entry now.
    package func allowsMending(_ happened: Happened<Subject>, _ context: Context) -> Bool {
        guard voided == nil, happened.withdrawn == nil else { return false }
        do { try MendingRules.check(happened.stamp, context) } catch { return false }
        return true
    }

    /// What a worker may do to this record now by a form of its own, in the order of the record's list.
    package func actions(for context: Context) -> [ActionName] {
        guard voided == nil, let opening = history.first else { return [] }
        return Subject.actions.all.filter { type in
            if type is VoidRecord<Subject>.Type { return allowsMending(opening, context) }
            return type.hasForm && !type.opens && type.duty.map(context.duties.contains) == true
        }.map { $0.name }
    }

    private func check(_ mend: any Mend<Subject>, _ context: Context) throws(Refusal) {
        guard let entry = mend.entry else {
            guard let opening = history.first else { throw MendingRules.noSuchEntry }
            return try MendingRules.check(opening.stamp, context)
        }
        guard let mended = happened(entry), !mended.isMend else { throw MendingRules.noSuchEntry }
        guard mended.withdrawn == nil else { throw MendingRules.alreadyWithdrawn }
        if mend is WithdrawEntry<Subject>, type(of: mended.action).opens { throw MendingRules.opensTheRecord }
        try MendingRules.check(mended.stamp, context)
    }

    /// For a correction: its answers, the record as it stood before the entry, and the context of that moment.
    private func correction(
        _ action: some Action<Subject>, _ context: Context
    ) -> (any Action<Subject>, Subject, Context)? {
        guard let correction = action as? CorrectEntry<Subject>, let entry = correction.entry,
            let mended = happened(entry),
            let replacement = try? correction.replacement(of: type(of: mended.action))
        else { return nil }
        return (replacement, told(before: entry.value), context.at(mended.stamp.instant))
    }
}
