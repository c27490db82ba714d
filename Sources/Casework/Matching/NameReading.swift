/// A name taken apart once, to be compared many times.
package struct NameReading: Sendable {
    /// More words than this only cost time.
    private static let limit = 8

    let words: [NameWord]
    let spelled: [Spelled]
    /// Every word with its right neighbour, as if written as one; one fewer than words.
    let joined: [Spelled]

    struct Spelled: Sendable {
        let letters: [UInt8]
        let sound: [UInt8]

        init(_ letters: [UInt8]) {
            self.letters = letters
            sound = NameSound.key(letters)
        }
    }

    package init(_ name: String) {
        let words = Array(NameWords.read(name).prefix(Self.limit))
        self.words = words
        spelled = words.map { Spelled($0.letters) }
        joined = zip(words, words.dropFirst()).map { Spelled($0.letters + $1.letters) }
    }

    var tokens: [String] {
        var tokens: [String] = []
        tokens.reserveCapacity(32)
        var seen: Set<UInt32> = []
        for word in spelled {
            add("w", word.letters, to: &tokens)
            add("p", word.sound, to: &tokens)
            for gram in NameKey.grams(word.letters) {
                let packed = gram.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                if seen.insert(packed).inserted { tokens.append("t" + String(decoding: gram, as: UTF8.self)) }
            }
        }
        for pair in joined { add("p", pair.sound, to: &tokens) }
        return tokens
    }

    private func add(_ kind: String, _ letters: [UInt8], to tokens: inout [String]) {
        let token = kind + String(decoding: letters, as: UTF8.self)
        if !tokens.contains(token) { tokens.append(token) }
    }
}
