import Casework
import Foundation

/// One line of a record's history.
struct HistoryModel {
    let title: ActionName
    let author: String
    /// Whether it was the reader of this page.
    let isReader: Bool
    let instant: Date
    let isLate: Bool
    /// What it says now; nothing for the entry that opened the record, whose answers are the page.
    let answers: [AnswerLine]
    /// What it said before, oldest first, with who said otherwise and why.
    let versions: [Version]
    let withdrawn: Mending?
    /// Where the reader may mend it.
    let correct: Path?
    let withdraw: Path?

    struct Mending {
        let author: String
        let instant: Date
        let reason: String
    }

    struct Version {
        let answers: [AnswerLine]
        let mending: Mending
    }
}

/// Makes a record's history, newest first.
struct HistoryReader<R: Record> {
    let fold: Fold<R>
    let authors: [ID<Worker>: String]
    let reader: Worker
    let words: Words
    let when: When
    /// The names of the file's people by id.
    var people: [String: String] = [:]

    func lines() throws -> [HistoryModel] { try fold.history.reversed().filter(isShown).map(line) }

    /// Corrections and withdrawals stand at the entry that they mend.
    private func isShown(_ happened: Happened<R>) -> Bool {
        !happened.isMend || happened.action is VoidRecord<R>
    }

    private func line(_ happened: Happened<R>) throws -> HistoryModel {
        let opens = type(of: happened.action).opens
        return HistoryModel(
            title: type(of: happened.action).name, author: authors[happened.stamp.worker] ?? "",
            isReader: happened.stamp.worker == reader.id, instant: happened.stamp.instant, isLate: happened.isLate,
            answers: opens ? [] : try answers(happened.current), versions: try versions(happened),
            withdrawn: happened.withdrawn.map(mending), correct: try path(CorrectEntry<R>.self, happened),
            withdraw: opens ? nil : try path(WithdrawEntry<R>.self, happened))
    }

    /// Each older version with the mending that ended it.
    private func versions(_ happened: Happened<R>) throws -> [HistoryModel.Version] {
        let older = [happened.action] + happened.corrections.dropLast().map(\.action)
        return try zip(older, happened.corrections).map { action, correction in
            HistoryModel.Version(answers: try answers(action), mending: mending(correction.mended))
        }
    }

    private func answers(_ action: any Action<R>) throws -> [AnswerLine] {
        // What nobody filled in is told by the page.
        guard type(of: action).hasForm else { return [] }
        return try AnswerLine.all(of: action, words, when, people: people)
    }

    private func mending(_ mended: Mended) -> HistoryModel.Mending {
        HistoryModel.Mending(
            author: authors[mended.stamp.worker] ?? "", instant: mended.stamp.instant, reason: mended.reason.text)
    }

    /// The mending's form, where the rules let this reader mend this entry now.
    private func path<M: Mend<R>>(_ type: M.Type, _ happened: Happened<R>) throws -> Path? {
        guard !happened.isMend, fold.allowsMending(happened, Context(now: when.now, worker: reader)) else { return nil }
        return .mending(R.kind, fold.record.id.value, entry: happened.stamp.entry, M.name)
    }
}
