/// A number that is no quantity: a phone, an identity card. Spreadsheets take it for one and spoil it.
enum Digits {
    /// The digits, without the apostrophe that keeps a number a text. `6,28123456789E+11` has all of its digits; of
    /// `6.28E+12` nobody knows them any more.
    /// - Returns: nil where digits are lost.
    static func restored(_ text: String) -> String? {
        let bare = String(text.drop { "'`’‘".contains($0) })
        let parts = bare.uppercased().split(separator: "E")
        guard parts.count == 2, let exponent = Int(parts[1].drop { $0 == "+" }),
            parts[0].allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }), parts[0].contains(where: \.isNumber)
        else { return bare.hasSuffix(".0") ? String(bare.dropLast(2)) : bare }
        let halves = parts[0].split(whereSeparator: { $0 == "." || $0 == "," })
        guard (1...2).contains(halves.count), halves[0].count == 1, exponent > 0 else { return nil }
        let fraction = halves.count == 2 ? String(halves[1]) : ""
        return fraction.count == exponent ? halves[0] + fraction : nil
    }
}
