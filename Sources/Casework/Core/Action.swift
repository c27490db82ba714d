package import Foundation

/// One thing that can happen to a record. Its stored properties are what is asked, in their order.
package protocol Action<Subject>: Codable, Sendable {
    associatedtype Subject: Record
    static var name: ActionName { get }
    /// What a worker must be permitted before the policy looks at the record.
    static var duty: Duty { get }
    /// Only an action that opens acts on a record that is not yet there, and only then.
    static var opens: Bool { get }
    /// Two actions with one topic that did not see each other are a conflict; without a topic, never.
    var topic: Topic? { get }
    /// Problems of answers that only the record or the context shows; told together with the reader's.
    func faults(_ subject: Subject, _ context: Context) -> [Fault]
    /// What no other answer could mend.
    func check(_ subject: Subject, _ context: Context) throws(Refusal)
    /// Total: an old entry never fails.
    func apply(to subject: inout Subject, _ stamp: Stamp)
}

extension Action {
    package static var opens: Bool { false }
    package var topic: Topic? { Topic(Self.name.text) }
    package func faults(_ subject: Subject, _ context: Context) -> [Fault] { [] }
    package func check(_ subject: Subject, _ context: Context) throws(Refusal) {}

    /// The answers as the journal keeps them: sorted keys, so that equal answers are equal bytes.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

/// A record's actions, by name.
package struct Actions<Subject: Record>: ExpressibleByArrayLiteral, Sendable {
    package let all: [any Action<Subject>.Type]
    private let byName: [ActionName: any Action<Subject>.Type]

    /// A name that stands twice traps.
    package init(arrayLiteral actions: any Action<Subject>.Type...) {
        all = actions
        byName = Dictionary(uniqueKeysWithValues: actions.map { ($0.name, $0) })
    }

    package subscript(name: ActionName) -> (any Action<Subject>.Type)? { byName[name] }
}

/// The journal names an action that this program does not know.
package struct UnknownAction: Error {
    package let name: ActionName
}
