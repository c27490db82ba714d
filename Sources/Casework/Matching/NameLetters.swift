import Foundation

/// One word of a name as it was typed, and what stood around it.
struct TypedWord: Equatable {
    let letters: [UInt8]
    /// Whether a full stop ended it, as in `Hj.`
    let isDotted: Bool
    /// Whether a slash ended it, as in the first half of `a/l`.
    let isSlashed: Bool
    /// Whether a comma stood anywhere before it: where degrees are written.
    let followsComma: Bool
}

/// Takes a name apart into lower-case ASCII letters and digits.
///
/// An apostrophe joins, since people leave it out (`Ja'far`, `Jafar`); all else that is no letter and no digit parts.
/// A name in another script is written in Latin letters (`林秋菊` becomes `lin qiu ju`), so that it can be found too.
enum NameLetters {
    static func words(_ name: String) -> [TypedWord] {
        var words: [TypedWord] = []
        var letters: [UInt8] = []
        var followsComma = false

        for byte in plain(name).utf8 {
            switch Unicode.Scalar(byte) {
            case "a"..."z", "0"..."9":
                letters.append(byte)
            case "A"..."Z":
                letters.append(byte | 0x20)
            case "'", "`", "\"":
                continue
            case let mark:
                if !letters.isEmpty {
                    words.append(
                        TypedWord(
                            letters: letters, isDotted: mark == ".", isSlashed: mark == "/",
                            followsComma: followsComma))
                    letters.removeAll()
                }
                if mark == "," { followsComma = true }
            }
        }
        if !letters.isEmpty {
            words.append(
                TypedWord(letters: letters, isDotted: false, isSlashed: false, followsComma: followsComma))
        }
        return words
    }

    /// The same text in ASCII as far as it can be. Most names are, and cost nothing here.
    private static func plain(_ name: String) -> String {
        if isASCII(name) { return name }
        let spoken = String(String.UnicodeScalarView(name.unicodeScalars.filter { !apostrophes.contains($0) }))
        let folded = spoken.folding(
            options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: locale)
        if isASCII(folded) { return folded }
        return folded.applyingTransform(latin, reverse: false) ?? folded
    }

    private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    private static let locale = Locale(identifier: "en_US_POSIX")
    private static let latin = StringTransform("Any-Latin; Latin-ASCII")
    /// Those that phones, word processors and transliterations of Arabic write, beside the one of ASCII.
    private static let apostrophes: Set<Unicode.Scalar> = [
        "\u{2018}", "\u{2019}", "\u{201b}", "\u{2032}", "\u{00b4}", "\u{02bb}", "\u{02bc}", "\u{02bd}", "\u{02be}",
        "\u{02bf}", "\u{02c8}", "\u{02ca}", "\u{02cb}",
    ]
}
