/// How a word sounds in Indonesian ears, so coarse that the ways to write one name fall together.
struct NameSound {
    private let word: [UInt8]
    private var place = 0
    private var key: [UInt8] = []

    /// The key of a word in the spelling of today; the table of rules stands at ``NameKey/phonetic(_:)``.
    static func key(_ word: [UInt8]) -> [UInt8] {
        var sound = NameSound(word: word)
        sound.key.reserveCapacity(word.count + 1)
        while sound.place < word.count { sound.step() }
        sound.hardenTheEnd()
        return sound.key
    }

    private init(word: [UInt8]) { self.word = word }

    private mutating func step() {
        let (letter, next) = (scalar(0), scalar(1))
        let isStart = key.isEmpty
        switch letter {
        case "a", "e", "i", "o", "u", "y", "w": vowel(letter, next, isStart)
        case "b": put("b")
        case "c": hardOrSoft(next, isStart)
        case "d": next == "z" || next == "j" ? skip(1) : put("d")
        case "f", "v", "p": put("p")
        case "h": isStart ? put("h") : skip(1)
        case "j", "z": put(isStart ? "j" : "s")
        case "k" where next == "h": isStart ? put("h", 2) : skip(2)
        case "q": put("k")
        case "s": put("s", next == "y" && scalar(2).isVowel ? 2 : 1)
        case "t": next == "s" || next == "z" ? skip(1) : put("t")
        case "x":
            if !isStart { put("k", 0) }
            put("s")
        default: put(letter)
        }
    }

    private mutating func vowel(_ letter: Unicode.Scalar, _ next: Unicode.Scalar, _ isStart: Bool) {
        let isPair = !scalar(2).isVowel
        switch (letter, next) {
        case ("a", "i"), ("a", "y"), ("a", "e"), ("e", "i"), ("e", "y"), ("o", "i"), ("o", "y"):
            isPair ? put("e", 2) : put(letter == "o" ? "u" : letter)
        case ("a", "u"), ("a", "w"): isPair ? put("u", 2) : put("a")
        case ("i", "e"): put("i", 2)
        case ("i", "a"), ("i", "o"), ("i", "u"): put(isStart ? "j" : "i")
        case ("e", "r"), ("e", "l"): isFleeting ? skip(1) : put("e")
        case ("o", _), ("w", _): put("u")
        case ("y", _): put(isStart ? "j" : "i")
        default: put(letter)
        }
    }

    /// The e of Selamet and Seri, which others do not write.
    private var isFleeting: Bool {
        guard place == 1, scalar(2).isVowel else { return false }
        switch Unicode.Scalar(word[0]) {
        case "s", "t", "p", "b", "k", "g": return true
        default: return false
        }
    }

    private mutating func hardOrSoft(_ next: Unicode.Scalar, _ isStart: Bool) {
        switch next {
        case "k": put("k", 2)
        case "e", "i", "y": put("s")
        case "a", "o", "u", "w", "h": put(isStart ? "c" : "k")
        default: put("k")
        }
    }

    private mutating func hardenTheEnd() {
        guard let last = key.last else { return }
        switch Unicode.Scalar(last) {
        case "d": key[key.count - 1] = UInt8(ascii: "t")
        case "b": key[key.count - 1] = UInt8(ascii: "p")
        default: break
        }
    }

    private mutating func put(_ letter: Unicode.Scalar, _ taken: Int = 1) {
        let byte = UInt8(truncatingIfNeeded: letter.value)
        if key.last != byte { key.append(byte) }
        place += taken
    }

    private mutating func skip(_ count: Int) { place += count }

    private func scalar(_ ahead: Int) -> Unicode.Scalar { word.scalar(at: place + ahead) }
}
