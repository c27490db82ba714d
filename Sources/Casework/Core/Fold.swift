package import Foundation

/// A record as its whole journal made it, and the journal itself.
package struct Fold<Subject: Record>: Sendable {
    package private(set) var record: Subject
    /// What happened, oldest first, with what became of it.
    package private(set) var history: [Happened<Subject>] = []
    /// What took the record out of lists and figures.
    package private(set) var voided: Happened<Subject>?
    /// How often somebody decided a mend that they had proposed themselves.
    private var decidedAlone = 0

    package let id: ID<Subject>
    /// The lane's running number of the entry that opened the record: the one thing that is known only once it is in the
    /// journal. Nothing but the code depends on it.
    private var number = 0

    /// Before the first entry.
    package init(id: ID<Subject>) {
        self.id = id
        record = Subject(id: id)
    }

    /// Tells the record one more entry. A mend reaches back, so everything is told again.
    package mutating func apply(_ placed: Placed) throws {
        guard let type = Subject.actions[placed.entry.action] else { throw UnknownAction(name: placed.entry.action) }
        let action = try JSONDecoder().decode(type, from: placed.entry.answers)
        if history.isEmpty { number = placed.number }
        var happened = Happened(action: action, placed)
        if let mend = action.mend, !isFree(mend, happened) { happened = happened.becoming { $0.approval = .asked } }
        history.append(happened)
        if action.mend != nil {
            if happened.approval == nil { takeEffect(happened) }
        } else if let decision = action as? DecideMending<Subject> {
            decide(decision, happened)
        } else {
            action.apply(to: &record, placed.stamp)
            record.settle()
        }
    }

    /// What another entry made happen, and one's own young entries, are mended without asking.
    private func isFree(_ mend: any Mend<Subject>, _ happened: Happened<Subject>) -> Bool {
        happened.cause != nil || isFree(mend, by: happened.stamp.worker, at: happened.stamp.instant)
    }

    /// Whether a worker mends this now without a supervisor's word.
    package func isFree(_ mend: any Mend<Subject>, by worker: ID<Worker>, at instant: Date) -> Bool {
        if let entry = mend.entry { return happened(entry).map { isFree($0, by: worker, at: instant) } ?? true }
        return history.allSatisfy { $0.isMend || isFree($0, by: worker, at: instant) }
    }

    /// Whether a worker mends this entry now without a supervisor's word.
    package func isFree(_ happened: Happened<Subject>, by worker: ID<Worker>, at instant: Date) -> Bool {
        happened.cause == nil && MendingRules.isFree(happened.stamp, worker, instant)
    }

    private mutating func decide(_ decision: DecideMending<Subject>, _ happened: Happened<Subject>) {
        let index = history.firstIndex { $0.stamp.entry == decision.entry?.value && $0.approval == .asked }
        guard let index else { return }
        history[index] = history[index].becoming {
            $0.approval = Approval(decision.decision)
            $0.decided = Reasoned(stamp: happened.stamp, reason: decision.reason)
        }
        if history[index].stamp.worker == happened.stamp.worker { decidedAlone += 1 }
        if decision.decision == .granted { takeEffect(history[index]) }
    }

    private mutating func takeEffect(_ happened: Happened<Subject>) {
        guard let mend = happened.action.mend else { return }
        mark(mend, happened)
        tellAgain()
    }

    /// Remembers at the mended entry what became of it. Total: a mend of what is not there does nothing.
    private mutating func mark(_ mend: any Mend<Subject>, _ happened: Happened<Subject>) {
        if mend is VoidRecord<Subject> { voided = happened }
        guard let index = history.firstIndex(where: { $0.stamp.entry == mend.entry?.value }) else { return }
        let mended = Reasoned(stamp: happened.stamp, reason: mend.reason)
        if mend is WithdrawEntry<Subject> { history[index] = history[index].becoming { $0.withdrawn = mended } }
        if let correction = mend as? CorrectEntry<Subject>,
            let replacement = try? correction.replacement(of: type(of: history[index].action))
        {
            history[index] = history[index].becoming {
                $0.named.formUnion(correction.replacement.families)
                $0.corrections.append(Correction(action: replacement, mended: mended))
            }
        }
    }

    private mutating func tellAgain() {
        record = replayed(before: nil)
        if voided != nil { record.void() }
    }

    /// The record as what stands now makes it, up to an entry.
    package func replayed(before entry: UUID?) -> Subject {
        var record = Subject(id: id)
        for happened in history.prefix(while: { $0.stamp.entry != entry }) where happened.withdrawn == nil {
            happened.current.apply(to: &record, happened.stamp)
            record.settle()
        }
        return record
    }

    package var version: Int { history.last?.stamp.version ?? 0 }
    package var isThere: Bool { version > 0 }

    /// Where it stands, without making the card that says so too.
    package var status: Status { voided == nil ? record.status : .void }

    package var card: Card {
        var card = record.card(version)
        card.decidedAlone += decidedAlone
        card.recorded = worked
        if voided == nil, history.contains(where: { $0.approval == .asked }) {
            card.asksApproval = true
            let asks = [card.codes["asks"], DecideMending<Subject>.name.text].compactMap { $0 }
            card.codes["asks"] = asks.joined(separator: " ")
        }
        if let voided {
            card.status = .void
            // Whoever took it out can see what they did; of a restricted case, as long as they are of its team.
            card.team +=
                card.isRestricted || card.team.contains(voided.stamp.worker.value) ? [] : [voided.stamp.worker.value]
        }
        return card
    }

    /// When somebody last worked on it. Who may see it, and whether they had to, is decided without opening it, and is no
    /// work.
    private var worked: Date? {
        history.last { type(of: $0.action).duty(seeing: .readable) == nil }?.stamp.instant
    }

    /// Mends of an entry, or of the whole record for nil, that wait for approval.
    package func proposals(for entry: UUID?) -> [Happened<Subject>] {
        history.filter { isProposal($0, for: entry) }
    }

    func hasProposals(for entry: UUID?) -> Bool { history.contains { isProposal($0, for: entry) } }

    private func isProposal(_ happened: Happened<Subject>, for entry: UUID?) -> Bool {
        happened.approval == .asked && happened.action.mend?.entry?.value == entry
    }

    /// The code that people say aloud; its number is the running number of the entry that opened the record.
    package var code: Code? {
        history.first.map { Code(Subject.codePrefix, opened: $0.stamp.instant, number: number) }
    }

    /// Once its newest entry is in the journal.
    package mutating func place(at number: Int) { if history.count == 1 { self.number = number } }

    package func happened(_ entry: EntryID) -> Happened<Subject>? {
        history.first { $0.stamp.entry == entry.value }
    }

    /// What others did on this topic since a version that somebody saw.
    package func unseen(_ topic: Topic?, since seen: Int) -> [Happened<Subject>] {
        guard let topic else { return [] }
        return history.filter { $0.stamp.version > seen && touches(topic, $0) }
    }

    /// A mend is about what it mends; a mend of what opened the record is about everything.
    private func touches(_ topic: Topic, _ happened: Happened<Subject>) -> Bool {
        if let decision = happened.action as? DecideMending<Subject> {
            // What was decided touches what the proposal was about.
            let proposal = decision.entry.flatMap(self.happened)
            return proposal.map { touches(topic, $0) } ?? false
        }
        guard let mend = happened.action.mend else { return happened.action.topic == topic }
        guard let mended = mend.entry.flatMap(self.happened) else { return true }
        return type(of: mended.action).opens || mend.topic == topic || mended.action.topic == topic
    }
}

