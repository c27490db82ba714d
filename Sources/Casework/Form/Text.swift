import Foundation

/// One line: a name, a place, a short description.
package struct Line: TextAnswer {
    package static let limit = 500
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .line }

    package static func read(_ raw: [String]) throws(Problem) -> Line {
        let text = raw.first ?? ""
        guard text.unicodeScalars.allSatisfy({ $0.isReadable && !$0.turnsText }) else { throw .notText }
        guard text.unicodeScalars.count <= limit else { throw .tooLong(limit: limit) }
        return Line(text)
    }
}

/// Several lines of a person's own words, kept as they were typed; line ends become `\n`.
package struct LongText: TextAnswer {
    package static let limit = 20_000
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .longText }

    package static func read(_ raw: [String]) throws(Problem) -> LongText {
        let text = (raw.first ?? "").replacing("\r\n", with: "\n")
        let isText = text.unicodeScalars.allSatisfy { $0.isReadable || $0 == "\n" || $0 == "\t" }
        guard isText else { throw .notText }
        guard text.unicodeScalars.count <= limit else { throw .tooLong(limit: limit) }
        return LongText(text)
    }

    /// The beginning, to the end of its first sentence or to a word's end near the limit. A full stop after so few
    /// letters is an abbreviation's, such as "Ny." or "dr.".
    package func opening(_ limit: Int = 90) -> String {
        let lines = text.split(separator: "\n").lazy.map { $0.trimmingCharacters(in: .whitespaces) }
        let line = lines.first { !$0.isEmpty } ?? ""
        let sentence = line.ranges(of: ". ").first { line.distance(from: line.startIndex, to: $0.lowerBound) >= 20 }
        let opening = sentence.map { String(line[..<$0.lowerBound]) } ?? line
        guard opening.unicodeScalars.count > limit else { return opening }
        let cut = String(String.UnicodeScalarView(opening.unicodeScalars.prefix(limit)))
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? cut) + "…"
    }
}

extension Unicode.Scalar {
    /// Neither a control character nor one that Unicode promises never to assign. XML and old parsers trip over both.
    fileprivate var isReadable: Bool {
        properties.generalCategory != .control && !properties.isNoncharacterCodePoint
    }

    /// Marks that make text read in another order than it is written (UAX 9): in a name it could pass for another's.
    fileprivate var turnsText: Bool {
        switch value {
        case 0x202a...0x202e, 0x2066...0x2069, 0x200e, 0x200f, 0x061c: true
        default: false
        }
    }
}
