/// One word of a name, ready to be compared.
struct NameWord: Equatable, Sendable {
    /// In the spelling of today, written out.
    let letters: [UInt8]
    /// How it was shortened (`m`, `yoh`); empty where it was written out. An `m` is Muhammad mostly, but Maria at times.
    let short: [UInt8]

    /// Whether it was shortened and may stand for the other: it begins so, and has its letters in order (`st`, Sutan).
    func isShort(for other: NameWord) -> Bool {
        guard let first = short.first, first == other.letters.first else { return false }
        var rest = other.letters[...]
        return short.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[(place + 1)...]
            return true
        }
    }
}

/// The words of a name that tell people apart, as they would be spelled today.
///
/// `Hj. Sitti Fatimah, S.Pd.` is `siti fatimah`, `Moh. Soeharjo bin Djamil` is `muhammad suharyo jamil`.
package enum NameWords {
    package static func of(_ name: String) -> [String] {
        read(name).map { String(decoding: $0.letters, as: UTF8.self) }
    }

    static func read(_ name: String) -> [NameWord] {
        let kept = NameTitles.drop(NameLetters.words(name))
        return kept.indices.map { place in
            word(kept[place], isFirst: place == 0, isLast: place == kept.count - 1)
        }
    }

    private static func word(_ typed: TypedWord, isFirst: Bool, isLast: Bool) -> NameWord {
        let letters = typed.letters
        let isShort = letters.count == 1 || (typed.isDotted && letters.count <= 4)
        let short = isShort ? letters : []
        if isFirst, let full = firstWords[letters], !isLast { return NameWord(letters: full, short: short) }
        let modern = NameSpelling.modern(letters)
        return NameWord(letters: oneSpelling[modern] ?? modern, short: short)
    }

    private static func table(_ rows: String) -> [[UInt8]: [UInt8]] {
        var table: [[UInt8]: [UInt8]] = [:]
        for row in rows.split(separator: "\n") {
            let words = row.split(separator: " ")
            for word in words.dropFirst() { table[Array(word.utf8)] = words.first.map { Array($0.utf8) } }
        }
        return table
    }

    /// Short forms that are meant so only where a name begins and goes on.
    private static let firstWords = table(
        """
        muhammad m md
        siti st
        ahmad ach
        fransiskus fx
        """)

    /// First the spelling that is kept, then those that are the same name. Looked up after the old spelling is gone.
    private static let oneSpelling = table(
        """
        muhammad muh moh mhd mohd muhd mokh mukh mokhd muhamad mohamad mohammad muhammed mohammed mohamed muhamed \
        mokhamad mokhammad mukhamad mukhammad mokamad mokammad muhamat mohamat muhammat
        ahmad akhmad ahmat akhmat ahmed akh akhm ahm
        abdul abd abdl abdel abdur abdus abdun
        siti sitti sity sitie
        nur nor noor nour
        putri puteri
        putra putera
        daeng dg
        gusti gst
        ngurah ngr
        ketut kt
        nyoman nym
        wayan wyn wy
        komang kmg
        sutan st
        """)
}
