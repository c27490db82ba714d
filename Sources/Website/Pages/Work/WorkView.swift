import Casework
import Desk

/// What is due: late, today, later; of what is late first danger, then what a law binds the office to.
struct WorkView {
    let frame: Frame
    let model: WorkModel
    /// What must be seen first, by the office's head above all.
    let alerts: [HTML]
    /// What the reader typed and did not send, the newest first.
    let drafts: [LeftForm]
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).page(
            words["work.title"],
            """
            <div class="head"><h1>\(words["work.title"])</h1>\
            <p class="meta">\(frame.when.dayAndTime(frame.when.now)) WIB</p></div>
            \(each: alerts)
            \(model.isEmpty ? empty : lists)
            \(drafts.isEmpty ? nil : left)
            \(frame.may(.approve) ? ended : nil)
            """)
    }

    /// What waits for nobody any more is on no other list of theirs.
    private var ended: HTML { #"<p class="meta"><a href="\#(Path.endedComplaints)">\#(words["ended.title"])</a></p>"# }

    private var lists: HTML {
        """
        <ul class="counts">
        \(count("late", model.late.count, "work.late", "late"))
        \(count("today", model.today.count, "work.today", "soon"))
        \(count("later", model.later.count, "work.later", ""))
        </ul>
        \(model.asks.isEmpty ? nil : asks)
        \(unsafe)
        <div class="card work">
        \(group("late", "work.late", model.late, isFirst: true))
        \(group("today", "work.today", model.today, isFirst: model.late.isEmpty))
        \(group("later", "work.later", model.later, isFirst: model.late.isEmpty && model.today.isEmpty))
        \(model.isCut ? more : nil)
        </div>
        \(model.steps.contains { !$0.isUnsafe } ? steps : nil)
        """
    }

    /// What others can't go on without.
    private var asks: HTML {
        let rows = model.asks.map { ask -> HTML in
            let decisions = ask.decisions.map { words["\($0).title"] }.joined(separator: ", ")
            return row(decisions, ask.path, ask.title, ask.code, ask.risk, ask.isRestricted)
        }
        return """
            <section class="card" aria-labelledby="asks">
            <h2 class="list-note" id="asks">\(words["work.asks"]) \(model.asks.count)</h2>
            <ul class="rows">\(each: rows)</ul>
            </section>
            """
    }

    private var unsafe: HTML? {
        let unsafe = model.steps.filter(\.isUnsafe)
        guard !unsafe.isEmpty else { return nil }
        let rows = unsafe.map { step -> HTML in
            // Who is meant may be another client than the one whose name stands for the case.
            let who = step.unsafe.isEmpty ? words.title(step.title) : step.unsafe.joined(separator: ", ")
            return #"<p><a href="\#(step.path)">\#(who)</a> <span class="code">\#(step.code)</span></p>"#
        }
        return """
            <div class="alert alert-danger" role="status">\(Icon.warning.html)<div>\
            <p class="alert-title">\(words["work.unsafe"])</p>\(each: rows)</div></div>
            """
    }

    /// Every other case of the reader's own: none is forgotten because no law sets it a day.
    private var steps: HTML {
        let rows = model.steps.filter { !$0.isUnsafe }.map { step in
            row(
                step.next.map { words["\($0).title"] } ?? words["case.waits-head"], step.path, step.title, step.code,
                step.risk, step.isRestricted)
        }
        return """
            <section class="card" aria-labelledby="steps">
            <h2 class="list-note" id="steps">\(words["work.steps"]) \("\(rows.count)")</h2>
            <ul class="rows">\(each: rows)</ul>
            </section>
            """
    }

    /// What is to be done, and about whom.
    private func row(
        _ what: String, _ path: Path, _ title: String, _ code: String, _ risk: Risk?, _ isRestricted: Bool
    ) -> HTML {
        """
        <li class="row"><h3 class="row-title"><a href="\(path)">\(what)</a></h3>
        <p class="row-meta"><span>\(title)</span> <span class="code">\(code)</span> \
        \(risk.map { RiskTag(words: words, risk: $0).html })\(restricted(isRestricted))</p></li>
        """
    }

    private func restricted(_ isRestricted: Bool) -> HTML? {
        RestrictedTag(words: words, isRestricted: isRestricted).html
    }

    private var left: HTML {
        let rows = drafts.map { draft -> HTML in
            """
            <li class="row draft-row"><div><h3 class="row-title"><a href="\(Path.draft(draft.id))">\
            \(words["\(draft.action).title"])</a></h3>
            <p class="row-meta">\(draft.code.map { #"<span class="code">\#($0)</span> "# as HTML })\
            <time datetime="\(frame.when.stamp(draft.at))">\(frame.when.short(draft.at))</time></p></div>
            <form method="post" action="\(Path.draft(draft.id))">\(frame.token)\
            <button class="button button-secondary button-small">\(words["work.discard"])</button></form></li>
            """
        }
        return """
            <section class="card" aria-labelledby="drafts">
            <h2 class="list-note" id="drafts">\(words["work.drafts"])</h2>
            <p class="list-note">\(words["work.drafts-text"])</p>
            <ul class="rows">\(each: rows)</ul>
            </section>
            """
    }

    private var more: HTML {
        #"<p class="list-note">\#(words("work.more", ["shown": "\(List.most)"]))</p>"#
    }

    /// Leads to its group, where there is one.
    private func count(_ group: String, _ number: Int, _ key: String, _ look: HTML) -> HTML {
        let count: HTML = #"<b class="\#(look)">\#(number)</b> <span class="meta">\#(words[key])</span>"#
        return number == 0
            ? #"<li class="count-box">\#(count)</li>"#
            : ##"<li class="count-box"><a href="#\##(group)">\##(count)</a></li>"##
    }

    private func group(_ id: String, _ key: String, _ lines: [WorkModel.Line], isFirst: Bool) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let rows = lines.enumerated().map { place, line in row(line, isNext: isFirst && place == 0) }
        return """
            <h2 class="list-note" id="\(id)">\(words[key]) \(lines.count)</h2>
            <ul class="rows">\(each: rows)</ul>
            """
    }

    private func row(_ line: WorkModel.Line, isNext: Bool) -> HTML {
        return """
            <li class="row work-row">
            \(line.deadline?.html ?? Deadline.unknown(words))
            <div>
            <h3 class="row-title"><a href="\(line.path)">\(line.sentence)</a></h3>
            <p class="row-meta"><span>\(line.title)</span> <span class="code">\(line.code)</span> \
            \(line.risk.map { RiskTag(words: words, risk: $0).html })\(restricted(line.isRestricted))</p>
            <p class="code">\(line.bound.said(words, by: line.law, of: line.who))</p>
            </div>
            \(isNext ? next(line) : nil)
            </li>
            """
    }

    /// Only the first row has the teal button.
    private func next(_ line: WorkModel.Line) -> HTML {
        #"<a class="button" href="\#(line.path)" aria-hidden="true" tabindex="-1">\#(words["work.open"])</a>"#
    }

    private var empty: HTML {
        """
        <div class="card empty">\(Icon.check.html)<h2>\(words["work.empty"])</h2>
        <p>\(words["work.empty-text"])</p></div>
        """
    }
}
