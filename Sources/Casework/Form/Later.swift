/// A question that is asked since a certain version of its action: entries from before have no answer, new forms must
/// give one.
package struct Later<Asked: Answer & Hashable>: Answer, Hashable {
    /// Nil in an entry from before.
    package let answer: Asked?

    package init(_ answer: Asked?) { self.answer = answer }
    package init(from decoder: any Decoder) throws { answer = try Asked(from: decoder) }
    package func encode(to encoder: any Encoder) throws { try answer?.encode(to: encoder) }

    package static var kind: Field.Kind { Asked.kind }
    package static var blank: Later { Later(.blank) }
    package static func read(_ raw: [String]) throws(Problem) -> Later { Later(try Asked.read(raw)) }
    package var raw: [String] { answer?.raw ?? [] }
}

/// Tells the reader that an answer is asked later, whatever it asks.
protocol AskedLater {}
extension Later: AskedLater {}

// The synthesised `init(from:)` and `encode(to:)` find these before the general ones.
extension KeyedDecodingContainer {
    package func decode<Asked>(_ type: Later<Asked>.Type, forKey key: Key) throws -> Later<Asked> {
        try decodeIfPresent(type, forKey: key) ?? Later(nil)
    }
}

extension KeyedEncodingContainer {
    package mutating func encode<Asked>(_ value: Later<Asked>, forKey key: Key) throws {
        try encodeIfPresent(value.answer, forKey: key)
    }
}
