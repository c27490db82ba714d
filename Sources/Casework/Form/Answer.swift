/// A type that can be asked for on a form: what kind of question it is, how an answer is read and written back.
package protocol Answer: Codable, Sendable {
    static var kind: Field.Kind { get }
    /// Stands in while a form with problems is read to its end; never leaves the reader.
    static var blank: Self { get }
    static func read(_ raw: [String]) throws(Problem) -> Self
    /// What a form would have posted for this answer.
    var raw: [String] { get }
}

/// An answer that is one piece of text in the journal.
package protocol TextAnswer: Answer, Hashable, ExpressibleByStringLiteral {
    var text: String { get }
    init(_ text: String)
}

extension TextAnswer {
    package init(stringLiteral text: String) { self.init(text) }
    package static var blank: Self { Self("") }
    package var raw: [String] { [text] }

    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
