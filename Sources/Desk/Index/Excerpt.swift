import Casework
import Foundation

/// The place in a record for which a search found it, where its title does not show that already.
package struct Excerpt: Hashable, Sendable {
    package let before: String
    /// What was searched for, as it is written there.
    package let hit: String
    package let after: String

    /// At most so many characters on either side, cut at whole words.
    private static let around = 40

    /// Nil where the title or the code has every word, or none is written as it was typed.
    init?(of search: String, in card: Card, code: String, withStory: Bool) {
        let story = withStory ? card.text.split(separator: "\n").map(String.init) : []
        let places = (card.names + card.phones + story).filter { !Self.hasNIK($0) }
        let typed = search.split(whereSeparator: \.isWhitespace).map(String.init)
        let words = Self.phone(search) + typed.filter { $0.contains { $0.isLetter || $0.isNumber } }
        for word in words where Self.range(of: word, in: card.title) == nil && Self.range(of: word, in: code) == nil {
            for place in places {
                guard let range = Self.range(of: word, in: place) else { continue }
                self.init(place, range)
                return
            }
        }
        return nil
    }

    /// Somebody who is called like this, if it is not who the title names.
    /// - Parameter alike: how like what was searched for the names are that are like it.
    init?(called alike: [String: Double], in card: Card) {
        let best = card.names.filter { $0 != card.title }.max { alike[$0] ?? 0 < alike[$1] ?? 0 }
        guard let best, let score = alike[best], score > alike[card.title] ?? 0 else { return nil }
        (before, hit, after) = ("", best, "")
    }

    private init(_ text: String, _ range: Range<String.Index>) {
        hit = String(text[range])
        let start = text.index(range.lowerBound, offsetBy: -Self.around, limitedBy: text.startIndex)
        let end = text.index(range.upperBound, offsetBy: Self.around, limitedBy: text.endIndex)
        before =
            start.map { "…" + text[$0..<range.lowerBound].drop { $0 != " " }.dropFirst() }
            ?? String(text[..<range.lowerBound])
        after =
            end.map { end in
                let rest = text[range.upperBound..<end]
                return (rest.lastIndex(of: " ").map { rest[..<$0] } ?? "") + "…"
            } ?? String(text[range.upperBound...])
    }

    /// An identity number is shown to nobody unasked (`Desk.reveal`): a line that has one, however it is spaced, is never
    /// told.
    private static func hasNIK(_ text: String) -> Bool {
        var digits = 0
        for character in text where !NIK.spacing.contains(character) {
            digits = character.isASCII && character.isNumber ? digits + 1 : 0
            if digits == NIK.length { return true }
        }
        return false
    }

    /// A number is kept in one form, however it is typed.
    private static func phone(_ search: String) -> [String] {
        guard let phone = try? Phone.read([search]) else { return [] }
        return [phone.text]
    }

    /// Where a word begins so, whatever its capitals and accents, as full-text search has it.
    private static func range(of word: String, in text: String) -> Range<String.Index>? {
        var from = text.startIndex
        while let range = text.range(
            of: word, options: [.caseInsensitive, .diacriticInsensitive], range: from..<text.endIndex)
        {
            let before = text[..<range.lowerBound].last
            if before.map({ $0.isLetter || $0.isNumber }) != true { return range }
            from = range.upperBound
        }
        return nil
    }
}
