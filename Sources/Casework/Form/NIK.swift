/// The number of an identity card: 16 digits, of which six are the region of first registration, six the birth date
/// with 40 added to a woman's day, and four a serial (`docs/sources.md`). It has no check digit and says nothing
/// about where somebody lives now, so no region is refused.
package struct NIK: TextAnswer {
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .nik }
    package static let length = 16
    /// What people write between its parts.
    package static let spacing = " .-"

    package static func read(_ raw: [String]) throws(Problem) -> NIK {
        let digits = (raw.first ?? "").filter { !spacing.contains($0) }
        guard digits.count == length, digits.allSatisfy({ ("0"..."9").contains($0) }), !digits.hasSuffix("0000")
        else { throw .notANIK }
        let nik = NIK(digits)
        // The century is not told; 29 February must be one in either.
        let isReal = [1900, 2000].contains { Day(year: $0 + nik.year, month: nik.month, day: nik.day) != nil }
        guard isReal else { throw .notANIK }
        return nik
    }

    package var sex: Sex { number(6, 2) > 40 ? .female : .male }
    private var day: Int { sex == .female ? number(6, 2) - 40 : number(6, 2) }
    private var month: Int { number(8, 2) }
    private var year: Int { number(10, 2) }

    private func number(_ from: Int, _ count: Int) -> Int { Int(text.dropFirst(from).prefix(count)) ?? 0 }

    /// Whether it can belong to who was born then; what is not known agrees.
    package func agrees(with born: PartialDay) -> Bool {
        guard let earliest = born.earliest else { return true }
        let parts = born.text.split(separator: "-").count
        return earliest.year % 100 == year && (parts < 2 || earliest.month == month)
            && (parts < 3 || earliest.day == day)
    }

    /// A mismatch is told, never refused: cards are wrong more often than people.
    func cautions(born: PartialDay?, sex: Sex?) -> [Caution] {
        let agrees = born.map(self.agrees) ?? true && sex.map { $0 == self.sex } ?? true
        return agrees ? [] : [Caution("nik-disagrees")]
    }

    /// As pages show it until it is revealed: 2171********0001.
    package var masked: String { text.prefix(4) + String(repeating: "*", count: 8) + text.suffix(4) }
}
