import Casework
import Desk

/// The page of a form: sections of questions, with everything that is in the way above them and at its question.
struct FormView {
    let frame: Frame
    let model: FormModel
    private var words: Words { frame.words }

    var html: HTML {
        let title = model.heading ?? words["\(model.action).title"]
        // A title stands in a browser's history.
        let heading = model.chosen.map { words("form.of", ["action": title, "what": $0]) } ?? title
        return Layout(frame: frame).page(
            titlePrefix + title,
            """
            <a class="up" href="\(model.up)">\(Icon.back.html)\(model.identity?.name ?? words[upKey])</a>
            \(model.identity.map { IdentityBar(words: words, identity: $0).html })
            <div class="\(headed.isEmpty ? "columns" : "form-page")">
            \(headed.isEmpty ? nil : contents)
            <div class="stack">
            \(model.proof?.alert(frame))
            <div class="head"><h1>\(heading)</h1>\(autosaved)</div>
            \(model.contact.flatMap(contact))
            \(model.contactOfNobody.map(ofNobody))
            \(model.left.map(left))
            \(model.isRestored ? restored : notice)
            \(model.faults.isEmpty ? nil : summary)
            \(model.cautions.isEmpty ? nil : cautions)
            \(model.obstacles.isEmpty ? nil : obstacles)
            \(model.conflict.map { ConflictView(frame: frame, model: $0, isPossible: model.refusal == nil).html })
            </div>
            \(help)
            \(model.isAsked ? model.choices.isEmpty ? form : choices : nil)
            </div>
            """)
    }

    /// Whoever sent it and reads only the title, or hears it, knows that it is not done.
    private var titlePrefix: String {
        if !model.faults.isEmpty || model.proof?.notice != nil { return words["form.error-title"] }
        return model.cautions.isEmpty ? "" : words["form.cautions-title"]
    }

    private func contact(_ contact: SafeContact) -> HTML? {
        let line = ContactLine(frame: frame, contact: contact)
        guard let told = line.html ?? line.phone.map({ _ in "" }) else { return nil }
        let all: HTML = "<p><b>\(words["complaint.safe-contact"])</b> \(line.phone)</p>\(told)"
        return """
            <div class="card case-contact">\(Icon.phone.html)<div>\(OffPaper(words: words, content: all).html)</div></div>
            """
    }

    private func ofNobody(_ told: (contact: SafeContact, teller: String?)) -> HTML {
        let all = ContactOfNobody(frame: frame, contact: told.contact, teller: told.teller).html
        return """
            <div class="card case-contact">\(Icon.phone.html)<div>\(OffPaper(words: words, content: all).html)</div></div>
            """
    }

    private var choices: HTML {
        let rows = model.choices.map { choice -> HTML in
            #"<li class="row"><h2 class="row-title"><a href="\#(choice.value)">\#(choice.label)</a></h2></li>"#
        }
        return #"<div class="card"><ul class="rows">\#(each: rows)</ul></div>"#
    }

