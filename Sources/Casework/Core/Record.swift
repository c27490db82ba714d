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
    /// The id of the one record of this kind that a lane has; nil for kinds of which there are many.
    static func onlyID(in lane: Int) -> ID<Self>?
    /// Why, as it stands, it takes no such action, whatever the answers; nil where it does.
    func refusal(of action: any Action<Self>.Type) -> Refusal?
    /// What follows from all that it holds, after each entry.
    mutating func settle()
    /// It was taken out of lists, search and figures; the fold tells it.
    mutating func void()
    /// Whether nobody is told any more how somebody was reached: it was replaced elsewhere since.
    var hidesContact: Bool { get }
    /// Where it stands.
    var status: Status { get }
    /// What lists show and search finds of it; derived from the record and nothing else.
    func card(_ version: Int) -> Card
}

extension Record {
    package static func onlyID(in lane: Int) -> ID<Self>? { nil }
    package func refusal(of action: any Action<Self>.Type) -> Refusal? { nil }
    package mutating func settle() {}
    package var hidesContact: Bool { false }
}

/// All kinds of records; the start-up fold and the tests enumerate them.
package enum Records {
    package static let all: [any Record.Type] = [Complaint.self, CaseFile.self, Office.self]

    package static subscript(kind: RecordKind) -> (any Record.Type)? { all.first { $0.kind == kind } }
}
