import Casework
import Desk
import Foundation

/// What waits for a decision, how the open cases stand by manager, how soon the office answers, how great the risks are.
/// Each number leads to the cases that it counts.
struct SupervisionView {
    let frame: Frame
    let model: SupervisionModel
    let law: Law
    private var words: Words { frame.words }
    private var figures: Supervision { model.figures }

    var html: HTML {
        Layout(frame: frame).page(
            words["supervision.title"],
            """
            <div class="head"><h1>\(words["supervision.title"])</h1>\
            <p class="meta">\(words("supervision.as-of", ["time": frame.when.dayAndTime(figures.at)]))</p></div>
            <ul class="tiles">\(each: tiles)</ul>
            <p class="meta">\(words["supervision.restricted"])</p>
            <div class="columns">
            <aside class="stack" aria-labelledby="decisions">\(decisions)</aside>
            <div class="stack">
            \(LoadsView(frame: frame, model: model).html)
            \(AnswersView(frame: frame, figures: figures, law: law).html)
            \(RisksView(frame: frame, whole: model.whole).html)
            </div>
            </div>
            """)
    }

    // MARK: four numbers

    private var tiles: [HTML] {
        let whole = model.whole
        return [
            tile(
                whole[.late], "supervision.late",
                whole.hoursLate.map { words("supervision.longest", ["time": frame.when.lateness($0)]) },
                Path.supervised(.late, of: nil).description, whole[.late] > 0 ? "late" : ""),
            tile(
                whole[.unassigned], "supervision.unassigned",
                whole[.unassigned] > 0 ? words["supervision.unassigned-text"] : nil,
                Path.supervised(.unassigned, of: nil).description),
            tile(
                whole[.open], "supervision.open", words("supervision.high", ["n": "\(whole[.high])"]),
                Path.supervised(.open, of: nil).description),
            tile(figures.waiting, "supervision.waiting", words["supervision.waiting-text"], "\(Path.work)#asks"),
        ]
    }

    private func tile(_ number: Int, _ key: String, _ note: String?, _ address: String, _ look: HTML = "") -> HTML {
        """
        <li class="tile"><a href="\(address)"><b class="\(look)">\("\(number)")</b> \
        <span class="tile-name">\(words[key])</span></a> \
        \(note.map { #"<span class="meta">\#($0)</span>"# as HTML })</li>
        """
    }

    // MARK: what can't wait

    private var decisions: HTML {
        let rows = [reviews, unassigned, approvals, inbox].compactMap { $0 }
        let none: HTML = #"<p class="card-body meta">\#(words["supervision.nothing"])</p>"#
        return """
            <section class="card">
            <h2 class="list-note" id="decisions">\(words["supervision.decide"])</h2>
            \(rows.isEmpty ? none : #"<ul class="rows">\#(each: rows)</ul>"#)
            </section>
            """
    }

    private var reviews: HTML? {
        guard let due = figures.reviewDue else { return nil }
        return row(
            "supervision.reviews", figures.reviews.count, "\(Path.work)#asks", Deadline(due, frame.when).html)
    }

    private var unassigned: HTML? {
        let count = model.whole[.unassigned]
        guard count > 0 else { return nil }
        return row(
            "supervision.to-assign", count, Path.supervised(.unassigned, of: nil).description,
            #"<p class="row-meta">\#(words["supervision.to-assign-text"])</p>"#)
    }

    private var approvals: HTML? {
        guard figures.decisions > 0 else { return nil }
        return row(
            "supervision.approvals", figures.decisions, "\(Path.work)#asks",
            #"<p class="row-meta">\#(words["supervision.approvals-text"])</p>"#)
    }

    private var inbox: HTML? {
        guard let since = figures.inbox.since else { return nil }
        let late: HTML? =
            figures.inboxLate > 0
            ? #"<b class="late">\#(words("supervision.inbox-late", ["n": "\(figures.inboxLate)"]))</b>"# : nil
        let oldest = words(
            "supervision.inbox-oldest", ["time": frame.when.roughly(figures.at.timeIntervalSince(since))])
        return row(
            "supervision.inbox", figures.inbox.count, Path.inbox.description,
            #"<p class="row-meta">\#(late)<span>\#(oldest)</span></p>"#)
    }

    private func row(_ key: String, _ count: Int, _ address: String, _ note: HTML) -> HTML {
        """
        <li class="row"><h3 class="row-title"><a href="\(address)">\(words(key, ["n": "\(count)"]))</a></h3>
        \(note)</li>
        """
    }
}

/// How great the risk of the open cases is.
struct RisksView {
    let frame: Frame
    let whole: Supervision.Load
    private var words: Words { frame.words }

    private static let concerns: [(concern: Concern, symbol: String)] = [
        (.high, "▲"), (.medium, "◆"), (.low, "●"), (.unrated, "○"),
    ]

    var html: HTML {
        let finding = words("supervision.risks", ["n": "\(whole[.high])", "all": "\(whole[.open])"])
        return """
            <section class="card card-body" aria-labelledby="risks">
            <h2 id="risks">\(finding)</h2>
            <ul class="loads">\(each: Self.concerns.map { row($0.concern, $0.symbol) })</ul>
            </section>
            """
    }

    private func row(_ concern: Concern, _ symbol: String) -> HTML {
        let largest = Self.concerns.map { whole[$0.concern] }.max() ?? 0
        return """
            <li class="load"><p class="load-line"><a href="\(Path.supervised(concern, of: nil))">\
            <span class="symbol" aria-hidden="true">\(symbol)</span> \(words["supervision.risk.\(concern.rawValue)"])</a>\
            <span>\(whole[concern])</span></p>
            \(Bar([(whole[concern], "bar-\(concern.rawValue)")], of: largest).html)</li>
            """
    }
}

/// Parts of a number side by side, as wide as they are of the largest number that stands below them.
struct Bar {
    private let parts: [(number: Int, look: String)]
    private let largest: Int

    init(_ parts: [(Int, String)], of largest: Int) {
        self.parts = parts
        self.largest = max(largest, 1)
    }

    var html: HTML {
        var start = 0
        let rects = parts.filter { $0.number > 0 }.map { part -> HTML in
            defer { start += part.number }
            return """
                <rect class="bar \(part.look)" x="\(share(start))%" width="\(share(part.number))%" height="12"/>
                """
        }
        return #"<svg width="100%" height="12" aria-hidden="true">\#(each: rects)</svg>"#
    }

    private func share(_ number: Int) -> String { "\((Double(number) / Double(largest) * 1000).rounded() / 10)" }
}
