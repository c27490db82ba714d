/// Reads an action from a posted form. Reading runs the action's own `init(from:)`, so the struct's stored
/// properties, in their order, *are* the field list; reading an empty form tells what is asked.
package final class FormReader: Decoder {
    private let posted: Posted
    private var fields: [Field] = []
    private var faults: [Fault] = []

    private init(_ posted: Posted) { self.posted = posted }

    /// Reads to the end whatever is wrong on the way.
    package static func read<A: Action>(_ type: A.Type, _ posted: Posted) throws -> Reading<A> {
        let reader = FormReader(posted)
        let action = try A(from: reader)
        let asked = reader.fields.map(\.name)
        let strangers = posted.values.keys.filter { !asked.contains($0) }.sorted()
        return Reading(action, faults: reader.faults + strangers.map { Fault($0, .notAsked) }, asked: asked)
    }

    /// What a form asks, in its order.
    package static func fields(of type: any Action.Type) throws -> [Field] {
        let reader = FormReader(Posted())
        _ = try type.init(from: reader)
        return reader.fields
    }

    fileprivate func answer<T: Decodable>(_ name: String, required: Bool) throws -> T? {
        guard let type = T.self as? any Answer.Type else { throw NotAQuestion(field: name, type: "\(T.self)") }
        fields.append(Field(name: name, kind: type.kind, required: required))
        do throws(Problem) {
            guard !posted.notText.contains(name) else { throw .notText }
            let raw = posted[name].filter { !$0.allSatisfy(\.isWhitespace) }
            if raw.isEmpty { if required { throw .missing } else { return nil } }
            return try type.read(raw) as? T
        } catch {
            faults.append(Fault(name, error))
            return type.blank as? T
        }
    }

    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Questions(reader: self))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotAForm() }
    package func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NotAForm() }
}

/// A property of an action whose type can't be asked for: a mistake of the programmer, found by the test of all actions.
package struct NotAQuestion: Error {
    let field: String
    let type: String
}

struct NotAForm: Error {}

private struct Questions<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: FormReader
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        guard let value: T = try reader.answer(key.stringValue, required: true) else { throw NotAForm() }
        return value
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try reader.answer(key.stringValue, required: false)
    }

    func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey: Key) throws -> KeyedDecodingContainer<N> {
        throw NotAForm()
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NotAForm() }
    func superDecoder() throws -> any Decoder { throw NotAForm() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw NotAForm() }
}
