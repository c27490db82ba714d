/// Writes an action's answers as a form would have posted them: what a page shows, and what a correction is filled
/// in with. The mirror of ``FormReader``.
package final class FormWriter: Encoder {
    private var answers: [String: [String]] = [:]
    private let prefix: String

    private init(prefix: String = "") { self.prefix = prefix }

    package static func answers(of action: any Action) throws -> Posted {
        let writer = FormWriter()
        try action.encode(to: writer)
        return Posted(writer.answers)
    }

    fileprivate func write(_ value: some Encodable, _ name: String) throws {
        if let rows = value as? any Rows {
            for (index, group) in rows.groups.enumerated() { try write(group, below: "\(name).\(index).") }
        } else if let group = value as? any Group {
            try write(group, below: "\(name).")
        } else if let sheet = value as? Sheet {
            for (question, raw) in sheet.raw { answers["\(prefix)\(name).\(question)"] = raw }
        } else if let answer = value as? any Answer {
            answers[prefix + name] = answer.raw
        } else {
            throw NotAQuestion(field: name, type: "\(type(of: value))")
        }
    }

    private func write(_ group: any Group, below name: String) throws {
        let writer = FormWriter(prefix: prefix + name)
        try group.encode(to: writer)
        answers.merge(writer.answers) { $1 }
    }

    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Answers(writer: self))
    }

    // An action is always keyed: the synthesised `encode(to:)` never asks for these.
    package func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure() }
    package func singleValueContainer() -> any SingleValueEncodingContainer { preconditionFailure() }
}

private struct Answers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: FormWriter
    var codingPath: [any CodingKey] { [] }
    mutating func encodeNil(forKey key: Key) {}
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try writer.write(value, key.stringValue) }

    mutating func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
        writer.container(keyedBy: keyedBy)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { writer.unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { writer }
    mutating func superEncoder(forKey key: Key) -> any Encoder { writer }
}
