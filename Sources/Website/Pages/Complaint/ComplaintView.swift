import Casework
import Desk

struct ComplaintView {
    let frame: Frame
    let model: ComplaintModel
    let inbox: InboxModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            model.code,
            """
            <a class="up inbox-alone" href="\(Path.inbox)">\(Icon.back.html)\(words["inbox.title"])</a>
            <div class="inbox inbox-chosen">
            <article class="card inbox-pane" aria-labelledby="complaint-title">
            \(complaint)
            \(HistoryView(frame: frame, history: model.history).html)
            \(end)
            </article>
            \(InboxList(frame: frame, model: inbox).html)
            </div>
            """)
    }

    private var complaint: HTML? {
        guard let received = model.complaint.received else { return nil }
        let at = model.complaint.at
        return """
            <div class="card-body">
            \(PrintedBy(frame: frame).html)
            \(warning)
            <div class="title-line">
            <div>
            <p class="meta">\(model.code) · \(words.code(Channel.list, received.channel.rawValue)) · \
            <time datetime="\(frame.when.stamp(at))">\(frame.when.full(at))</time></p>
            <h1 class="title" id="complaint-title">\(received.what.opening())</h1>
            </div>
            \(actions)
            </div>
            \(model.isVoid ? VoidedAlert(words: words, key: "complaint.void").html : nil)
            \(model.complaint.brought.map(brought))
            \(model.complaint.triage.map(triaged))
            \(received.danger == .yes && model.complaint.triage == nil ? danger : nil)
            <h2 class="words-title">\(words["complaint.words"])</h2>
            <blockquote class="words">\(received.what.text)</blockquote>
            <dl class="facts">\(each: facts(received).map(fact))</dl>
            \(known)
            </div>
            """
    }

    /// What somebody waits for, or else the likeliest, is the one teal button.
    private var actions: HTML? {
        let decision = DecideErasure<Complaint>.name
        let others = model.actions.filter { !Self.ends.contains($0) && $0 != decision }
        let actions = model.actions.filter { $0 == decision } + others
        guard !actions.isEmpty else { return nil }
        let buttons = actions.enumerated().map { place, action -> HTML in
            let path = Path.acting(Complaint.kind, model.id.value, action)
            return """
                <a class="button\(place == 0 ? nil : " button-secondary")" href="\(path)">\(words["\(action).title"])</a>
                """
        }
        return #"<div class="actions">\#(each: buttons)</div>"#
    }

    /// What takes it away stands at the end, where no hurried finger finds it.
    private static let ends = [VoidRecord<Complaint>.name, RequestErasure<Complaint>.name]

    private var end: HTML? {
        let links = model.actions.filter(Self.ends.contains).map { action -> HTML in
            let path = Path.acting(Complaint.kind, model.id.value, action)
            return #"<p><a href="\#(path)">\#(words["\(action).title"])</a></p>"#
        }
        return links.isEmpty ? nil : #"<div class="card-body">\#(each: links)</div>"#
    }

    /// Above what may be done: the next touch could be a call.
    private var warning: HTML? {
        let contact = model.complaint.contact
        guard contact.isReplaced || contact.isPhoneUnsafe else { return nil }
        return """
            <div class="alert alert-danger">\(Icon.warning.html)<div>
            <p class="alert-title">\(words[contact.isReplaced ? "contact.replaced" : "contact.phone-unsafe"])</p></div></div>
            """
    }

    /// From an older register: nobody triaged it here.
    private func brought(_ told: ImportComplaint) -> HTML {
        """
        <div class="alert alert-info">\(Icon.folder.html)<div>
        <p class="alert-title">\(words["complaint.brought"])</p>
        <p>\(told.outcome.map { words.code(FormerOutcome.list, $0.rawValue) } ?? "")</p>
        \(model.complaint.triage == nil ? file : nil)</div></div>
        """
    }

    private var file: HTML? {
        model.complaint.caseFile.map { file -> HTML in
            let manager: HTML? = model.manager.isEmpty ? nil : "<p>\(words["cases.manager"]): \(model.manager)</p>"
            guard model.mayOpenCase else {
                let links = StubLinks(frame: frame, kind: CaseFile.kind, record: file.value).html
                return "\(manager)<p>\(words["cases.ask-manager"])</p>\(links)"
            }
            return #"\#(manager)<p><a href="\#(Path.record(file))">\#(words["complaint.to-case"])</a></p>"#
        }
    }

    private func triaged(_ triage: TriageComplaint) -> HTML {
        """
        <div class="alert alert-info">\(Icon.check.html)<div>
        <p class="alert-title">\(words.code(TriageDecision.list, triage.decision.rawValue))</p>
        <p>\(RiskTag(words: words, risk: triage.risk).html) \(triage.elsewhere?.text ?? "")</p>
        \(file)</div></div>
        """
    }

    private var danger: HTML {
        """
        <div class="alert alert-danger">\(Icon.warning.html)<div>
        <p class="alert-title">\(words["complaint.danger-title"])</p>
        <p>\(words["complaint.danger-text"])</p></div></div>
        """
    }

    /// A few, with why each is told; the likeliest first. Which case it is can be read by its team only.
    private var known: HTML? {
        guard !model.known.isEmpty else { return nil }
        let lines = model.known.prefix(3).map { listed -> HTML in
            let path = Path.record(ID<CaseFile>(listed.card.record))
            let code: HTML = listed.sight == .open ? #"<a href="\#(path)">\#(listed.code)</a>"# : "\(listed.code)"
            let links =
                listed.sight == .open
                ? nil
                : StubLinks(frame: frame, kind: listed.card.kind, record: listed.card.record, code: listed.code).html
            return "<p>\(code) · \(words.clues(listed.clues))</p>\(links)"
        }
        return """
            <div class="alert alert-warn">\(Icon.people.html)<div>
            <p class="alert-title">\(words["complaint.known"])</p>
            \(each: lines)
            <p class="meta">\(words["complaint.known-text"])</p></div></div>
            """
    }

    private var contact: [(String, HTML?)] {
        let contact = model.complaint.contact
        let line = ContactLine(frame: frame, contact: contact.offered)
        let safely = ("complaint.safe-contact", line.html.map(offPaper))
        // That one is known, and not told here, is no "not known".
        return contact.isReplaced ? [safely] : [safely, ("complaint.phone", line.phone.map(offPaper))]
    }

    private func facts(_ received: ReceiveComplaint) -> [(String, HTML?)] {
        contact + [
            ("complaint.reporter", received.reporter.map { "\($0.text)" }),
            ("complaint.relation", received.relation.map { "\(words.code(ReporterRelation.list, $0.rawValue))" }),
            ("complaint.affected", received.affected.map(affected)),
            ("complaint.needs", needs(received)),
            ("complaint.day", received.day.map { "\(frame.when.day($0))" }),
            ("complaint.place", received.place.map { "\(words.code(IncidentPlace.list, $0.rawValue))" }),
            ("complaint.district", received.district.map { "\(words.code(District.list, $0.rawValue))" }),
            ("complaint.danger", received.danger.map { "\(words.code(YesNo.list, $0.rawValue))" }),
        ]
    }

    private func offPaper(_ content: HTML) -> HTML { OffPaper(words: words, content: content).html }

    private func needs(_ received: ReceiveComplaint) -> HTML? {
        let needs = (received.needs ?? []).map { words.code(Need.list, $0.rawValue) }
        return needs.isEmpty ? nil : "\(needs.joined(separator: ", "))"
    }

    private func affected(_ people: [Affected]) -> HTML {
        let lines = people.map { person -> HTML in
            let texts = [
                person.who.text, person.sex.map { words.code(Sex.list, $0.rawValue) },
                person.age.map { words("form.years", ["n": "\($0.value)"]) },
            ]
            return "<p>\(texts.compactMap { $0 }.joined(separator: ", "))</p>"
        }
        return "\(each: lines)"
    }

    private func fact(_ key: String, _ value: HTML?) -> HTML {
        let missing: HTML = #"<span class="meta">\#(words["complaint.not-known"])</span>"#
        return "<div><dt>\(words[key])</dt><dd>\(value ?? missing)</dd></div>"
    }
}
