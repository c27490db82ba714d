import Casework
import Desk

extension Words {
    /// What a list calls a record: a case whose client nobody has named yet has no title of its own.
    func title(_ title: String) -> String { title.isEmpty ? self["case.unnamed"] : title }
}

/// A record of any kind as a row of a list, with what a search found it by.
struct RecordRow {
    let frame: Frame
    let listed: Listed
    /// How it ended, in a list of what has.
    var outcome: String?
    /// Who manages it, where only that is told.
    var manager: String?
    private var words: Words { frame.words }

    var html: HTML {
        let card = listed.card
        let isDangerous = (outcome != nil || [.new, .void].contains(card.status)) && card.codes["danger"] == "yes"
        let danger: HTML =
            #"<span class="tag tag-danger">\#(Icon.warning.html)\#(words["inbox.danger"])</span>"#
        let risk = card.risk.map { RiskTag(words: words, risk: $0).html }
        let title: HTML =
            listed.sight == .open
            ? #"<a href="\#(Path.record(card.kind, card.record))">\#(words.title(card.title))</a>"#
            : "\([words["cases.ask-manager"], manager].compactMap { $0 }.joined(separator: ": "))"
        let arrived: HTML? =
            listed.sight == .open
            ? """
             · \(words["inbox.arrived"]) \
            <time datetime="\(frame.when.stamp(card.at))">\(frame.when.short(card.at))</time>
            """ : nil
        return """
            <li class="row">
            <h3 class="row-title">\(title)</h3>
            <p class="row-meta">\(isDangerous ? danger : risk)\(RestrictedTag(words: words, card: card).html)<span>\(listed.code)\(arrived)</span></p>
            \(outcome.map { "<p>\($0)</p>" as HTML })
            \(CardLine(words: words, card: card).html)
            \(listed.excerpt.map(excerpt))\(stub)
            </li>
            """
    }

    private var stub: HTML? {
        guard listed.sight != .open else { return nil }
        return StubLinks(frame: frame, kind: listed.card.kind, record: listed.card.record, code: listed.code).html
    }

    private func excerpt(_ excerpt: Excerpt) -> HTML {
        #"<p class="row-found">\#(excerpt.before)<mark>\#(excerpt.hit)</mark>\#(excerpt.after)</p>"#
    }
}
