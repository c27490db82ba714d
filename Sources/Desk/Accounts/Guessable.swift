import Casework
import Foundation

/// Tells passwords that are guessed first: those made of the words that everybody takes, of the office's and the
/// worker's own names, of years, of rows of keys and of repetitions (NIST SP 800-63B-4, 3.1.1.2).
///
/// A password is read as pieces: a known word, a run such as `1234`, `qwerty` or `aaaa` and a year are one piece each,
/// whatever their length; every other letter is a piece of its own, and so is a sign when it first comes. Too few pieces
/// are guessed, however long they are.
/// So no list has to hold each word with each number behind it.
package enum Guessable {
    /// Fewer pieces are guessable: four words with a hyphen between them are, when each is one that everybody takes.
    static let enoughPieces = 6

    /// - Parameter besides: names that stand close to this worker.
    package static func isGuessable(_ password: String, besides names: [String]) -> Bool {
        let own = names.flatMap { $0.lowercased().split { !$0.isLetter }.map(String.init) }
        if own.contains(where: { $0.count > 3 && password.lowercased().contains($0) }) { return true }
        let words = common.union(own.filter { $0.count > 2 })
        let typed = Array(password.lowercased().prefix(mostLetters))
        return isListed(password.lowercased()) || pieces(typed, words) < enoughPieces
    }

    /// What comes behind so many letters makes no password worse, and takes time.
    private static let mostLetters = 256

    /// The letters that digits and signs stand for in disguised words.
    private static let unmasked: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i",
    ]

    /// The fewest pieces that a password is made of.
    static func pieces(_ letters: [Character], _ words: Set<String>) -> Int {
        let longest = words.map(\.count).max() ?? 0
        let plain = letters.map { unmasked[$0] ?? $0 }
        // `fewest[i]`: for the first i letters.
        var fewest = [0]
        for end in letters.indices.map({ $0 + 1 }) {
            let last = letters[end - 1]
            let isOldSign = !last.isLetter && !last.isNumber && letters[..<(end - 1)].contains(last)
            var best = fewest[end - 1] + (isOldSign ? 0 : 1)
            for start in max(0, end - max(longest, 4))..<max(0, end - 2) {
                let part = letters[start..<end]
                let isWord = words.contains(String(part)) || words.contains(String(plain[start..<end]))
                if isWord || isYear(part) { best = min(best, fewest[start] + 1) }
            }
            // A run may be of any length; it is one piece from where it begins.
            if let start = startOfRun(letters, end), end - start > 2 { best = min(best, fewest[start] + 1) }
            fewest.append(best)
        }
        return fewest[letters.count]
    }

    private static func isYear(_ part: ArraySlice<Character>) -> Bool {
        part.count == 4 && Int(String(part)).map { (1900...2099).contains($0) } ?? false
    }

    /// Where the run begins that ends before `end`: letters that repeat, or that follow each other in the alphabet or on
    /// the keyboard, one way or the other. Nil where there is none.
    private static func startOfRun(_ letters: [Character], _ end: Int) -> Int? {
        guard end > 1, let stride = stride(letters[end - 2], letters[end - 1]) else { return nil }
        var start = end - 2
        while start > 0, Self.stride(letters[start - 1], letters[start]) == stride { start -= 1 }
        return start
    }

    private struct Stride: Hashable {
        let row: Int
        let by: Int
    }

    private static func stride(_ one: Character, _ next: Character) -> Stride? {
        if one == next { return Stride(row: -1, by: 0) }
        for (row, keys) in rows.enumerated() {
            guard let a = keys.firstIndex(of: one), let b = keys.firstIndex(of: next), abs(b - a) == 1 else { continue }
            return Stride(row: row, by: b - a)
        }
        return nil
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv",
        "qazwsxedc",
    ].map(Array.init)

    /// Words that people take for passwords, and those that stand close to this work.
    private static let common = Set(
        String(decoding: PackageResources.common_words_txt, as: UTF8.self)
            .split { $0.isWhitespace }.map(String.init))

    // MARK: - The lists that a machine has

    /// Lists of common passwords that Debian's packages `cracklib-runtime` and `john-data` bring, a word a line. What is in one
    /// is refused as well; without them the pieces decide.
    package static let lists = ["/usr/share/dict/cracklib-small", "/usr/share/john/password.lst"]

    package static var installedLists: [String] { lists.filter { FileManager.default.isReadableFile(atPath: $0) } }

    private static func isListed(_ password: String) -> Bool {
        let line = Data("\n\(password)\n".utf8)
        return installedLists.contains { path in
            let list = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
            return list?.range(of: line) != nil
        }
    }
}
