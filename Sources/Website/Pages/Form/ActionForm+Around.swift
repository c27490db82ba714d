import Casework
import Desk

/// What stands around an action's questions: whose file it is, how they are reached, what was told, what is decided.
extension ActionForm {
    /// What the complaint told, where it is still to be understood.
    func quote(_ action: ActionName) -> String? {
        if let received = (fold?.record as? Complaint)?.received { return received.what.text }
        guard [RecordIncident.name, RecordAssessment.name].contains(action) else { return told }
        return (fold?.record as? CaseFile)?.opening?.what.text
    }

    func decided(_ action: ActionName) throws -> Decided? {
        guard let fold else { return nil }
        if let known { return known.isEmpty ? nil : Decided(heading: "form.known", lines: known) }
        let reader = DecidedReader(fold: fold, authors: authors, words: words, when: when, answers: lines)
        return try reader.decided(by: action, at: path)
    }

    /// What is read before somebody calls; and before it is said anew, what a complaint told otherwise.
    func contact(for action: ActionName) -> SafeContact? {
        switch action {
        case RecordCallback.name, TriageComplaint.name: return (fold?.record as? Complaint)?.contact.offered
        case SetSafeContact<CaseFile>.name:
            guard let contact = file?.reached.first?.contact, file?.clients.count ?? 0 < 2, !contact.heard.isEmpty
            else { return nil }
            return contact
        default: return nil
        }
    }

    /// What waits to be said of one client or another.
    func contactOfNobody(for action: ActionName) -> (contact: SafeContact, teller: String?)? {
        guard action == SetSafeContact<CaseFile>.name else { return nil }
        return file?.contactOfNobody.map { ($0, file?.tellerOfNobody) }
    }

    var identity: Identity? {
        guard let file = fold?.record as? CaseFile else { return nil }
        return Identity(file, fold?.code?.description ?? "", words)
    }

    func heading(_ action: ActionName) -> String? {
        guard case .filling(_, _, _, let id) = path, let form = instruments.current.first(where: { $0.id == id })
        else { return nil }
        return words["instrument.\(form.tag)"]
    }

    /// The assessment forms, or what may be changed, where one must be chosen first.
    func choices(_ action: ActionName) -> [Option] {
        guard case .acting(let kind, let record, _) = path else { return [] }
        let choices =
            switch R.actions[action] {
            case let changing as any ChangingAction<R>.Type:
                choosesFirst(changing) ? options[changing.chosen.stringValue] ?? [] : []
            case let asking as any SheetAction.Type:
                instruments.current(for: asking).map { Option($0.id, words["instrument.\($0.tag)"]) }
            default: [Option]()
            }
        return choices.map { choice in
            Option(Path.filling(kind, record, action, choice: choice.value).description, choice.label)
        }
    }

    private func choosesFirst<A: ChangingAction<R>>(_ type: A.Type) -> Bool {
        fold.map { A.choosesFirst(on: $0.record) } ?? true
    }

    /// What is mended by others, or too late, is a proposal: said before it is typed.
    var notice: String? {
        guard let fold, let mend = mend(in: fold) else { return nil }
        return fold.isFree(mend, by: worker.id, at: when.now) ? nil : words["mending.proposes"]
    }

    /// What this form mends, with any reason.
    private func mend(in fold: Fold<R>) -> (any Mend<R>)? {
        switch path {
        case .acting(_, _, VoidRecord<R>.name): VoidRecord<R>(.test, because: "")
        case .mending(_, _, let entry, let action) where action != DecideMending<R>.name:
            fold.happened(EntryID(entry)).map { WithdrawEntry<R>($0.id, because: "") }
        default: nil
        }
    }
}
