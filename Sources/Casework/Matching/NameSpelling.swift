/// Writes a word as the spelling of today does, and in full where it is a common short form.
///
/// The old spelling ended in 1947 (oe) and 1972 (the rest), but families keep it, and the two are mixed freely.
///
/// | old       | new        | example                | where                                                        |
/// |-----------|------------|------------------------|--------------------------------------------------------------|
/// | oe        | u          | Soekarsih → Sukarsih   | everywhere                                                   |
/// | tj, dj    | c, j       | Tjokro → Cokro         | everywhere                                                   |
/// | sj        | sy         | Sjamsiah → Syamsiah    | everywhere                                                   |
/// | nj        | ny         | Njoman → Nyoman        | at the beginning; inside only beside another old sign: Panji |
/// | j         | y          | Widjaja → Wijaya       | only beside another old sign, and after h: Jahja             |
/// | ch        | kh         | Bachtiar → Bakhtiar    | between vowels, before a consonant, in Chairul, Chotimah …   |
/// | ch        | k          | Christina → Kristina   | before r, l and in Michael, Rachel                           |
/// | ch        | c          | Chandra → Candra       | elsewhere                                                    |
enum NameSpelling {
    static func modern(_ old: [UInt8]) -> [UInt8] {
        guard old.contains(where: isSign) else { return old }
        let isOld = hasOldSigns(old)
        var new: [UInt8] = []
        new.reserveCapacity(old.count + 2)
        var place = 0
        while place < old.count {
            let (letter, next) = (old.scalar(at: place), old.scalar(at: place + 1))
            var taken = 2
            switch (letter, next) {
            case ("o", "e"): new.append(UInt8(ascii: "u"))
            case ("d", "j"): new.append(UInt8(ascii: "j"))
            case ("t", "j"): new.append(UInt8(ascii: "c"))
            case ("s", "j"), ("h", "j"): new += [old[place], UInt8(ascii: "y")]
            case ("n", "j") where isOld || place == 0: new += [old[place], UInt8(ascii: "y")]
            case ("c", "h"): new += soundOfCh(old, place)
            case ("j", _) where isOld:
                new.append(UInt8(ascii: "y"))
                taken = 1
            default:
                new.append(old[place])
                taken = 1
            }
            place += taken
        }
        return new
    }

    /// Without one of these letters there is nothing to do.
    private static func isSign(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "j") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "c")
    }

    private static func hasOldSigns(_ word: [UInt8]) -> Bool {
        (0..<word.count).contains { place in
            switch (word.scalar(at: place), word.scalar(at: place + 1)) {
            case ("o", "e"), ("d", "j"), ("t", "j"), ("s", "j"): true
            case ("n", "j"): place == 0
            default: false
            }
        }
    }

    private static func soundOfCh(_ word: [UInt8], _ place: Int) -> [UInt8] {
        let before = word.scalar(at: place - 1)
        let (after, next) = (word.scalar(at: place + 2), word.scalar(at: place + 3))
        let isArabic = arabicBeginnings.contains(Array(word.dropFirst(place + 2).prefix(2)))
        if after == "r" || after == "l" { return [UInt8(ascii: "k")] }
        if before.isVowel {
            let isBiblical = after == "e" || (after == "a" && next == "e")
            return isBiblical ? [UInt8(ascii: "k")] : Array("kh".utf8)
        }
        return isArabic ? Array("kh".utf8) : [UInt8(ascii: "c")]
    }

    /// What follows ch in Chairul, Choirul, Chaerul, Chalid, Cholifah, Chotimah, Chusnul, Chadijah, Chumaidi …
    private static let arabicBeginnings = Set(
        ["ai", "oi", "ae", "al", "ol", "ot", "us", "ad", "ud", "um", "af"].map { Array($0.utf8) })
}
