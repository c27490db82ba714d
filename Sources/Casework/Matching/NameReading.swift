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

    /// See ``NameKey/tokens(_:)``.
    var tokens: [Int] {
        var tokens: [Int] = []
        tokens.reserveCapacity(32)
        func add(_ token: Int) { if !tokens.contains(token) { tokens.append(token) } }
        for word in spelled {
            add(NameKey.token("w", word.letters))
            add(NameKey.token("p", word.sound))
            let letters = word.letters
            guard letters.count > 1 else { continue }
            let edge = UInt8(ascii: "0")
            for place in letters.indices {
                let before = place == 0 ? edge : letters[place - 1]
                let after = place + 1 == letters.count ? edge : letters[place + 1]
                add(NameKey.token(before, letters[place], after))
            }
        }
        for pair in joined { add(NameKey.token("p", pair.sound)) }
        return tokens
    }
}
