/// What a name is looked up by: keys that stay the same, or mostly the same, however the name is spelled.
package enum NameKey {
    /// How a word sounds, coarsely. Words that people confuse have one key; that is never proof, only a reason to look.
    ///
    /// | rule                                                    | example                          | key       |
    /// |---------------------------------------------------------|----------------------------------|-----------|
    /// | old spelling and short forms first (`NameSpelling`)     | Soerjo, Suryo                    | `suriu`   |
    /// | f, v, ph are p                                          | Fitri, Vitri, Pitri              | `pitri`   |
    /// | z, y, ia.., io.. at the beginning are j                 | Zainal, Jaenal; Yusuf, Jusuf     | `jenal`   |
    /// | z, j inside are s                                       | Rizal, Rijal, Risal              | `risal`   |
    /// | dz is z, ts and tz are s                                | Adzkia, Azkia; Utsman, Usman     | `askia`   |
    /// | sy, sh are s                                            | Syarif, Sharif, Sarif            | `sarip`   |
    /// | kh is h at the beginning                                | Khairul, Hairul, Chaerul         | `herul`   |
    /// | h is dropped inside and at the end, kh, th, dh, bh too  | Fatimah, Fatima; Akhmad, Ahmad   | `patima`  |
    /// | q, ck are k, x is ks (at the beginning s)               | Rizqi, Rizki; Alexander          | `riski`   |
    /// | c before e, i is s; inside, and before consonants, k    | Lucia, Lusia; Monica, Monika     | `lusia`   |
    /// | double letters are one                                  | Annisa, Anisa                    | `anisa`   |
    /// | d, b at the end are t, p                                | Said, Sait; Yakub, Yakup         | `set`     |
    /// | ai, ay, ae, ei, oi are e                                | Zainal, Zaenal; Choirul, Khairul | `herul`   |
    /// | au, aw, o, w are u                                      | Fauzan, Pozan; Wayan, Uayan      | `pusan`   |
    /// | ie, y are i                                             | Arief, Arif; Surya, Suria        | `arip`    |
    /// | e after the first consonant, before r or l, is dropped  | Selamet, Slamet; Seri, Sri       | `slamet`  |
    package static func phonetic(_ word: String) -> String {
        let letters = NameWords.read(word).flatMap(\.letters)
        return String(decoding: NameSound.key(letters), as: UTF8.self)
    }

    /// Every three neighbouring letters, with `0` for the edge of the word: `0si`, `sit`, `iti`, `ti0`.
    package static func trigrams(_ word: String) -> [String] {
        grams(NameWords.read(word).flatMap(\.letters)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Every token under which a name is kept and looked for in a full-text index: letters and digits only.
    ///
    /// The first letter tells the kinds apart: `w` a word, `p` the sound of a word or of two neighbours written as one,
    /// `t` three letters. No token comes twice.
    package static func tokens(_ name: String) -> [String] { NameReading(name).tokens }

    static func grams(_ word: [UInt8]) -> [[UInt8]] {
        guard word.count > 1 else { return [] }
        let edge = UInt8(ascii: "0")
        return word.indices.map { place in
            [
                place == 0 ? edge : word[place - 1], word[place],
                place + 1 == word.count ? edge : word[place + 1],
            ]
        }
    }
}
