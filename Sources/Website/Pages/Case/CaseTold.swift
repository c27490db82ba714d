import Casework
import Foundation

/// Whom joined complaints tell of and who is not in the file yet: a second call must lose nobody.
struct CaseTold {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }
    private var file: CaseFile { model.file }

    var html: HTML? {
        let told = file.toldOnly
        guard !told.isEmpty else { return nil }
        return """
            <section class="card" aria-labelledby="told">
            <div class="card-body">
            <h2 id="told">\(words["told.title"])</h2>
            \(each: told.map(person))
            </div>
            </section>
            """
    }

    private func person(_ told: ToldPerson) -> HTML {
        let facts = [
            words[told.role == .client ? "told.harmed" : "told.reporter"],
            told.age.map { words("form.years", ["n": "\($0.value)"]) },
            told.sex.map { words.code(Sex.list, $0.rawValue).lowercased() }, frame.when.day(told.on.end),
        ]
        let read: HTML = #"<a href="\#(Path.record(told.complaint))">\#(words["case.read-complaint"])</a>"#
        let complaint: HTML? =
            model.openFiles.contains(told.complaint.value) ? #"<span class="off-paper"> · \#(read)</span>"# : nil
        return """
            <div class="due told">
            <p><b>\(told.who.text)</b></p>
            \(file.isInDanger(told.id) ? #"<p class="late"><b>\#(words["told.in-danger"])</b></p>"# as HTML : nil)
            <p class="meta">\(facts.compactMap { $0 }.joined(separator: " · "))\(complaint)</p>
            \(add(told))
            \(recognise(told))
            </div>
            """
    }

    private func add(_ told: ToldPerson) -> HTML? {
        guard model.may(AddPerson.name) else { return nil }
        let title = words[told.role == .client ? "told.add-client" : "told.add-reporter"]
        return """
            <p><a class="button button-secondary button-small" href="\(model.path(AddPerson.name, of: told))">\(Icon.plus.html)\(title)\
            <span class="unseen"> \(told.who.text)</span></a></p>
            """
    }

    /// One touch for each who is likely; the form has the others, and nobody at all.
    private func recognise(_ told: ToldPerson) -> HTML? {
        let action = RecognisePerson.name
        guard model.may(action) else { return nil }
        let likely = file.people.filter { told.role == .client ? $0.role == .client : $0.role != .alleged }
        let buttons = likely.prefix(4).map { person -> HTML in
            """
            <button class="button button-secondary button-small" name="person" value="\(person.id.description)">\
            \(words("told.this-is", ["name": person.name.text]))</button>
            """
        }
        return """
            <p class="meta off-paper">\(words["told.known"])</p>
            <form class="off-paper" method="post" action="\(model.path(action, of: told))">\(frame.token)
            <input type="hidden" name="record" value="\(file.id.value)">
            <input type="hidden" name="key" value="\(UUID.random())">
            <div class="actions">\(each: buttons)<a href="\(model.path(action, of: told))">\(words["told.other"])\
            <span class="unseen"> \(told.who.text)</span></a></div>
            </form>
            """
    }
}
