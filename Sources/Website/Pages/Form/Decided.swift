import Casework

/// What a form is about that was told before: a request that is decided, an entry that is taken back, what is known of
/// whom it describes.
struct Decided {
    /// The locale key of its heading.
    let heading: String
    let lines: [AnswerLine]
}

/// Reads it from a record's history.
struct DecidedReader<R: Record> {
    let fold: Fold<R>
    let authors: [ID<Worker>: String]
    let words: Words
    let when: When
    /// An action's answers as people read them; those of a correction are what it puts in the entry's place.
    let answers: (any Action<R>) throws -> [AnswerLine]

    /// Nil for a form that is about nothing of the kind.
    func decided(by action: ActionName, at path: Path) throws -> Decided? {
        if case .mending(_, _, let entry, let name) = path, let happened = fold.happened(EntryID(entry)) {
            switch name {
            case DecideMending<R>.name: return try proposal(happened)
            case WithdrawEntry<R>.name: return try takenBack(happened)
            default: return nil
            }
        }
        if action == AgreePlan.name { return assessed }
        let asking: ActionName? =
            switch action {
            case DecidePlan.name: AgreePlan.name
            case DecideClosure.name: RequestClosure.name
            case DecideWaiver.name: RequestWaiver.name
            case DecideErasure<CaseFile>.name: RequestErasure<CaseFile>.name
            case ReviewEmergency.name: OpenInEmergency.name
            default: nil
            }
        let requests = fold.history.filter { $0.withdrawn == nil && type(of: $0.action).name == asking }
        let several: [ActionName] = [RequestWaiver.name, OpenInEmergency.name]
        let waiting = several.contains { $0 == asking } ? requests.filter(isWaiting) : requests.suffix(1)
        guard !waiting.isEmpty else { return nil }
        let isReview = action == ReviewEmergency.name
        return Decided(
            heading: isReview ? "form.reviewed" : "form.decided",
            lines: try waiting.flatMap {
                try [told($0, isReview ? "form.opened-by" : "form.asked-by")] + answers($0.current) + whose($0.current)
            })
    }

    /// What a plan is made from.
    private var assessed: Decided? {
        guard let file = fold.record as? CaseFile, !file.newestBiopsychosocials.isEmpty else { return nil }
        return Decided(
            heading: "form.assessed",
            lines: file.newestBiopsychosocials.map { assessment in
                let who = file.person(assessment.told.client)?.name.text ?? ""
                return AnswerLine(label: "\(who), \(when.day(assessment.at))", value: assessment.told.conclusion.text)
            })
    }

    /// A waiver for all of several says who they are.
    private func whose(_ request: any Action<R>) -> [AnswerLine] {
        guard let waiver = request as? RequestWaiver, waiver.about == nil, let file = fold.record as? CaseFile
        else { return [] }
        let names = file.waived(waiver.due).compactMap(\.what).joined(separator: ", ")
        return names.isEmpty ? [] : [AnswerLine(label: words.label(RequestWaiver.name, "about"), value: names)]
    }

    /// Several waivers can be asked for at once; of one due, the newest counts. Several people can read a file in an
    /// emergency.
    private func isWaiting(_ request: Happened<R>) -> Bool {
        guard let file = fold.record as? CaseFile else { return false }
        if request.current is OpenInEmergency { return file.openEmergencies.contains { $0.id == request.stamp.id(1) } }
        guard let waiver = request.current as? RequestWaiver else { return false }
        return file.openWaivers[waiver.due]?.asked == request.stamp.instant
    }

    /// Who proposes what, and why; of a correction only what it would change.
    private func proposal(_ proposal: Happened<R>) throws -> Decided? {
        guard let mend = proposal.action.mend else { return nil }
        let now = try mend.entry.flatMap { fold.happened($0) }.map { try answers($0.current) } ?? []
        return Decided(
            heading: "form.decided",
            lines: [
                AnswerLine(
                    label: words["form.proposal"], value: words["\(type(of: proposal.action).name).title"]),
                told(proposal, "form.asked-by"),
                AnswerLine(label: words["form.reason"], value: mend.reason.text),
            ] + (mend is CorrectEntry<R> ? changes(from: now, to: try answers(proposal.action)) : now))
    }

    /// What is taken back: two entries of one kind look alike.
    private func takenBack(_ happened: Happened<R>) throws -> Decided {
        let type = type(of: happened.action)
        return Decided(
            heading: "form.withdraws",
            lines: [
                AnswerLine(label: words["form.entry"], value: words["\(type.name).done"]),
                told(happened, "form.told-by"),
            ] + (type.hasForm ? try answers(happened.current) : []))
    }

    private func told(_ happened: Happened<R>, _ label: String) -> AnswerLine {
        let who = [authors[happened.stamp.worker], when.short(happened.stamp.instant)].compactMap { $0 }
        return AnswerLine(label: words[label], value: who.joined(separator: ", "))
    }

    /// Each answer that would be another one, as it is and as it would be.
    private func changes(from now: [AnswerLine], to then: [AnswerLine]) -> [AnswerLine] {
        let value = { (lines: [AnswerLine], label: String) in
            let values = lines.filter { $0.label == label }.map(\.value)
            return values.isEmpty ? "–" : values.joined(separator: "; ")
        }
        var labels: [String] = []
        for line in then + now where !labels.contains(line.label) { labels.append(line.label) }
        return labels.filter { value(now, $0) != value(then, $0) }.map { label in
            AnswerLine(label: label, value: "\(value(now, label)) → \(value(then, label))")
        }
    }
}
