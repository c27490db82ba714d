import Casework
import Foundation

/// What the API can tell: its JSON, and what that JSON looks like.
protocol Told: SendableMetatype {
    static var schema: JSON { get }
    func json(_ telling: Telling) -> JSON
}

/// What the sentences of an answer need beside what is told.
struct Telling: Sendable {
    let names: [ID<Worker>: String]
    let words: Words
    let law: Law
}

extension String: Told {
    static var schema: JSON { APISchemas.text }
    func json(_ telling: Telling) -> JSON { JSON(self) }
}

extension Int: Told {
    static var schema: JSON { APISchemas.count }
    func json(_ telling: Telling) -> JSON { JSON(self) }
}

extension Bool: Told {
    static var schema: JSON { APISchemas.flag }
    func json(_ telling: Telling) -> JSON { JSON(self) }
}

extension Date: Told {
    static var schema: JSON { APISchemas.instant }
    func json(_ telling: Telling) -> JSON { JSON(self) }
}

extension UUID: Told {
    static var schema: JSON { APISchemas.id }
    func json(_ telling: Telling) -> JSON { JSON(self) }
}

extension ID: Told {
    static var schema: JSON { APISchemas.id }
    func json(_ telling: Telling) -> JSON { JSON(value) }
}

extension Array: Told where Element: Told {
    static var schema: JSON { APISchemas.list(Element.schema) }
    func json(_ telling: Telling) -> JSON { .array(map { $0.json(telling) }) }
}

/// A JSON text whose shape is told where it stands.
extension JSON: Told {
    static var schema: JSON { APISchemas.any }
    func json(_ telling: Telling) -> JSON { self }
}

/// A code that no question asks for: the program's own.
extension Told where Self: RawRepresentable<String> & CaseIterable {
    static var schema: JSON { APISchemas.code(allCases.map(\.rawValue)) }
    func json(_ telling: Telling) -> JSON { JSON(rawValue) }
}

extension Status: Told {}
extension Approval: Told {}
extension Clue: Told {}
extension Rule.Bound: Told {}

/// A code of a list.
struct Coded<List: Choice>: Told {
    let code: List
    init(_ code: List) { self.code = code }

    static var schema: JSON { CodeLists.ref(List.list) }
    func json(_ telling: Telling) -> JSON { JSON(code.rawValue) }
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

    func json(_ telling: Telling) -> JSON { .object(Self.members.map { ($0.name, $0.write(self, telling)) }) }
}

/// One member of an object.
struct Member<Value>: Sendable {
    let name: String
    let schema: JSON
    let isOptional: Bool
    fileprivate let write: @Sendable (Value, Telling) -> JSON?

    /// What is always there.
    static func must<T: Told>(_ name: String, _ get: @escaping @Sendable (Value) -> T) -> Self {
        Self(name: name, schema: T.schema, isOptional: false) { get($0).json($1) }
    }

    static func must<T: Told>(_ name: String, by get: @escaping @Sendable (Value, Telling) -> T) -> Self {
        Self(name: name, schema: T.schema, isOptional: false) { get($0, $1).json($1) }
    }

    /// What is there where it is known.
    static func may<T: Told>(_ name: String, _ get: @escaping @Sendable (Value) -> T?) -> Self {
        Self(name: name, schema: T.schema, isOptional: true) { get($0)?.json($1) }
    }

    /// What the law or the staff's list says of it.
    static func may<T: Told>(_ name: String, by get: @escaping @Sendable (Value, Telling) -> T?) -> Self {
        Self(name: name, schema: T.schema, isOptional: true) { get($0, $1)?.json($1) }
    }
}
