/// A thing with a history: a complaint, a case file, the office. It is what its actions made of it, nothing else.
package protocol Record: Sendable {
    static var kind: RecordKind { get }
    /// Everything that can happen to it; the journal, the forms, the API and the docs read this list.
    static var actions: Actions<Self> { get }
    /// The letters before its number in a code that people say aloud, such as `LP` in LP-2026-0731.
    static var codePrefix: String { get }
    var id: ID<Self> { get }
    /// The record before anything happened to it.
    init(id: ID<Self>)
    /// What lists show and search finds of it; derived from the record and nothing else.
    func card(_ version: Int) -> Card
}

/// All kinds of records; the start-up fold and the tests enumerate them.
package enum Records {
    package static let all: [any Record.Type] = [Complaint.self, CaseFile.self]

    package static subscript(kind: RecordKind) -> (any Record.Type)? { all.first { $0.kind == kind } }
}
