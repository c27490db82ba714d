import Casework

/// An age as registers have it, in whole years: `7 th`, `17 tahun 3 bulan`, `± 30`, `7,5`, `8 bln`, `2,5 bulan`, `14 hari`,
/// `< 1 th`. What could be two ages is none: `15, 12`, `13-14`.
struct AgeReader {
    let spellings: Spellings

    func read(_ cell: String) throws(Problem) -> Int {
        guard let years = years(cell), Years.bounds.contains(years) else { throw .notANumber(Years.bounds) }
        return years
    }

    private func years(_ cell: String) -> Int? {
        if cell.utf8.count <= 3, let years = Int(cell), years >= 0 { return years }
        let words = whole(cell).apart
        guard let number = words.first.flatMap({ Int($0) }), let unit = unit(after: 0, words) else { return nil }
        // Each further part counts in less than the one before. A word may end it: "30 years old".
        var (place, last) = (2, unit)
        while place < words.count, Int(words[place]) != nil {
            guard place + 1 < words.count, let next = self.unit(after: place, words), next > last else { return nil }
            (place, last) = (place + 2, next)
        }
        // A number after that is another age, or whose nobody knows; other than a class: "17 th kelas 2".
        let isOther = words.indices.dropFirst(place).contains { other in
            Int(words[other]) != nil && !spellings.schools.contains(words[other - 1])
        }
        guard !isOther, !cell.contains(">") else { return nil }
        guard cell.contains("<"), unit == .years else { return number / unit.inAYear }
        return number == 1 ? 0 : nil
    }

    /// Years where no word follows the number.
    private func unit(after place: Int, _ words: [String]) -> Unit? {
        guard place + 1 < words.count else { return .years }
        let word = words[place + 1]
        if spellings.inYears.contains(word) { return .years }
        if spellings.inMonths.contains(word) { return .months }
        if spellings.inWeeks.contains(word) { return .weeks }
        return spellings.inDays.contains(word) ? .days : nil
    }

    private enum Unit: Int, Comparable {
        case years, months, weeks, days

        var inAYear: Int { [1, 12, 52, 365][rawValue] }

        static func < (one: Unit, other: Unit) -> Bool { one.rawValue < other.rawValue }
    }

    /// Without fractions, and without what is said again in brackets: a year, a birthday, but no other age. A comma with two
    /// digits behind it may as well stand between two ages.
    private func whole(_ cell: String) -> String {
        guard cell.contains(where: { "(,.".contains($0) }) else { return cell }
        return cell.replacing(#/\([^()0-9]*\)/#, with: " ")
            .replacing(#/(\p{L}\.?)\s*\(([^()]*)\)/#) { isAge(String($0.2)) ? String($0.0) : String($0.1) }
            .replacing(#/(\d)(?:[.,]\d|,0\d|\.\d\d)(?!\d)/#) { $0.1 }
    }

    /// Whether a number in it has a unit of time.
    private func isAge(_ text: String) -> Bool {
        let words = text.apart
        return words.indices.dropLast().contains { Int(words[$0]) != nil && unit(after: $0, words) != nil }
    }
}
