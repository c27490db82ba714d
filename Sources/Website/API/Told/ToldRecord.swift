import Casework
import Desk
import Foundation

/// One record: where it stands, what may be done to it now, everything that happened.
struct ToldRecord: ToldAsObject {
    let kind: RecordKind
    let id: UUID
    let code: String?
    let version: Int
    let status: Status
    let actions: [ActionName]
    let state: JSON
    let history: [ToldEntry]

    static let members: [Member<ToldRecord>] = [
        .must("kind", \.kind.text), .must("id", \.id), .may("code", \.code), .must("version", \.version),
        .must("status", \.status), .must("actions") { $0.actions.map(\.text) }, .must("state", \.state),
        .must("history", \.history),
    ]

    /// - Parameter duties: by which this reader may do something to it; none for who may only look.
    /// - Parameter actions: what this reader may do to it now.
    init<R: Record>(_ fold: Fold<R>, _ actions: [ActionName], by duties: Set<Duty>, _ telling: Telling) throws {
        kind = R.kind
        id = fold.record.id.value
        code = fold.code?.description
        version = fold.version
        status = fold.status
        self.actions = actions
        state = (fold.record as? any Told)?.json(telling) ?? [:]
        history = try fold.history.map { happened in
            let may = fold.mendingByPrograms(of: happened, by: duties)
            return try ToldEntry(happened, in: fold, telling.law.instruments, may: may)
        }
    }
}

/// One entry of a record's journal, and what became of it.
struct ToldEntry: ToldAsObject {
    let stamp: Stamp
    let action: ActionName
    let happened: Date?
    /// The entry that made it happen.
    let because: UUID?
    /// The token of the program that sent it.
    let token: UUID?
    let ticked: [String]
    let answers: JSON?
    /// The entry that it mends or decides about.
    let mends: UUID?
    let before: [ToldBefore]
    let withdrawn: Reasoned?
    let approval: Approval?
    let decided: Reasoned?
    /// How this reader may mend it now, or decide about it.
    let may: [ActionName]

    static let members: [Member<ToldEntry>] = [
        .must("entry", \.stamp.entry), .must("version", \.stamp.version), .must("action", \.action.text),
        .must("at", \.stamp.instant), .may("happened", \.happened), .must("by") { ToldWorker(id: $0.stamp.worker) },
        .may("token", \.token), .may("because", \.because), .may("ticked") { $0.ticked.isEmpty ? nil : $0.ticked },
        .may("answers", \.answers), .may("mends", \.mends), .may("before") { $0.before.isEmpty ? nil : $0.before },
        .may("withdrawn", \.withdrawn), .may("approval", \.approval), .may("decided", \.decided),
        .may("may") { $0.may.isEmpty ? nil : $0.may.map(\.text) },
    ]

    init<R: Record>(
        _ happened: Happened<R>, in fold: Fold<R>, _ instruments: Instruments, may: [ActionName] = []
    ) throws {
        self.may = may
        stamp = happened.stamp
        action = type(of: happened.action).name
        self.happened = happened.current.happened?.instant
        because = happened.cause
        token = happened.token
        ticked = happened.ticked
        let telling = AnswersJSON(instruments: instruments, withoutContact: fold.record.hidesContact)
        answers = try Self.told(happened, in: fold, telling)
        mends = (happened.action.mend?.entry ?? (happened.action as? DecideMending<R>)?.entry)?.value
        before = try ToldBefore.all(of: happened, telling)
        withdrawn = happened.withdrawn
        approval = happened.approval
        decided = happened.decided
    }

    /// Its answers; of a correction those that it puts in the entry's place, and why.
    private static func told<R: Record>(
        _ happened: Happened<R>, in fold: Fold<R>, _ answers: AnswersJSON
    ) throws -> JSON? {
        guard let correction = happened.action as? CorrectEntry<R> else { return try answers.of(happened.current) }
        return [
            "answers": try fold.replacement(by: correction).flatMap { try answers.of($0) },
            CorrectEntry<R>.reasonName: JSON(correction.reason.text),
        ]
    }

    /// - Parameter answers: what this action was answered with.
    static func schema(of action: ActionName, answers: JSON) -> JSON {
        let before = APISchemas.list(ToldBefore.schema(["answers": answers]))
        return schema(["action": APISchemas.code([action.text]), "answers": answers, "before": before])
    }
}

/// What an entry said before it was corrected, and who said otherwise.
struct ToldBefore: ToldAsObject {
    let answers: JSON?
    let corrected: Reasoned

    static let members: [Member<ToldBefore>] = [.may("answers", \.answers), .must("corrected", \.corrected)]

    /// Oldest first.
    static func all<R: Record>(of happened: Happened<R>, _ answers: AnswersJSON) throws -> [ToldBefore] {
        try happened.earlier.map { ToldBefore(answers: try answers.of($0.action), corrected: $0.corrected) }
    }
}

extension Reasoned: ToldAsObject {
    static let members: [Member<Reasoned>] = [
        .must("by") { ToldWorker(id: $0.stamp.worker) }, .must("at", \.stamp.instant), .must("reason", \.reason.text),
    ]
}

/// What was done.
struct ToldPerformed: ToldAsObject {
    let kind: RecordKind
    let record: UUID
    let version: Int
    let entry: UUID?
    let waitsForApproval: Bool
    let opened: [Opened]

    static let members: [Member<ToldPerformed>] = [
        .must("kind", \.kind.text), .must("record", \.record), .must("version", \.version),
        .may("entry", \.entry), .may("approval") { $0.waitsForApproval ? Approval.asked : nil },
        .may("opened") { $0.opened.isEmpty ? nil : $0.opened },
    ]

    init<R: Record>(_ done: Performed<R>) {
        kind = R.kind
        record = done.record.value
        version = done.version
        entry = done.entry
        waitsForApproval = done.waitsForApproval
        opened = done.opened
    }
}

extension Opened: ToldAsObject {
    static let members: [Member<Opened>] = [.must("kind", \.kind.text), .must("record", \.record)]
}
