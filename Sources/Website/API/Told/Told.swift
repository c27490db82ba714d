import Casework
import Foundation

/// What the API can tell: its JSON, and what that JSON looks like.
protocol Told: SendableMetatype {
    static var schema: JSON { get }
    func write(to json: inout JSON, _ telling: Telling)
}

extension Told {
    func json(_ telling: Telling) -> JSON { JSON { write(to: &$0, telling) } }
}

/// What the sentences of an answer need beside what is told.
struct Telling: Sendable {
    let names: [ID<Worker>: String]
    let words: Words
    let law: Law
}

extension String: Told {
    static var schema: JSON { APISchemas.text }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

extension Int: Told {
    static var schema: JSON { APISchemas.count }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

extension Bool: Told {
    static var schema: JSON { APISchemas.flag }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

extension Date: Told {
    static var schema: JSON { APISchemas.instant }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

extension UUID: Told {
    static var schema: JSON { APISchemas.id }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

extension ID: Told {
    static var schema: JSON { APISchemas.id }
    func write(to json: inout JSON, _ telling: Telling) { json.write(value) }
}

extension Array: Told where Element: Told {
    static var schema: JSON { APISchemas.list(Element.schema) }
    func write(to json: inout JSON, _ telling: Telling) { json.list(self) { $0.write(to: &$1, telling) } }
}

/// A JSON text whose shape is told where it stands.
extension JSON: Told {
    static var schema: JSON { APISchemas.any }
    func write(to json: inout JSON, _ telling: Telling) { json.write(self) }
}

/// A code that no question asks for: the program's own.
extension Told where Self: RawRepresentable<String> & CaseIterable {
    static var schema: JSON { APISchemas.code(allCases.map(\.rawValue)) }
    func write(to json: inout JSON, _ telling: Telling) { json.write(rawValue) }
}

extension Status: Told {}
extension Approval: Told {}
extension Clue: Told {}
extension Rule.Bound: Told {}
extension Rule.Party: Told {}
extension Service: Told {}

/// A code of a list.
struct Coded<List: Choice>: Told {
    let code: List
    init(_ code: List) { self.code = code }

    static var schema: JSON { CodeLists.ref(List.list) }
    func write(to json: inout JSON, _ telling: Telling) { json.write(code.rawValue) }
}

/// What is told as an object, from one list of members: it writes the object and describes it.
protocol ToldAsObject: Told {
    static var members: [Member<Self>] { get }
}

extension ToldAsObject {
    static var schema: JSON { schema([:]) }

    /// - Parameter told: what some members look like where it depends on more than this type.
    static func schema(_ told: [String: JSON]) -> JSON {
        let required = members.filter { !$0.isOptional }.map { JSON($0.name) }
        return [
            "type": "object", "properties": .object(members.map { ($0.name, told[$0.name] ?? $0.schema) }),
            "required": .array(required), "additionalProperties": false,
        ]
    }

    func write(to json: inout JSON, _ telling: Telling) {
        json.object { json in
            for member in Self.members { member.write(self, telling, member.label, &json) }
        }
    }
}

/// One member of an object.
struct Member<Value>: Sendable {
    /// Writes the label and what is told; nothing where that is not known.
    fileprivate typealias Writing = @Sendable (Value, Telling, _ label: JSON, inout JSON) -> Void

    let name: String
    let schema: JSON
    let isOptional: Bool
    /// The name as it is written.
    fileprivate let label: JSON
    fileprivate let write: Writing

    private init(_ name: String, _ schema: JSON, isOptional: Bool, _ write: @escaping Writing) {
        self.name = name
        self.schema = schema
        self.isOptional = isOptional
        label = JSON(name)
        self.write = write
    }

    /// What is always there.
    static func must<T: Told>(_ name: String, _ get: @escaping @Sendable (Value) -> T) -> Self {
        must(name, by: { value, _ in get(value) })
    }

    static func must<T: Told>(_ name: String, by get: @escaping @Sendable (Value, Telling) -> T) -> Self {
        Self(name, T.schema, isOptional: false) { value, telling, label, json in
            json.member(label)
            get(value, telling).write(to: &json, telling)
        }
    }

    /// What is there where it is known.
    static func may<T: Told>(_ name: String, _ get: @escaping @Sendable (Value) -> T?) -> Self {
        may(name, by: { value, _ in get(value) })
    }

    /// What the law or the staff's list says of it.
    static func may<T: Told>(_ name: String, by get: @escaping @Sendable (Value, Telling) -> T?) -> Self {
        Self(name, T.schema, isOptional: true) { value, telling, label, json in
            guard let told = get(value, telling) else { return }
            json.member(label)
            told.write(to: &json, telling)
        }
    }
}