    private var notice: HTML? {
        model.notice.map { #"<div class="alert alert-info">\#(Icon.info.html)<div><p>\#($0)</p></div></div>"# }
    }

    private var form: HTML {
        """
        <form class="stack" id="answers" method="post" action="\(model.target)" novalidate\(model.needsProof ? nil : kept)>\
        \(frame.token)
        <input type="hidden" name="record" value="\(model.record)">
        <input type="hidden" name="key" value="\(model.key)">
        \(model.seen.map { #"<input type="hidden" name="seen" value="\#($0)">"# as HTML })
        \(pressedByEnter)
        <div class="card">\(each: sections.map(section))</div>
        \(model.proof.map { #"<div class="card"><div class="card-body stack">\#($0.html)</div></div>"# as HTML })
        <div class="actions actions-wide">
        <button class="button">\(words["\(model.action).submit"])</button>
        <a class="button button-secondary" href="\(model.up)">\(words["form.cancel"])</a>
        </div>
        </form>
        """
    }

    /// Enter in a field of one line presses the form's first button: that is never one that takes out a row.
    private var pressedByEnter: HTML { #"<button class="unseen" tabindex="-1" aria-hidden="true"></button>"# }

    /// It is kept while it is typed, other than one that asks for a password.
    private var kept: HTML { #" data-draft="\#(Path.drafts)""# }

    private var upKey: String { model.up == .inbox ? "inbox.title" : "form.back" }

    /// What helps while it is filled in, and the words of the complaint that it is about.
    private var help: HTML? {
        let help = words.byKey["\(model.action).help"].map { help -> HTML in
            """
            <div class="card-body">
            <h2>\(words["\(model.action).help-title"])</h2>
            <p class="quote">\(help)</p>
            </div>
            """
        }
        let quote = model.quote.map { quote -> HTML in
            """
            <div class="card-body">
            <h2>\(words["form.quote"])</h2>
            <p class="quote">\(quote)</p>
            </div>
            """
        }
        let decided = model.decided.map { decided -> HTML in
            let facts = decided.lines.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML }
            return """
                <div class="card-body">
                <h2>\(words[decided.heading])</h2>
                <dl class="facts">\(each: facts)</dl>
                </div>
                """
        }
        guard help != nil || quote != nil || decided != nil else { return nil }
        return #"<aside class="card help" aria-label="\#(words["form.help"])">\#(decided)\#(help)\#(quote)</aside>"#
    }

    /// A script shows the one once all that was typed is kept, and the other while it could not be.
    private var autosaved: HTML {
        """
        <p class="state" role="status" data-saved hidden>\(Icon.saved.html)<span>\(words["form.saved"])</span></p>\
        <p class="state" role="status" data-unsaved hidden>\(Icon.warning.html)<span>\(words["form.unsaved"])</span></p>
        """
    }

    /// What opens a record has one address for all of them: what was left may be about somebody else.
    private var leftKey: String {
        if case .opening = model.target { "form.left-other" } else { "form.left" }
    }

    private func left(_ left: LeftForm) -> HTML {
        """
        <div class="alert alert-info">\(Icon.saved.html)<div>
        <p class="alert-title">\(words(leftKey, ["when": frame.when.short(left.at)]))</p>
        <p><a href="\(Path.draft(left.id))">\(words["form.resume"])</a></p></div></div>
        """
    }

    private var restored: HTML {
        let send = model.obstacles.isEmpty ? " \(words["form.restored-send"])" : ""
        return """
            <div class="alert alert-info">\(Icon.info.html)<div>
            <p class="alert-title">\(words["form.restored"])\(send)</p>
            <form method="post" action="\(Path.draft(model.key))" data-discard>\(frame.token)\
            <button class="link">\(words["form.discard"])</button></form></div></div>
            """
    }

    private var obstacles: HTML {
        let hasRemedy = model.obstacles.contains { $0.remedy != nil }
        let kept: HTML? = model.isKept && hasRemedy ? "<p>\(words["form.kept"])</p>" : nil
        let alike = model.obstacles.reduce(into: [[Obstacle]]()) { groups, obstacle in
            if groups.last?.last?.sentence == obstacle.sentence {
                groups[groups.count - 1].append(obstacle)
            } else {
                groups.append([obstacle])
            }
        }
        return """
            <div class="alert alert-danger"\(model.refusal == nil ? nil : " role=\"alert\"")>\(Icon.ban.html)<div>
            <p class="alert-title">\(words["form.refused"])</p>
            \(Self.list(alike.map(told)))
            \(kept)</div></div>
            """
    }

    /// A sentence once, whatever number of deadlines it is about.
    private func told(_ alike: [Obstacle]) -> HTML {
        let ways = alike.map { obstacle -> HTML in
            let due = obstacle.due.map { "<p><b>\($0)</b></p>" as HTML }
            return "\(due)\(obstacle.remedy.flatMap(remedy))"
        }
        return "<p>\(alike[0].sentence)</p>\(Self.list(ways))"
    }

    /// One alone is no list.
    private static func list(_ items: [HTML]) -> HTML {
        items.count == 1 ? items[0] : "<ul>\(each: items.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private func remedy(_ path: Path) -> HTML? {
        path.action.map { #"<p><a href="\#(path)">\#(words["\($0).title"])</a></p>"# }
    }

    /// Above the form, where faults stand too, and a part of it: below the help nobody would see that it was not sent.
    private var cautions: HTML {
        let boxes = model.cautions.enumerated().map { index, caution -> HTML in
            let isTicked = model.ticked.contains(caution.mark)
            return """
                <div class="choice"><input type="checkbox" id="caution-\(index)" name="ticked" value="\(caution.mark)" \
                form="answers"\(isTicked ? " checked" : nil)><label for="caution-\(index)">\(words.caution(caution))</label></div>
                """
        }
        return """
            <div class="alert alert-warn" role="alert" tabindex="-1" autofocus>\(Icon.warning.html)<div>
            <p class="alert-title">\(words["form.cautions"])</p>
            \(each: boxes)</div></div>
            """
    }

    private var summary: HTML {
        let key = model.faults.count == 1 ? "form.one-fault" : "form.faults"
        let items = model.faults.map { fault -> HTML in
            let sentence = words.problem(fault, of: action(of: fault))
            guard fault.problem != .notAsked else { return "<li>\(sentence)</li>" }
            return ##"<li><a href="#\##(fault.field)">\##(sentence)</a></li>"##
        }
        return """
            <div class="error-summary" role="alert" aria-labelledby="error-title" tabindex="-1" autofocus>
            <h2 id="error-title">\(words(key, ["n": "\(model.faults.count)"]))</h2>
            <ul>\(each: items)</ul>
            </div>
            """
    }

    private func action(of fault: Fault) -> ActionName {
        model.questions.first { fault.field == $0.field.name || fault.field.hasPrefix($0.field.name + ".") }?.action
            ?? model.action
    }

    /// A new section begins where the locale has a heading for a field.
    private var sections: [[Question]] {
        model.questions.reduce(into: []) { sections, question in
            if sections.isEmpty || heading(question) != nil {
                sections.append([question])
            } else {
                sections[sections.count - 1].append(question)
            }
        }
    }

    private func heading(_ question: Question) -> String? {
        words.byKey["\(question.action).\(question.field.name).section"]
    }

    private static func anchor(_ question: Question) -> String { "section-\(question.field.name)" }

    /// A long form's sections with a heading; nothing for a short form.
    private var headed: [(first: Question, heading: String, questions: [Question])] {
        let headed = sections.compactMap { section -> (first: Question, heading: String, questions: [Question])? in
            section.first.flatMap { first in heading(first).map { (first: first, heading: $0, questions: section) } }
        }
        return headed.count < 3 || !model.isAsked ? [] : headed
    }

    /// Where each section of a long form stands: beside it on a desk, one row above it on a phone.
    private var contents: HTML {
        let rows = headed.map { first, heading, questions -> HTML in
            let isFaulty = model.faults.contains { fault in
                questions.contains { fault.field == $0.field.name || fault.field.hasPrefix($0.field.name + ".") }
            }
            let state: HTML? = isFaulty ? #"<p class="row-state never">\#(words["form.to-mend"])</p>"# : nil
            return ##"<li class="row"><a href="#\##(Self.anchor(first))">\##(heading)</a>\##(state)</li>"##
        }
        let list: HTML = #"<ul class="rows sections">\#(each: rows)</ul>"#
        return """
            <nav class="card form-contents" aria-label="\(words["form.contents"])">\(list)</nav>
            <details class="card form-contents-short"><summary>\(words["form.contents"])</summary>\(list)</details>
            """
    }

    private func section(_ questions: [Question]) -> HTML {
        let title = questions.first.flatMap { first in
            self.heading(first).map { #"<h2 id="\#(Self.anchor(first))">\#($0)</h2>"# as HTML }
        }
        let fields = QuestionsView(words: words, model: model, questions: questions).html
        return #"<div class="card-body form-body">\#(title)\#(fields)</div>"#
    }
}

/// Questions one below the other; short ones stand beside each other where there is room.
struct QuestionsView {
    let words: Words
    let model: FormModel
    let questions: [Question]
    /// Before every name: empty, or that of the row or group.
    var prefix = ""

    var html: HTML {
        var rows: [HTML] = []
        var short: [HTML] = []
        let flush = {
            if !short.isEmpty { rows.append(#"<div class="fields">\#(each: short)</div>"#) }
            short = []
        }
        for question in questions {
            if let part = words.byKey["\(Words.key(question.action, prefix + question.field.name)).part"] {
                flush()
                rows.append(#"<h3 class="part">\#(part)</h3>"#)
            }
            let view = QuestionView(words: words, model: model, question: question, prefix: prefix)
            if question.field.kind.isShort {
                short.append(view.html)
            } else {
                flush()
                rows.append(view.html)
            }
        }
        flush()
        return "\(each: rows)"
    }
}

extension Field.Kind {
    fileprivate var isShort: Bool {
        switch self {
        case .phone, .moment, .time, .partialDay, .day, .nik, .choice, .number, .years, .worker, .due, .person,
            .partner:
            true
        case .line, .longText, .several, .yesNo, .group, .rows, .entry, .record, .item, .personElsewhere, .given: false
        }
    }
}
