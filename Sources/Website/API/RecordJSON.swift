import Casework
import Foundation

/// One record as the API tells it: where it stands, what may be done to it now, everything that happened.
struct RecordJSON<R: Record> {
    let fold: Fold<R>
    let names: [ID<Worker>: String]
    let words: Words
    let law: Law

    private var answers: AnswersJSON { AnswersJSON(instruments: law.instruments) }

    /// - Parameter actions: what this reader may do to it now.
    func json(_ actions: [ActionName]) throws -> JSON {
        [
            "kind": JSON(R.kind.text), "id": JSON(fold.record.id.value), "code": fold.code.map { JSON($0.description) },
            "version": JSON(fold.version), "status": JSON(fold.card.status.rawValue),
            "actions": .array(actions.map { JSON($0.text) }),
            "state": StateJSON(names: names, words: words, law: law).of(fold.record),
            "history": .array(try fold.history.map(entry)),
        ]
    }

    func entry(_ happened: Happened<R>) throws -> JSON {
        .object([
            ("entry", JSON(happened.stamp.entry)), ("version", JSON(happened.stamp.version)),
            ("action", JSON(type(of: happened.action).name.text)), ("at", JSON(happened.stamp.instant)),
            ("happened", happened.current.happened.map { JSON($0.instant) }), ("by", worker(happened.stamp.worker)),
            ("because", happened.cause.map { JSON($0) }),
            ("ticked", happened.ticked.isEmpty ? nil : .array(happened.ticked.map { JSON($0) })),
            ("answers", try told(happened)), ("mends", mends(happened)), ("before", try before(happened)),
            ("withdrawn", happened.withdrawn.map(mended)), ("approval", happened.approval.map { JSON($0.name) }),
            ("decided", happened.decided.map(mended)),
        ])
    }

    /// Its answers; of a correction those that it puts in the entry's place, and why.
    private func told(_ happened: Happened<R>) throws -> JSON? {
        guard let correction = happened.action as? CorrectEntry<R> else { return try answers.of(happened.current) }
        let mended = correction.entry.flatMap { fold.happened($0) }
        let replacement = try mended.map { try correction.replacement(of: type(of: $0.action)) }
        return [
            "answers": try replacement.flatMap { try answers.of($0) },
            CorrectEntry<R>.reasonName: JSON(correction.reason.text),
        ]
    }

    /// The entry that it mends or decides about.
    private func mends(_ happened: Happened<R>) -> JSON? {
        let entry = happened.action.mend?.entry ?? (happened.action as? DecideMending<R>)?.entry
        return entry.map { JSON($0.value) }
    }

    /// What it said before it was corrected, oldest first, and who said otherwise.
    private func before(_ happened: Happened<R>) throws -> JSON? {
        guard !happened.corrections.isEmpty else { return nil }
        let older = [happened.action] + happened.corrections.dropLast().map(\.action)
        return .array(
            try zip(older, happened.corrections).map { action, correction in
                ["answers": try answers.of(action), "corrected": mended(correction.mended)]
            })
    }

    private func mended(_ mended: Mended) -> JSON {
        [
            "by": worker(mended.stamp.worker), "at": JSON(mended.stamp.instant), "reason": JSON(mended.reason.text),
        ]
    }

    private func worker(_ id: ID<Worker>) -> JSON { ["id": JSON(id.value), "name": names[id].map { JSON($0) }] }
}

extension Approval {
    fileprivate var name: String {
        switch self {
        case .asked: "asked"
        case .granted: "granted"
        case .refused: "refused"
        }
    }
}
