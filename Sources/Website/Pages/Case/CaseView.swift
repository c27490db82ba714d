import Casework
import Desk
import Foundation

/// The case file: who, how to reach them safely, what is next, what happened.
struct CaseView {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            model.code,
            """
            \(identity)
            <div class="columns case-columns">
            <aside class="stack case-aside" aria-label="\(words["case.next-and-dues"])">
            \(next)
            \(waivers)
            \(dues)
            </aside>
            <div class="stack">
            \(noteBox)
            <div class="card">\(HistoryView(frame: frame, history: model.history).html)</div>
            \(people)
            \(incidents)
            \(void)
            </div>
            </div>
            """)
    }

    // MARK: who

    private var identity: HTML? {
        guard let opening = model.file.opening else { return nil }
        let client = model.file.client
        let person = [
            client?.age(on: Day(frame.when.now)).map { words("form.years", ["n": "\($0)"]) },
            client?.sex.map { words.code(Sex.list, $0.rawValue).lowercased() },
        ].compactMap { $0 }.joined(separator: ", ")
        let facts =
            [model.file.forms.map { words.code(ViolenceForm.list, $0.rawValue) }.joined(separator: ", ")]
            + [
                opening.district.map { words.code(District.list, $0.rawValue) },
                "\(words["cases.manager"]): \(model.manager)",
            ]
            .compactMap { $0 }
        return """
            <section class="card case-head" aria-labelledby="case-title">
            <div class="card-body">
            <p class="meta">\(model.code)</p>
            <div class="case-title"><h1 id="case-title">\(client?.name.text ?? words["case.unnamed"])</h1> \
            <span>\(person)</span> \(RiskTag(words: words, risk: opening.risk).html) \
            <span class="tag">\(words.code("status", model.status.rawValue))</span></div>
            <p class="meta">\(facts.filter { !$0.isEmpty }.joined(separator: " · "))</p>
            \(others)
            </div>
            <div class="case-contact">\(Icon.phone.html)<div><p><b>\(words["complaint.safe-contact"])</b> \
            \(model.file.contact.phone.map { #"<a href="tel:\#($0.text)">\#($0.national)</a>"# as HTML })</p>
            \(ContactLine(frame: frame, contact: model.file.contact).html ?? "\(words["complaint.not-known"])")</div></div>
            </section>
            """
    }

    private var others: HTML? {
        let clients = model.file.people.filter { $0.role == .client }.dropFirst()
        guard !clients.isEmpty else { return nil }
        let names = clients.map(\.name.text).joined(separator: ", ")
        return #"<p class="meta">\#(words("case.with", ["names": names]))</p>"#
    }

    private var people: HTML? {
        guard !model.file.people.isEmpty else { return nil }
        let rows = model.file.people.map { person -> HTML in
            let facts = [
                words.code(PersonRole.list, person.role.rawValue),
                person.relation.map { words.code(Relation.list, $0.rawValue) },
                person.age(on: Day(frame.when.now)).map { words("form.years", ["n": "\($0)"]) },
                person.sex.map { words.code(Sex.list, $0.rawValue).lowercased() },
                person.nik.map { "NIK \($0.masked)" },
            ]
            return """
                <li class="row"><p><b>\(person.name.text)</b></p>\
                <p class="meta">\(facts.compactMap { $0 }.joined(separator: " · "))</p></li>
                """
        }
        return card("case.people", rows, AddPerson.name)
    }

    private var incidents: HTML? {
        guard !model.file.incidents.isEmpty || model.may(RecordIncident.name) else { return nil }
        let rows = model.file.incidents.map { incident -> HTML in
            let harms = incident.harms.map { harm -> HTML in
                let name = model.file.person(harm.client)?.name.text ?? ""
                let forms = harm.forms.map { words.code(ViolenceForm.list, $0.rawValue) }.joined(separator: ", ")
                return "<p>\(name): \(forms)</p>"
            }
            let facts = [incident.day?.text, words.code(IncidentPlace.list, incident.place.rawValue)]
            return """
                <li class="row">\(each: harms)\
                <p class="meta">\(facts.compactMap { $0 }.joined(separator: " · "))</p></li>
                """
        }
        return card("case.incidents", rows, RecordIncident.name)
    }

    private func card(_ key: String, _ rows: [HTML], _ action: ActionName) -> HTML {
        let add: HTML? =
            model.may(action)
            ? #"<p class="list-note"><a href="\#(model.path(action))">\#(words["\(action).title"])</a></p>"# : nil
        return """
            <section class="card" aria-labelledby="\(key)">
            <h2 class="list-note" id="\(key)">\(words[key]) \(rows.count)</h2>
            <ul class="rows">\(each: rows)</ul>
            \(add)
            </section>
            """
    }

    // MARK: what is next

    private var next: HTML? {
        guard let due = model.nextDue else { return nil }
        let action: ActionName? = due.rule == .reportToPolice ? ReportToPolice.name : nil
        let button = action.flatMap { action in
            model.may(action)
                ? #"<a class="button" href="\#(model.path(action))">\#(words["\(action).title"])</a>"# as HTML : nil
        }
        return """
            <section class="card next-step" aria-labelledby="next-title">
            <div class="card-body">
            <p class="next-label">\(words["case.next"])</p>
            <h2 id="next-title">\(due.sentence)</h2>
            \(Deadline(due.due, frame.when).html)
            \(button)
            </div>
            </section>
            """
    }

    private var waivers: HTML? {
        guard !model.file.waivers.isEmpty, model.may(DecideWaiver.name) else { return nil }
        return """
            <section class="card" aria-labelledby="waivers">
            <div class="card-body">
            <h2 id="waivers">\(words["case.waivers"])</h2>
            <p><a class="button button-secondary" href="\(model.path(DecideWaiver.name))">\
            \(words["\(DecideWaiver.name).title"])</a></p>
            </div>
            </section>
            """
    }

    private var dues: HTML? {
        guard !model.dues.isEmpty else { return nil }
        let ask: HTML? =
            model.nextDue != nil && model.may(RequestWaiver.name)
            ? #"<p><a href="\#(model.path(RequestWaiver.name))">\#(words["\(RequestWaiver.name).title"])</a></p>"# : nil
        return """
            <section class="card" aria-labelledby="dues">
            <div class="card-body">
            <h2 id="dues">\(words["case.dues"])</h2>
            \(each: model.dues.map(due))
            \(ask)
            </div>
            </section>
            """
    }

    private func due(_ line: CaseModel.DueLine) -> HTML {
        """
        <div class="due">
        \(state(line))
        <p><b>\(line.sentence)</b></p>
        <p class="code">\(words[line.isUnit ? "deadline.unit" : "deadline.others"]) · \(line.law)</p>
        </div>
        """
    }

    private func state(_ line: CaseModel.DueLine) -> HTML {
        if let met = line.trigger.met {
            let key = met <= line.due ? "deadline.met" : "deadline.met-late"
            return closed(words[key], met)
        }
        if let waived = line.trigger.waived { return closed(words["deadline.waived"], waived) }
        return Deadline(line.due, frame.when).html
    }

    private func closed(_ title: String, _ instant: Date) -> HTML {
        #"<p class="clock clock-ok"><b>\#(title)</b> <span class="clock-note">\#(frame.when.short(instant))</span></p>"#
    }

    // MARK: what happened

    private var noteBox: HTML? {
        guard model.may(RecordNote.name) else { return nil }
        let others = model.actions.filter {
            !elsewhere.contains($0)
        }
        let links = others.map {
            #"<a class="button button-secondary button-small" href="\#(model.path($0))">\#(words["\($0).title"])</a>"#
                as HTML
        }
        return """
            <form class="card note-box" method="post" action="\(model.path(RecordNote.name))" data-draft="\(Path.drafts)">\
            \(frame.token)
            <input type="hidden" name="record" value="\(model.file.id.value)">
            <input type="hidden" name="key" value="\(UUID())">
            <label class="unseen" for="note">\(words.label(RecordNote.name, "note"))</label>
            <textarea class="input" id="note" name="note" rows="2" placeholder="\(words["case.note"])"></textarea>
            <div class="actions"><button class="button button-secondary">\(words["\(RecordNote.name).submit"])</button>\
            \(each: links)</div>
            </form>
            """
    }

    /// What has its place on another part of the page.
    private var elsewhere: [ActionName] {
        [
            RecordNote.name, AddPerson.name, RecordIncident.name, DecideWaiver.name, RequestWaiver.name,
            VoidRecord<CaseFile>.name,
        ]
    }

    private var void: HTML? {
        guard model.may(VoidRecord<CaseFile>.name) else { return nil }
        return #"<p><a href="\#(model.path(VoidRecord<CaseFile>.name))">\#(words["void-record.title"])</a></p>"#
    }
}
