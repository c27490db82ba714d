import Casework

/// The mark of a case of which only its team knows: who reads it says nothing to a colleague who does not see it.
struct RestrictedTag {
    let words: Words
    private let isRestricted: Bool

    init(words: Words, card: Card) { self.init(words: words, isRestricted: card.isRestricted) }

    init(words: Words, isRestricted: Bool) {
        self.words = words
        self.isRestricted = isRestricted
    }

    /// Nothing for any other record.
    var html: HTML? {
        isRestricted ? #"<span class="tag tag-warn">\#(Icon.lock.html)\#(words["case.restricted"])</span>"# : nil
    }
}
