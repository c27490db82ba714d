/// A phone number in E.164, or a short code as it is (`docs/sources.md`). Spaces, dots, hyphens and brackets are
/// dropped; 08… and a bare 8… become +628…; 00… becomes +….
package struct Phone: TextAnswer {
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .phone }
    /// Police, emergency, ambulance, SAPA 129.
    package static let shortCodes: Set<String> = ["110", "112", "119", "129"]

    package static func read(_ raw: [String]) throws(Problem) -> Phone {
        let typed = (raw.first ?? "").filter { !" .-()\u{a0}".contains($0) }
        if shortCodes.contains(typed) { return Phone(typed) }
        var digits = Substring(typed)
        if digits.hasPrefix("+") {
            digits = digits.dropFirst()
        } else if digits.hasPrefix("00") {
            digits = digits.dropFirst(2)
        } else if digits.hasPrefix("0") {
            digits = "62" + digits.dropFirst()
        } else if digits.hasPrefix("8") {
            digits = "62" + digits
        }
        // E.164 has at most 15 digits; the shortest number of ours is a landline with its area code.
        guard (8...15).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.first != "0"
        else { throw .notAPhone }
        return Phone("+" + digits)
    }

    /// As people in Indonesia dial it: +62 812… is 0812…
    package var national: String {
        text.hasPrefix("+62") ? "0" + text.dropFirst(3) : text
    }
}
