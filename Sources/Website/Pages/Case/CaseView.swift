import Casework
import Desk
import Foundation

/// The case file: who, how to reach them safely, what is next, what happened.
struct CaseView {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }

    var html: HTML {
        let parts = CaseSections(frame: frame, model: model).parts
        return Layout(frame: frame).page(
            model.code,
            """
            \(model.emergency.map(readOnly))
            \(identity(parts))
            \(IdentityBar(words: words, identity: model.identity(words)).stuck)
            <div class="columns case-columns">
            <aside class="stack" aria-label="\(words["case.next-and-dues"])">
            \(CaseAside(frame: frame, model: model).first)
            </aside>
            <div class="stack">
            \(noteBox)
            <div class="card" id="timeline">\(HistoryView(frame: frame, history: model.history).html)</div>
            \(each: parts.map(\.html))
            </div>
            <aside class="stack" aria-label="\(words["case.consents-and-course"])">
            \(CaseAside(frame: frame, model: model).last)
            </aside>
            </div>
            """)
    }

    private func identity(_ parts: [CaseSections.Part]) -> HTML? {
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
            \(PrintedBy(frame: frame).html)
            <p class="meta">\(model.code)</p>
            <div class="case-title"><h1 id="case-title">\(client?.name.text ?? words["case.unnamed"])</h1> \
            <span>\(person)</span> \(model.file.risk.map { RiskTag(words: words, risk: $0).html }) \
            \(RestrictedTag(words: words, isRestricted: model.file.isRestricted).html) \
            <span class="tag">\(words.code("status", model.status.rawValue))</span> \
            \(each: CaseProceedings(frame: frame, model: model).tags)</div>
            \(model.isVoid ? VoidedAlert(words: words, key: "case.void").html : nil)
            <p class="meta">\(facts.filter { !$0.isEmpty }.joined(separator: " · "))</p>
            \(others)
            \(needs)
            \(each: model.file.complaints.filter { model.openFiles.contains($0.value) }.map(complaint))
            </div>
            <div class="case-contact">\(Icon.phone.html)<div>\(OffPaper(words: words, content: contact).html)</div></div>
            \(links(to: parts))
            </section>
            """
    }

    private func readOnly(_ emergency: EmergencyAccess) -> HTML {
        let until = words("emergency.read-only", ["time": frame.when.time(emergency.until)])
        return """
            <div class="alert alert-warn" role="status">\(Icon.lock.html)<div>
            <p class="alert-title">\(until)</p><p>\(words["emergency.read-only-text"])</p></div></div>
            """
    }

    /// Of several clients each by name, and apart from them what was told of nobody.
    private var contact: HTML {
        let ofNobody = model.file.contactOfNobody.map {
            ContactOfNobody(frame: frame, contact: $0, teller: model.file.tellerOfNobody).html
        }
        return "\(each: model.file.reached.map(contact))\(ofNobody)"
    }

    private func contact(_ reached: Reached) -> HTML {
        let line = reached.contact.map { ContactLine(frame: frame, contact: $0) }
        let title = words["complaint.safe-contact"]
        return """
            <div class="contact-of"><p><b>\(reached.name.map { "\(title): \($0)" } ?? title)</b> \(line?.phone)</p>
            \(line?.html ?? "<p>\(words["contact.none"])</p>")
            \(changeContact(reached))</div>
            """
    }

    private func changeContact(_ reached: Reached) -> HTML? {
        let action = SetSafeContact<CaseFile>.name
        guard model.may(action) else { return nil }
        let title = words["\(action).title"]
        guard let name = reached.name, let client = reached.client else {
            return #"<p><a href="\#(model.path(action))">\#(title)</a></p>"#
        }
        let path = Path.filling(CaseFile.kind, model.file.id.value, action, choice: client.description)
        return #"<p><a href="\#(path)">\#(title)<span class="unseen">: \#(name)</span></a></p>"#
    }

    private func complaint(_ id: ID<Complaint>) -> HTML {
        #"<p class="meta case-read off-paper"><a href="\#(Path.record(id))">\#(words["case.read-complaint"])</a></p>"#
    }

    /// Before anybody speaks to them: also for who reads it in an emergency.
    private var needs: HTML? {
        let file = model.file
        let told = file.needs.map { words.code(Need.list, $0.rawValue) } + [file.needsNote?.text].compactMap { $0 }
        guard !told.isEmpty else { return nil }
        let action = SetNeeds.name
        let change: HTML? =
            model.may(action)
            ? #"<span class="off-paper"> <a href="\#(model.path(action))">\#(words["case.change"])<span class="unseen"> \#(words["case.needs"])</span></a></span>"#
            : nil
        return
            #"<p class="needs">\#(Icon.info.html)<span><b>\#(words["case.needs"])</b> \#(told.joined(separator: " · "))\#(change)</span></p>"#
    }

    private var others: HTML? {
        let clients = model.file.clients.dropFirst()
        guard !clients.isEmpty else { return nil }
        let names = clients.map(\.name.text).joined(separator: ", ")
        return #"<p class="meta">\#(words("case.with", ["names": names]))</p>"#
    }

    /// Where each part of the file stands on this page.
    private func links(to parts: [CaseSections.Part]) -> HTML {
        let links = parts.map { part -> HTML in
            ##"<li><a href="#\##(part.section.rawValue)">\##(words[part.section.title])</a>\##(part.count)</li>"##
        }
        return """
            <nav class="case-parts off-paper" aria-label="\(words["case.parts"])">
            <ul><li><a href="#timeline">\(words["history.title"])</a></li>\(each: links)</ul>
            </nav>
            """
    }

    private var noteBox: HTML? {
        guard model.may(RecordNote.name) else { return nil }
        return """
            <form class="card note-box off-paper" method="post" action="\(model.path(RecordNote.name))" data-draft="\(Path.drafts)">\
            \(frame.token)
            <input type="hidden" name="record" value="\(model.file.id.value)">
            <input type="hidden" name="key" value="\(UUID.random())">
            <label class="unseen" for="note">\(words.label(RecordNote.name, "note"))</label>
            <textarea class="input" id="note" name="note" rows="2" placeholder="\(words["case.note"])"></textarea>
            <div class="actions"><button class="button button-secondary">\(words["\(RecordNote.name).submit"])</button>\
            \(each: quick)</div>
            </form>
            """
    }

    /// What is recorded most often beside a note.
    private var quick: [HTML] {
        [GiveService.name, RecordFollowUp.name].filter(model.may).map {
            #"<a class="button button-secondary button-small" href="\#(model.path($0))">\#(words["\($0).title"])</a>"#
        }
    }
}
