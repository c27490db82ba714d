package import Foundation

/// One thing that can happen to a record. Its stored properties are what is asked, in their order.
package protocol Action<Subject>: Codable, Sendable {
    associatedtype Subject: Record
    static var name: ActionName { get }
    /// What a worker must be permitted before the policy looks at the record; nil follows what it mends.
    static var duty: Duty? { get }
    /// What lets a worker do it who sees so much of the record and not all; nil where nothing does.
    static func duty(seeing sight: Sight) -> Duty?
    /// Only an action that opens acts on a record that is not yet there, and only then.
    static var opens: Bool { get }
    /// Whether who performs it must be able to open every record on which it makes something happen.
    static var needsEveryFile: Bool { get }
    /// Whether no program performs it, whatever its token: who signs in, and what can't be undone, is people's.
    static var isForPeople: Bool { get }
    /// Whether who performs it shows once more what they sign in with: an unlocked laptop is not enough.
    static var needsProof: Bool { get }
    /// Whether it can also happen to a record that was taken out.
    static var isForVoided: Bool { get }
    /// Whether its answers are asked by a form of its own.
    static var hasForm: Bool { get }
    /// When it happened, if it asks: dues, ages and figures count from here, otherwise from when it was performed.
    var happened: Moment? { get }
    /// Whether that is often years ago, so that nobody is asked whether the year is right.
    static var isOfOldTimes: Bool { get }
    /// Two actions with one topic that did not see each other are a conflict; without a topic, never.
    var topic: Topic? { get }
    /// Topics of entries that it needs to stand.
    var restsOn: [Topic] { get }
    static var mending: MendingTraits { get }
    /// What its rules must know beyond the record; the door answers in `context.facts`.
    var lookups: [Lookup] { get }
    /// Problems of answers that only the record or the context shows; told together with the reader's.
    func faults(_ subject: Subject, _ context: Context) -> [Fault]
    /// What stands in the way whatever is answered, all of it: nobody fills in a form to hear of one after the other. It sees
    /// the record and who asks; what only `lookups` tell is for `check`.
    static func obstacles(on subject: Subject, _ context: Context) -> [Refusal]
    /// What no other answer could mend; first of all what stands in the way whatever is answered.
    func check(_ subject: Subject, _ context: Context) throws(Refusal)
    /// What no other answer could mend where it takes the place of what an entry told: the record, as it stands, has gone
    /// by that since.
    func check(replacing told: any Action<Subject>, on subject: Subject, _ stamp: Stamp) throws(Refusal)
    /// Sentences that are shown once and ticked to go on.
    func cautions(_ subject: Subject, _ context: Context) -> [Caution]
    /// Whether it makes sense to offer it now; what it says does not bind, `check` does.
    static func isOffered(on subject: Subject) -> Bool
    /// The same for one worker, where it makes no sense for everybody who may do it.
    static func isOffered(on subject: Subject, to worker: ID<Worker>) -> Bool
    /// What its form is filled in with at first: what is known already.
    static func suggestion(for subject: Subject) throws -> Posted?
    /// What it makes happen on other records, in the same transaction, each by its own rules. The subject is as it was
    /// before. One that must know what its lookups answered says it here, and can't be mended; every other one is
    /// ``Entailing``.
    func entails(_ subject: Subject, _ stamp: Stamp, _ facts: [Lookup: [String]]) -> [Deed]
    /// Itself where it mends an entry. Every entry of every history is asked, and casts to `any Mend` take long.
    var mend: (any Mend<Subject>)? { get }
    /// Itself where it makes something happen elsewhere, as far as its record tells.
    var entailing: (any Entailing<Subject>)? { get }
    /// Total: an old entry never fails.
    func apply(to subject: inout Subject, _ stamp: Stamp)
}

extension Action {
    package static var opens: Bool { false }
    package static var needsEveryFile: Bool { false }
    package static func duty(seeing sight: Sight) -> Duty? { sight == .open ? duty : nil }
    package static var isForPeople: Bool { false }
    package static var needsProof: Bool { false }
    package static var isForVoided: Bool { false }
    package static var hasForm: Bool { true }
    package var happened: Moment? { nil }
    package static var isOfOldTimes: Bool { false }
    package var topic: Topic? { Topic(Self.name.text) }
    package var restsOn: [Topic] { [] }
    package static var mending: MendingTraits { [] }
    package var lookups: [Lookup] { [] }
    package func faults(_ subject: Subject, _ context: Context) -> [Fault] { [] }
    package static func obstacles(on subject: Subject, _ context: Context) -> [Refusal] { [] }
    package func check(_ subject: Subject, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: subject, context)
    }
    package func check(replacing told: any Action<Subject>, on subject: Subject, _ stamp: Stamp) throws(Refusal) {}
    package func cautions(_ subject: Subject, _ context: Context) -> [Caution] { [] }
    package func entails(_ subject: Subject, _ stamp: Stamp, _ facts: [Lookup: [String]]) -> [Deed] {
        entailing?.entails(subject, stamp) ?? []
    }
    package var mend: (any Mend<Subject>)? { nil }
    package var entailing: (any Entailing<Subject>)? { nil }
    package static func isOffered(on subject: Subject) -> Bool { true }
    package static func isOffered(on subject: Subject, to worker: ID<Worker>) -> Bool { isOffered(on: subject) }
    package static func suggestion(for subject: Subject) throws -> Posted? { nil }

    static func checkObstacles(on subject: Subject, _ context: Context) throws(Refusal) {
        if let obstacle = obstacles(on: subject, context).first { throw obstacle }
    }

    /// The answers as the journal keeps them: sorted keys, so that equal answers are equal bytes.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

/// An action that makes something happen on other records, as far as its own record tells. When its entry is withdrawn, so
/// is what it made happen; corrected it can't be.
package protocol Entailing<Subject>: Action {
    /// The subject is as it was before.
    func entails(_ subject: Subject, _ stamp: Stamp) -> [Deed]
}

extension Entailing {
    package var entailing: (any Entailing<Subject>)? { self }
}

/// The journal names an action that this program does not know.
package struct UnknownAction: Error {
    package let name: ActionName
}
