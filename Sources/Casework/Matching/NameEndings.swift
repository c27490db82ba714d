/// Endings by which the names of men and women are told apart: Susanto, Susanti.
///
/// Brothers and sisters are often named from one stem, so that such a pair is no slip of the hand but two people of one
/// family: the very mistake that must not be made in a case.
enum NameEndings {
    /// Whether two words, by their sound, are one stem with two such endings.
    static func tellApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        pairs.contains { his, hers in isPair(a, his, b, hers) || isPair(a, hers, b, his) }
    }

    private static func isPair(_ a: [UInt8], _ ending: [UInt8], _ b: [UInt8], _ other: [UInt8]) -> Bool {
        let stem = a.count - ending.count
        return stem >= 3 && stem == b.count - other.count && a.suffix(ending.count) == ending[...]
            && b.suffix(other.count) == other[...] && a.prefix(stem) == b.prefix(stem)
    }

    /// Susanto, Susanti; Saputra, Saputri; Wahyudi, Wahyuni; Cahyono, Cahyani; Kurniawan, Kurniawati. An o sounds as u.
    private static let pairs = [("u", "i"), ("a", "i"), ("di", "ni"), ("unu", "ani"), ("an", "ati")].map {
        (Array($0.utf8), Array($1.utf8))
    }
}
