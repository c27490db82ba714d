/// One line: a name, a place, a short description.
package struct Line: TextAnswer {
    package static let limit = 500
    package let text: String
    package init(_ text: String) { self.text = text }
    package static var kind: Field.Kind { .line }

    package static func read(_ raw: [String]) throws(Problem) -> Line {
        let text = raw.first ?? ""
        guard text.unicodeScalars.allSatisfy({ $0.isReadable }) else { throw .notText }
        guard text.count <= limit else { throw .tooLong(limit: limit) }
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
        guard text.count <= limit else { throw .tooLong(limit: limit) }
        return LongText(text)
    }

    /// The beginning, to the end of its first sentence or to a word's end near the limit.
    package func opening(_ limit: Int = 90) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        let sentence = line.firstRange(of: ". ").map { String(line[..<$0.lowerBound]) } ?? line
        guard sentence.count > limit else { return sentence }
        let cut = sentence.prefix(limit)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "…"
    }
}

extension Unicode.Scalar {
    /// Neither a control character nor one that Unicode promises never to assign. XML and old parsers trip over both.
    fileprivate var isReadable: Bool {
        properties.generalCategory != .control && !properties.isNoncharacterCodePoint
    }
}
