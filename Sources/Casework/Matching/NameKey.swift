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

    /// Every token under which a name is kept and looked for, none of them twice: each word, the sound of each word and of
    /// two neighbours written as one, and every three neighbouring letters of a word, with `0` for its edges (`0si`,
    /// `sit`, `iti`, `ti0`).
    package static func tokens(_ name: String) -> [Int] { NameReading(name).tokens }

    /// A token as a number, good for this process. Two tokens with one number only make one more name worth a look.
    static func token(_ kind: Unicode.Scalar, _ letters: [UInt8]) -> Int {
        var hasher = Hasher()
        hasher.combine(kind)
        letters.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// Three neighbouring letters are a number as they are.
    static func token(_ before: UInt8, _ letter: UInt8, _ after: UInt8) -> Int {
        Int(before) << 16 | Int(letter) << 8 | Int(after)
    }
}
