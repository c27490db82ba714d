import Foundation

/// What one question's answers say for or against two accounts being one person's.
///
/// `one` is how often two accounts of one person come out so, `strangers` how often those of two people do. How often
/// strangers are called alike is measured (`LikenessTests`); everything else is our estimate for a city of a million.
struct Evidence {
    let one: Double
    let strangers: Double
    var clue: Clue?

    /// In bits.
    var weight: Double { log2(one / strangers) }

    static func name(_ a: Profile, _ b: Profile) -> Evidence? {
        guard !a.name.isEmpty, !b.name.isEmpty else { return nil }
        switch NameSimilarity.score(a.name, b.name) {
        case 0.99...: return Evidence(one: 0.6, strangers: 0.0001, clue: .name)
        case 0.92...: return Evidence(one: 0.25, strangers: 0.00008, clue: .name)
        case 0.85...: return Evidence(one: 0.1, strangers: 0.001, clue: .name)
        default: return Evidence(one: 0.05, strangers: 0.9988)
        }
    }

    /// By the days of birth as far as both are known, or else by estimated ages.
    static func birth(_ a: Profile, _ b: Profile) -> Evidence? {
        if let one = a.born?.parts, let other = b.born?.parts, !one.isEmpty, !other.isEmpty { return day(one, other) }
        guard let one = a.birthYear, let other = b.birthYear else { return nil }
        switch abs(one - other) {
        case 0...1: return Evidence(one: 0.7, strangers: 0.06, clue: .age)
        case 2...3: return Evidence(one: 0.2, strangers: 0.08)
        case 4...8: return Evidence(one: 0.08, strangers: 0.18)
        default: return Evidence(one: 0.02, strangers: 0.68)
        }
    }

    private static func day(_ a: [Int], _ b: [Int]) -> Evidence {
        let known = min(a.count, b.count)
        let agreeing = (0..<known).filter { a[$0] == b[$0] }.count
        if agreeing == known {
            let chance = [0.025, 0.002, 0.00007][known - 1]
            return Evidence(one: 0.8, strangers: chance, clue: .born)
        }
        // A slip of one part, or day and month the other way round.
        let isSlip = known == 3 && (agreeing == 2 || a[0] == b[0] && a[1] == b[2] && a[2] == b[1])
        if isSlip { return Evidence(one: 0.12, strangers: 0.003, clue: .born) }
        return Evidence(one: 0.08, strangers: 0.97)
    }

    /// One digit may be wrong; twins' numbers differ by no more.
    static func nik(_ a: Profile, _ b: Profile) -> Evidence? {
        guard let one = a.nik, let other = b.nik else { return nil }
        let wrong = zip(one.text, other.text).filter { $0 != $1 }.count
        switch wrong {
        case 0: return Evidence(one: 0.9, strangers: 0.000_000_1, clue: .nik)
        case 1: return Evidence(one: 0.05, strangers: 0.000_1, clue: .nik)
        default: return Evidence(one: 0.05, strangers: 0.9999)
        }
    }

    /// Many have more than one number, so another number says little.
    static func phone(_ a: Profile, _ b: Profile) -> Evidence? {
        guard let one = a.phone, let other = b.phone else { return nil }
        return one == other
            ? Evidence(one: 0.5, strangers: 0.0005, clue: .phone) : Evidence(one: 0.5, strangers: 0.9995)
    }

    static func sex(_ a: Profile, _ b: Profile) -> Evidence? {
        guard let one = a.sex, let other = b.sex else { return nil }
        return one == other ? Evidence(one: 0.98, strangers: 0.5) : Evidence(one: 0.02, strangers: 0.5)
    }

    /// People move, and are harmed away from home.
    static func district(_ a: Profile, _ b: Profile) -> Evidence? {
        guard let one = a.district, let other = b.district else { return nil }
        return one == other
            ? Evidence(one: 0.7, strangers: 0.12, clue: .district) : Evidence(one: 0.3, strangers: 0.88)
    }
}

extension Profile {
    fileprivate var birthYear: Int? { born?.parts.first ?? bornAbout }
}
