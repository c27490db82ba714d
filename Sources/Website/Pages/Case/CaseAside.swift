import Casework
import Desk
import Foundation

/// Beside the timeline: what is next, who was told of, what waits for a decision, what is due, what the client agreed to.
struct CaseAside {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }
    private var file: CaseFile { model.file }

    var first: HTML {
        """
        \(closed)
        \(next)
        \(CaseTold(frame: frame, model: model).html)
        \(alike)
        \(approvals)
        \(CaseDues(frame: frame, model: model).html)
        """
    }
    /// On a phone it stands at the end.
    var last: HTML { "\(brought)\n\(consents)\n\(CaseTeam(frame: frame, model: model).html)\n\(course)" }

    private var alike: HTML? { CaseRestriction(frame: frame, model: model).alike }

    // MARK: what is next

    private var closed: HTML? {
        if let end = file.broughtEnd { return broughtEnd(end) }
        guard file.isClosed, let closure = file.closure else { return nil }
        return """
            <section class="card" aria-labelledby="closed">
            <div class="card-body">
            <h2 id="closed">\(words["case.closed"])</h2>
            <p>\(words.code(ClosureReason.list, closure.request.reason.rawValue))</p>
            <p>\(closure.request.summary.text)</p>
            \(button(ReopenCase.name, isFirst: false))
            </div>
            </section>
            """
    }

    /// It had ended before this program kept it.
    private func broughtEnd(_ end: ClosureReason) -> HTML {
        let ended = file.brought?.ended.map { AnswerLine(label: words["case.ended"], value: frame.when.day($0.end)) }
        return """
            <section class="card" aria-labelledby="closed">
            <div class="card-body">
            <h2 id="closed">\(words["case.closed"])</h2>
            <p>\(words.code(ClosureReason.list, end.rawValue))</p>
            <p>\(ended?.sentence ?? "")</p>
            \(button(ReopenCase.name, isFirst: false))
            </div>
            </section>
            """
    }

    /// What the register says of it that has no place of its own on the page.
    private var brought: HTML? {
        guard let told = file.brought else { return nil }
        let number = told.number.map {
            AnswerLine(label: words.label(ImportComplaint.name, "number"), value: $0.text).sentence
        }
        let source = AnswerLine(label: words.label(ImportComplaint.name, "source"), value: told.source.text).sentence
        let lines = [words("case.brought-text", ["day": frame.when.day(told.received.end)]), number, source]
        return """
            <section class="card" aria-labelledby="brought">
            <div class="card-body">
            <h2 id="brought">\(words["case.brought"])</h2>
            \(each: lines.compactMap { $0 }.map { "<p>\($0)</p>" as HTML })
            \(told.note.map { #"<p class="words">\#($0.text)</p>"# as HTML })
            </div>
            </section>
            """
    }

    private var next: HTML? {
        // Who only reads it does none of it.
        guard let next = model.next, model.emergency == nil || model.asked.contains(where: next.isStep) else {
            return nil
        }
        switch next {
        case .due(let due, let after):
            let chase: HTML? = due.rule.who.map { "<p>\(words["deadline.chase.\($0.rawValue)"])</p>" }
            return nextCard(
                due.sentence, "\(due.clock(frame))\(chase)", meet(due),
                after.map { words[model.may($0) ? "\($0).title" : model.waits(for: $0)] })
        case .step(let action, let after):
            let note: HTML? =
                file.isUnsafe
                ? #"<p class="late"><b>\#(words["work.unsafe"])</b></p>"#
                : model.may(action) ? nil : #"<p class="meta">\#(words[model.waits(for: action)])</p>"#
            return nextCard(
                words["\(action).title"], "\(note)\(action == RecordAssessment.name ? toAssess : nil)",
                button(action, isFirst: true), after.map(\.sentence))
        case .proposal(let path, let after):
            return nextCard(
                words["decide-mending.title"], nil, decide(path, isFirst: true), after.map(\.sentence))
        }
    }

    /// Whom a complaint only tells of comes into the file first: nobody else's service is theirs.
    private func meet(_ due: CaseModel.DueLine) -> HTML? {
        if let told = file.toldOnly.first(where: { $0.id.value == due.trigger.about }) {
            return model.may(AddPerson.name)
                ? button(to: model.path(AddPerson.name, of: told), "told.add-client", true) : nil
        }
        return due.rule.id.metBy.flatMap { button($0, isFirst: true) }
    }

    /// Which of several clients are to be assessed: above all who is not safe.
    private var toAssess: HTML? {
        guard file.clients.count > 1 else { return nil }
        let clients = file.isUnsafe ? file.unsafeClients : file.clients.filter { file.isToAssess($0.id) }
        let names = clients.map(\.name.text).joined(separator: ", ")
        return names.isEmpty ? nil : "<p>\(words("case.about", ["names": names]))</p>"
    }

    private func nextCard(_ title: String, _ note: HTML?, _ button: HTML?, _ after: String?) -> HTML {
        """
        <section class="card next-step" aria-labelledby="next-title">
        <div class="card-body">
        <p class="next-label">\(words["case.next"])</p>
        <h2 id="next-title">\(title)</h2>
        \(note)
        \(button)
        \(after.map { #"<p class="meta">\#(words("case.after", ["step": $0]))</p>"# as HTML })
        </div>
        </section>
        """
    }

    private func button(_ action: ActionName, isFirst: Bool) -> HTML? {
        model.may(action) ? button(to: model.path(action), "\(action).title", isFirst) : nil
    }

    private func decide(_ proposal: Path, isFirst: Bool) -> HTML {
        button(to: proposal, "decide-mending.title", isFirst)
    }

    private func button(to path: Path, _ title: String, _ isFirst: Bool) -> HTML {
        let look: HTML = isFirst ? "button" : "button button-secondary"
        return #"<a class="\#(look)" href="\#(path)">\#(words[title])</a>"#
    }

    // MARK: what waits for a decision

    private var approvals: HTML? {
        let links = model.asked.filter { model.next?.isStep($0) != true }.map {
            "<p>\(button($0, isFirst: false))</p>" as HTML
        }
        let proposals = model.proposals.filter { model.next?.isProposal($0) != true }.map {
            "<p>\(decide($0, isFirst: false))</p>" as HTML
        }
        guard !links.isEmpty || !proposals.isEmpty else { return nil }
        return """
            <section class="card off-paper" aria-labelledby="approvals">
            <div class="card-body">
            <h2 id="approvals">\(words["case.approvals"])</h2>
            \(each: links)\(each: proposals)
            </div>
            </section>
            """
    }

    private func link(_ action: ActionName) -> HTML { CaseLinks(words: words, model: model).html(action) }

    // MARK: what the client agreed to

    private var consents: HTML? {
        let links = [RecordConsent.name, WithdrawConsent.name].filter(model.may)
        guard !file.consents.isEmpty || !links.isEmpty else { return nil }
        return """
            <section class="card\(file.consents.isEmpty ? " off-paper" : nil)" aria-labelledby="consents">
            <div class="card-body">
            <h2 id="consents">\(words["case.consents"])</h2>
            \(file.consents.isEmpty ? nil : #"<ul class="consents">\#(each: file.consents.map(consent))</ul>"# as HTML)
            \(each: links.map(link))
            </div>
            </section>
            """
    }

    private func consent(_ consent: Consent) -> HTML {
        let today = Day(frame.when.now)
        let isInForce = consent.isInForce(on: today)
        let state =
            isInForce
            ? nil
            : consent.withdrawn != nil
                ? "consent.withdrawn"
                : consent.told.decision == .refused
                    ? "consent.refused" : "consent.ended"
        let parts = (consent.told.parts ?? []).map { words.code(CasePart.list, $0.rawValue) }.joined(separator: ", ")
        return """
            <li>\((isInForce ? Icon.check : .ban).html)<div><p>\(model.labels.consent(consent))\
            \(state.map { ": \(words[$0])" as HTML })</p>\
            \(parts.isEmpty ? nil : #"<p class="meta">\#(parts)</p>"# as HTML)</div>\
            <span class="meta">\(frame.when.day(consent.since))</span></li>
            """
    }

    // MARK: the case's own course

    private var course: HTML? {
        let links = [
            ReviewCase.name, RequestClosure.name, VoidRecord<CaseFile>.name, RequestErasure<CaseFile>.name,
        ].filter(model.may)
        let access: HTML? =
            frame.may(Policy.accessLog)
            ? #"<p><a href="\#(Path.accessLog(CaseFile.kind, model.file.id.value))">\#(words["access.link"])</a></p>"#
            : nil
        guard !links.isEmpty || access != nil else { return nil }
        return """
            <section class="card off-paper" aria-labelledby="course">
            <div class="card-body">
            <h2 id="course">\(words["case.course"])</h2>
            \(each: links.map(link))\(access)
            </div>
            </section>
            """
    }
}

extension CaseModel.Next {
    fileprivate func isStep(_ action: ActionName) -> Bool {
        if case .step(action, _) = self { true } else { false }
    }

    fileprivate func isProposal(_ path: Path) -> Bool {
        if case .proposal(path, _) = self { true } else { false }
    }
}
