/// A short name that is text and nothing else, of its own type.
package protocol Name: Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    var text: String { get }
    init(_ text: String)
}

extension Name {
    package init(stringLiteral text: String) { self.init(text) }
    package var description: String { text }

    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// An action's one name: journal tag, URL segment, locale key, test.
package struct ActionName: Name {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A kind of record; its plural is the URL segment (`complaints`).
package struct RecordKind: Name {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// One permission, such as `take-complaints`. A post is a named set of them.
package struct Duty: Name {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// What an action is about: two that share a topic and did not see each other are a conflict.
package struct Topic: Name {
    package let text: String
    package init(_ text: String) { self.text = text }
}
