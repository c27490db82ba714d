import Casework
import Desk

/// The page of a form: sections of questions, with every fault at once above them and at its question.
struct FormView {
    let frame: Frame
    let model: FormModel
    /// Where it is sent, and where one goes without sending it.
    let target: Path
    let up: Path
    private var words: Words { frame.words }

    var html: HTML {
        let title = words["\(model.action).title"]
        return Layout(frame: frame).page(
            (model.faults.isEmpty ? "" : words["form.error-title"]) + title,
            """
            <a class="up" href="\(up)">\(Icon.back.html)\(words["form.up"])</a>
            <div class="columns">
            <div class="stack">
            <div class="head"><h1>\(title)</h1></div>
            \(model.faults.isEmpty ? nil : summary)
            </div>
            <aside class="card help" aria-labelledby="help-title">
            <div class="card-body">
            <h2 id="help-title">\(words["\(model.action).help-title"])</h2>
            <p class="quote">\(words["\(model.action).help"])</p>
            </div>
            </aside>
            <form class="stack" method="post" action="\(target)" novalidate>\(frame.token)
            <input type="hidden" name="record" value="\(model.record)">
            <input type="hidden" name="key" value="\(model.key)">
            <div class="card">\(each: sections.map(section))</div>
            <div class="actions actions-wide">
            <button class="button">\(words["\(model.action).submit"])</button>
            <a class="button button-secondary" href="\(up)">\(words["form.cancel"])</a>
            </div>
            </form>
            </div>
            """)
    }

    private var summary: HTML {
        let key = model.faults.count == 1 ? "form.one-fault" : "form.faults"
        let items = model.faults.map { fault -> HTML in
            let sentence = words.problem(fault, of: model.action)
            guard model.fields.contains(where: { $0.name == fault.field }) else { return "<li>\(sentence)</li>" }
            return ##"<li><a href="#\##(fault.field)">\##(sentence)</a></li>"##
        }
        return """
            <div class="error-summary" role="alert" aria-labelledby="error-title" tabindex="-1" autofocus>
            <h2 id="error-title">\(words(key, ["n": "\(model.faults.count)"]))</h2>
            <ul>\(each: items)</ul>
            </div>
            """
    }

    /// A new section begins where the locale has a heading for a field.
    private var sections: [[Field]] {
        model.fields.reduce(into: []) { sections, field in
            if sections.isEmpty || heading(field) != nil {
                sections.append([field])
            } else {
                sections[sections.count - 1].append(field)
            }
        }
    }

    private func heading(_ field: Field) -> String? { words.byKey["\(model.action).\(field.name).section"] }

    private func section(_ fields: [Field]) -> HTML {
        let heading = fields.first.flatMap(heading).map { "<h2>\($0)</h2>" as HTML }
        let question = { (field: Field) in
            QuestionView(
                words: words, action: model.action, field: field, typed: model.typed[field.name],
                fault: model.fault(field))
        }
        // Short questions stand beside each other where there is room.
        var rows: [HTML] = []
        var short: [HTML] = []
        let flush = {
            if !short.isEmpty { rows.append(#"<div class="fields">\#(each: short)</div>"#) }
            short = []
        }
        for field in fields {
            if field.kind.isShort {
                short.append(question(field).html)
            } else {
                flush()
                rows.append(question(field).html)
            }
        }
        flush()
        return #"<div class="card-body form-body">\#(heading)\#(each: rows)</div>"#
    }
}

extension Field.Kind {
    fileprivate var isShort: Bool {
        switch self {
        case .phone, .moment, .choice: true
        case .line, .longText, .several, .yesNo: false
        }
    }
}