/// One action that happened, with its stamp and what became of it. It never changes, so that copies of a history, of
/// which each act makes one, share it: what becomes of it is told by another one in its place.
package final class Happened<Subject: Record>: Sendable {
    /// As it was first told.
    package let action: any Action<Subject>
    package let stamp: Stamp
    /// The entry that made it happen; nil for one that somebody performed.
    package let cause: UUID?
    /// The token of the program that performed it in the worker's name; nil for people.
    package let token: UUID?
    /// The cautions that were shown and ticked.
    package let ticked: [String]
    private let fate: Fate

    fileprivate struct Fate {
        var named: Set<UUID>
        var corrections: [Correction<Subject>] = []
        var withdrawn: Reasoned?
        var approval: Approval?
        var decided: Reasoned?
    }

    /// The entries whose things it names.
    var named: Set<UUID> { fate.named }
    /// Oldest first.
    package var corrections: [Correction<Subject>] { fate.corrections }
    package var withdrawn: Reasoned? { fate.withdrawn }
    /// For a mend that needs approval: what became of it; nil for one that does not.
    package var approval: Approval? { fate.approval }
    /// Who said so, and why.
    package var decided: Reasoned? { fate.decided }

    fileprivate init(action: any Action<Subject>, _ placed: Placed) {
        self.action = action
        stamp = placed.stamp
        ticked = placed.entry.ticked
        cause = placed.entry.cause
        token = placed.entry.token
        fate = Fate(named: placed.entry.answers.families)
    }

    private init(_ happened: Happened, becoming fate: Fate) {
        action = happened.action
        stamp = happened.stamp
        ticked = happened.ticked
        cause = happened.cause
        token = happened.token
        self.fate = fate
    }

    fileprivate func becoming(_ change: (inout Fate) -> Void) -> Happened {
        var fate = fate
        change(&fate)
        return Happened(self, becoming: fate)
    }

    /// What it says now.
    package var current: any Action<Subject> { corrections.last?.action ?? action }
    /// What it said before each correction, oldest first, and the correction that ended that.
    package var earlier: [(action: any Action<Subject>, corrected: Reasoned)] {
        // Nearly no entry has any.
        guard !corrections.isEmpty else { return [] }
        return zip([action] + corrections.map(\.action), corrections).map { ($0, $1.mended) }
    }
    /// Told more than a day after it happened.
    package var isLate: Bool { current.happened.map { stamp.instant > $0.instant + 24 * 3600 } ?? false }
    package var id: EntryID { EntryID(stamp.entry) }
    package var isMend: Bool { action.mend != nil }
}

/// Who said something of an entry, when and why: what mends it, or decides about that.
package struct Reasoned: Hashable, Sendable {
    package let stamp: Stamp
    package let reason: LongText
}

/// Other answers in the place of an entry's.
package struct Correction<Subject: Record>: Sendable {
    package let action: any Action<Subject>
    package let mended: Reasoned
}

extension Data {
    /// The families of the ids that stand in an action's answers.
    fileprivate var families: Set<UUID> {
        withUnsafeBytes { json in
            Set(json.split(separator: UInt8(ascii: "\"")).compactMap { UUID(utf8: $0)?.family })
        }
    }
}
