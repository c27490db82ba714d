import Foundation

/// How likely two accounts tell of one person, by the theory of record linkage (I. P. Fellegi, A. B. Sunter, "A Theory
/// for Record Linkage", Journal of the American Statistical Association 64, 1969).
///
/// Each question that both answer adds the logarithm of how much more often two accounts of one person come out so
/// than two strangers' do. What either leaves unanswered adds nothing. Search before a case is opened, and the linking
/// of people across files, both decide by it.
package struct Likeness: Hashable, Sendable {
    /// In bits: ten of them make one person a thousand times likelier than before.
    package let weight: Double
    /// What the two have in common, for who is to judge.
    package let clues: [Clue]

    package init(_ a: Profile, _ b: Profile) {
        let compared = [
            Evidence.name(a, b), Evidence.birth(a, b), Evidence.nik(a, b), Evidence.phone(a, b), Evidence.sex(a, b),
            Evidence.district(a, b),
        ].compactMap { $0 }
        weight = compared.map(\.weight).reduce(0, +)
        clues = compared.compactMap(\.clue)
    }

    /// The best that any account of the one and any of the other give.
    package static func best(_ ours: [Profile], _ theirs: [Profile]) -> Likeness? {
        ours.flatMap { one in theirs.map { Likeness(one, $0) } }.max { $0.weight < $1.weight }
    }

    /// Worth showing to who knows more. Showing one too many costs a glance; one that is missed is a second case of one
    /// child.
    package var isLikely: Bool { weight >= 3 }
}

/// What two accounts of a person have in common; the words are in the locale under `clue.`.
package enum Clue: String, CaseIterable, Sendable {
    case name, born, age, nik, phone, district
}
