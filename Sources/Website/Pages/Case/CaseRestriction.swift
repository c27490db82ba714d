import Casework
import Desk

/// What the team of a restricted case must know beside it: nobody else can help them, and nobody else sees what belongs
/// together.
struct CaseRestriction {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }

    /// In the team's part.
    var html: HTML? {
        guard model.file.isRestricted else { return nil }
        let few = model.tooFew.map { words("case.restricted-alone", ["n": "\($0)"]) }
        return """
            <p>\(RestrictedTag(words: words, isRestricted: true).html) \(words["case.restricted-text"])</p>
            \(few.map { #"<p class="late"><b>\#($0)</b></p>"# as HTML })
            """
    }

    /// Whoever takes a further complaint down about the same people is not told of this case, so its team is.
    var alike: HTML? {
        guard !model.alike.isEmpty else { return nil }
        let lines = model.alike.prefix(3).map { listed -> HTML in
            let code: HTML =
                listed.sight == .open
                ? #"<a href="\#(Path.record(listed.card.kind, listed.card.record))">\#(listed.code)</a>"#
                : #"<span class="code">\#(listed.code)</span>"#
            return "<p>\(code) · \(words.clues(listed.clues))</p>"
        }
        return """
            <section class="card" aria-labelledby="alike">
            <div class="card-body">
            <h2 id="alike">\(words["case.restricted-alike"])</h2>
            \(each: lines)
            <p class="meta">\(words["case.restricted-alike-text"])</p>
            </div>
            </section>
            """
    }
}
