/// How alike two words are, 0...1, by the letters they share in about the same place.
///
/// M. A. Jaro's measure with W. E. Winkler's addition for a common beginning: "String Comparator Metrics and Enhanced
/// Decision Rules in the Fellegi-Sunter Model of Record Linkage", Proceedings of the Section on Survey Research
/// Methods, American Statistical Association, 1990, pages 354–359.
///
/// With `m` letters that agree, no farther apart than half the longer word, and `t` half the number of those that stand
/// in another order: `jaro = (m / |a| + m / |b| + (m - t) / m) / 3`, and with `p` equal letters at the beginning, at
/// most four: `jaro + p * 0.1 * (1 - jaro)`.
enum JaroWinkler {
    static func likeness(_ first: [UInt8], _ second: [UInt8]) -> Double {
        if first == second { return first.isEmpty ? 0 : 1 }
        // The marks are the bits of one number; no name needs more.
        let (a, b) = (first.prefix(64), second.prefix(64))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let window = max(max(a.count, b.count) / 2 - 1, 0)
        var (markedA, markedB) = (UInt64(0), UInt64(0))
        for i in 0..<a.count {
            var j = max(0, i - window)
            let end = min(b.count, i + window + 1)
            while j < end {
                if a[i] == b[j], markedB & (1 << j) == 0 {
                    markedA |= 1 << i
                    markedB |= 1 << j
                    break
                }
                j += 1
            }
        }
        guard markedA != 0 else { return 0 }

        let agreeing = Double(markedA.nonzeroBitCount)
        var moved = 0
        while markedA != 0 {
            if a[markedA.trailingZeroBitCount] != b[markedB.trailingZeroBitCount] { moved += 1 }
            markedA &= markedA - 1
            markedB &= markedB - 1
        }
        let inOrder = agreeing - Double(moved / 2)
        let jaro = (agreeing / Double(a.count) + agreeing / Double(b.count) + inOrder / agreeing) / 3

        let beginning = zip(a.prefix(4), b).prefix { $0 == $1 }.count
        return jaro + Double(beginning) * 0.1 * (1 - jaro)
    }
}
