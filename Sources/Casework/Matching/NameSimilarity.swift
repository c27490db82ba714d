/// How sure one may be, by the spelling alone, that two names are meant to be the same: 0 not at all, 1 the same words.
///
/// The order of the words does not count. A word that only one of the two has costs little, since people leave words
/// out; two words that contradict each other cost much. From 0.8 on two names are worth a look.
package enum NameSimilarity {
    package static func score(_ a: String, _ b: String) -> Double { score(NameReading(a), NameReading(b)) }

    package static func score(_ a: NameReading, _ b: NameReading) -> Double {
        guard !a.words.isEmpty, !b.words.isEmpty else { return 0 }
        if a.words == b.words { return 1 }
        // The shorter name second: the time is exponential in its words.
        let best = a.words.count < b.words.count ? NamePairing(b, a).best : NamePairing(a, b).best
        guard best.weight > 0 else { return 0 }

        let (left, right) = (best.leftOfFirst, best.leftOfSecond)
        let contradicting = min(left, right)
        let leftOut = max(left, right) - contradicting
        let agreeing = best.gain / (best.weight + contradicting)
        let covered = best.weight + contradicting
        return min(mostUnlessEqual, agreeing * (1 - costOfLeavingOut * leftOut / (covered + leftOut)))
    }

    /// Only the same words in the same order are worth more.
    private static let mostUnlessEqual = 0.99
    /// What a name can lose at most by words that only the other has.
    private static let costOfLeavingOut = 0.2

    // MARK: two words

    /// What two words are worth as a pair: 0 from where chance alone would make them so alike.
    ///
    /// Jaro–Winkler is mild: unlike words of one length have about 0.5, Santoso and Susanto 0.83. Slips of the hand in
    /// one word give 0.9 and more.
    static func gain(_ a: NameReading.Spelled, _ b: NameReading.Spelled) -> Double {
        if a.letters == b.letters { return 1 }
        if a.sound == b.sound { return soundsLess }
        if NameEndings.tellApart(a.sound, b.sound) { return otherEnding }
        let likeness = max(likeness(a.letters, b.letters), soundsLess * likeness(a.sound, b.sound))
        return likeness >= knee ? likeness : max(0, knee - steepness * (knee - likeness))
    }

    /// Jaro–Winkler, which hardly minds letters that only one has, less a little for each after the first.
    private static func likeness(_ a: [UInt8], _ b: [UInt8]) -> Double {
        JaroWinkler.likeness(a, b) - 0.03 * Double(max(abs(a.count - b.count) - 1, 0))
    }

    /// An equal sound is worth a little less than equal letters.
    private static let soundsLess = 0.98
    private static let otherEnding = 0.7
    private static let knee = 0.9
    private static let steepness = 5.0

    /// How much a word tells, in letters: long ones more than short ones, the commonest beginnings half.
    static func weight(_ word: NameWord) -> Double {
        let letters = Double(min(max(word.letters.count, 2), 8))
        return common.contains(word.letters) ? letters / 2 : letters
    }

    /// What thousands are called in the first place and are therefore not called by.
    private static let common = Set(
        [
            "muhammad", "ahmad", "abdul", "siti", "nur", "sri", "tri", "dwi", "wayan", "made", "nyoman", "ketut",
            "putu", "kadek", "komang", "gede", "gusti", "ayu", "luh", "maria", "yohanes",
        ].map { Array($0.utf8) })
}
