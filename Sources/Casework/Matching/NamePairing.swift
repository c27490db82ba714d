/// Who goes with whom: the best way to pair the words of two names, each used once.
///
/// A word pairs with a word, with two neighbours that the other name writes as one, or, shortened, with any word that
/// begins so. All ways are tried, by dynamic programming over the words of the first and the sets of the second.
struct NamePairing {
    struct Sum {
        /// What the pairs are worth, and would be worth at most.
        var gain = 0.0
        var weight = 0.0
        /// What no pair has taken of either name.
        var leftOfFirst: Double
        var leftOfSecond: Double

        /// The sum with one pair more.
        func adding(_ pair: Pair) -> Sum {
            Sum(
                gain: gain + pair.gain * pair.weight, weight: weight + pair.weight,
                leftOfFirst: leftOfFirst - pair.fromFirst, leftOfSecond: leftOfSecond - pair.fromSecond)
        }
    }

    struct Pair {
        let gain: Double
        let weight: Double
        let fromFirst: Double
        let fromSecond: Double
    }

    private let first: NameReading
    private let second: NameReading
    private let firstWeights: [Double]
    private let secondWeights: [Double]

    init(_ first: NameReading, _ second: NameReading) {
        (self.first, self.second) = (first, second)
        firstWeights = first.words.map(NameSimilarity.weight)
        secondWeights = second.words.map(NameSimilarity.weight)
    }

    var best: Sum {
        let (count, sets) = (first.words.count, 1 << second.words.count)
        let none: Sum? = nil
        // sums[i * sets + set]: the best for the first i words, with that set of the second's taken.
        var sums = [Sum?](repeating: none, count: (count + 1) * sets)
        sums[0] = Sum(leftOfFirst: firstWeights.reduce(0, +), leftOfSecond: secondWeights.reduce(0, +))

        func offer(_ sum: Sum, at place: Int) {
            if let known = sums[place], known.gain >= sum.gain { return }
            sums[place] = sum
        }
        for i in 0..<count {
            let pairs = pairs(ofWord: i)
            for set in 0..<sets {
                guard let sum = sums[i * sets + set] else { continue }
                offer(sum, at: (i + 1) * sets + set)
                for (taken, words, pair) in pairs where set & taken == 0 {
                    offer(sum.adding(pair), at: (i + words) * sets + (set | taken))
                }
            }
        }
        let ends = sums[(count * sets)...].compactMap { $0 }
        return ends.max { $0.gain < $1.gain } ?? Sum(leftOfFirst: 0, leftOfSecond: 0)
    }

    private typealias Offer = (taken: Int, words: Int, pair: Pair)

    /// Every pair worth anything that begins at a word of the first name.
    private func pairs(ofWord i: Int) -> [Offer] {
        var offers: [Offer] = []
        let isLast = i + 1 == first.words.count
        for j in second.words.indices {
            if let pair = pair(i, j) { offers.append((1 << j, 1, pair)) }
            if j + 1 < second.words.count {
                let weight = secondWeights[j] + secondWeights[j + 1]
                if let pair = pair(first.spelled[i], firstWeights[i], second.joined[j], weight) {
                    offers.append((0b11 << j, 1, pair))
                }
            }
            if !isLast {
                let weight = firstWeights[i] + firstWeights[i + 1]
                if let pair = pair(first.joined[i], weight, second.spelled[j], secondWeights[j]) {
                    offers.append((1 << j, 2, pair))
                }
            }
        }
        return offers
    }

    private func pair(_ i: Int, _ j: Int) -> Pair? {
        let full = pair(first.spelled[i], firstWeights[i], second.spelled[j], secondWeights[j])
        if let full, full.gain == 1 { return full }
        let (a, b) = (first.words[i], second.words[j])
        guard a.isShort(for: b) || b.isShort(for: a) else { return full }
        // It tells as little as it is short; what remains of the other word is as if left out.
        let weight = Double(max(a.short.count, b.short.count) + 1)
        let short = Pair(
            gain: 0.97, weight: weight, fromFirst: min(weight, firstWeights[i]),
            fromSecond: min(weight, secondWeights[j]))
        guard let full else { return short }
        return full.gain * full.weight > short.gain * short.weight ? full : short
    }

    private func pair(
        _ a: NameReading.Spelled, _ weightA: Double, _ b: NameReading.Spelled, _ weightB: Double
    ) -> Pair? {
        // One that is more than half as long again is another word, whatever its letters.
        guard 2 * max(a.letters.count, b.letters.count) <= 3 * min(a.letters.count, b.letters.count) + 1 else {
            return nil
        }
        let gain = NameSimilarity.gain(a, b)
        guard gain > 0 else { return nil }
        return Pair(gain: gain, weight: (weightA + weightB) / 2, fromFirst: weightA, fromSecond: weightB)
    }
}
