import Casework
import Foundation

/// One line of a record's history.
struct HistoryModel {
    let title: ActionName
    /// Whether it took effect: a voiding that was only proposed did not.
    let isDone: Bool
    /// Who did it, and whether a program sent it in their name.
    let author: String
    /// Whether it was the reader of this page.
    let isReader: Bool
    let instant: Date
    let isLate: Bool
    /// What it says now; nothing for a form that opened the record, whose answers are the page.
    let answers: [AnswerLine]
    /// What an assessment form answers, question by question.
    let sheet: [AnswerLine]
    /// Decided by who asked for it, because there was no second person.
    let isAlone: Bool
    /// Mends that were proposed and are not decided, or were refused.
    let proposals: [Proposal]
    /// What it said before, oldest first, with who said otherwise and why.
    let versions: [Version]
    let withdrawn: Mending?
    /// Whether the reader mends it without a supervisor's word.
    let isFree: Bool
    /// Where the reader may mend it, or propose to.
    let correct: Path?
    let withdraw: Path?

    struct Mending {
        let author: String
        let instant: Date
        let reason: String
        /// Who approved it, where that was needed.
        var approvedBy: String?
        /// Approved by who had proposed it, because there was no second person.
        var isAlone = false
    }

    struct Proposal {
        let title: ActionName
        let mending: Mending
        /// What it would put in the entry's place.
        let answers: [AnswerLine]
        /// Who refused it; nil while nobody decided.
        let refused: Mending?
        /// Where the reader may decide it.
        let decide: Path?
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
    let instruments: Instruments
    var names = PointedNames()

    private var answerReader: AnswerReader {
        AnswerReader(words: words, when: when, names: names, instruments: instruments)
    }

    /// Where somebody was given another name, they are called what they were called before.
    private func names(with stamp: Stamp, _ action: any Action<R>) -> PointedNames {
        guard let described = action as? DescribePerson, described.who != nil,
            let known = (fold.replayed(before: stamp.entry) as? CaseFile)?.person(described.person)
        else { return names }
        return PointedNames { [described.person.description: known.name.text] }
    }

    func lines() throws -> [HistoryModel] { try fold.history.reversed().filter(isShown).map(line) }

    /// Corrections and withdrawals stand at the entry that they mend.
    private func isShown(_ happened: Happened<R>) -> Bool {
        !happened.isMend && !(happened.action is DecideMending<R>) || happened.action is VoidRecord<R>
    }

    private func line(_ happened: Happened<R>) throws -> HistoryModel {
        let type = type(of: happened.action)
        // A register tells more than the page has a place for, and so does what opens a case.
        let isOnPage = type.opens && type.hasForm && !(happened.action is ImportComplaint)
        let may = fold.mending(of: happened, by: reader.duties)
        return HistoryModel(
            title: type.name,
            isDone: happened.approval == nil || happened.approval == .granted,
            author: author(happened.stamp.worker, happened.token),
            isReader: happened.stamp.worker == reader.id,
            instant: happened.stamp.instant, isLate: happened.isLate,
            answers: isOnPage ? [] : try answers(happened.current, happened.stamp),
            sheet: try answerReader.sheet(of: happened.current),
            isAlone: SecondPerson.isAlone(happened.ticked),
            proposals: try proposals(happened), versions: try versions(happened),
            withdrawn: happened.withdrawn.map(mending),
            isFree: fold.isFree(happened, by: reader.id, at: when.now),
            correct: may.contains(CorrectEntry<R>.name) ? path(CorrectEntry<R>.name, happened) : nil,
            withdraw: may.contains(WithdrawEntry<R>.name) ? path(WithdrawEntry<R>.name, happened) : nil)
    }

    private func author(_ worker: ID<Worker>, _ token: UUID?) -> String {
        let name = authors[worker] ?? ""
        return token == nil ? name : "\(name), \(words["history.program"])"
    }

    /// Of an entry that mends or decides.
    private func author(_ stamp: Stamp) -> String {
        author(stamp.worker, fold.happened(EntryID(stamp.entry))?.token)
    }

    /// Each older version with the mending that ended it.
    private func versions(_ happened: Happened<R>) throws -> [HistoryModel.Version] {
        try happened.earlier.map {
            HistoryModel.Version(answers: try answers($0.action, happened.stamp), mending: mending($0.corrected))
        }
    }

    private func answers(_ action: any Action<R>, _ stamp: Stamp) throws -> [AnswerLine] {
        if let many = action as? NoteManyOpened {
            let name = names[many.worker.description] ?? words["many-opened.somebody"]
            let told = words("many-opened.told", ["name": name, "count": "\(many.count.value)"])
            return [AnswerLine(label: "", value: told, weight: .fact)]
        }
        // What nobody filled in is told by the page, other than what a complaint brought.
        guard type(of: action).hasForm else { return ComplaintTold(words: words, when: when).lines(of: action) }
        let result = (action as? any SheetAction).map { action in
            AnswerLine(
                label: words["assessment.result"], value: instruments.line(action.sheet, words), weight: .fact)
        }
        var reader = answerReader
        reader.names = names(with: stamp, action)
        let lines = [result].compactMap { $0 } + (try reader.lines(of: action))
        // Nobody calls from the history what nobody may call from the page.
        return fold.record.hidesContact ? lines.filter { !$0.isContact } : lines
    }

    /// A voiding's own proposal stands at itself.
    private func proposals(_ happened: Happened<R>) throws -> [HistoryModel.Proposal] {
        let proposed = fold.history.filter { mend in
            guard mend.approval == .asked || mend.approval == .refused, let action = mend.action.mend
            else { return false }
            return action.entry.map { $0 == happened.id } ?? (mend.id == happened.id)
        }
        return try proposed.map { mend in
            let reason = mend.action.mend?.reason.text ?? ""
            let replacement = try (mend.action as? CorrectEntry<R>)?.replacement(of: type(of: happened.action))
            let isOpen = mend.approval == .asked && fold.voided == nil && reader.duties.contains(.approve)
            return HistoryModel.Proposal(
                title: type(of: mend.action).name,
                mending: HistoryModel.Mending(
                    author: author(mend.stamp.worker, mend.token), instant: mend.stamp.instant, reason: reason),
                answers: try replacement.map { try answers($0, happened.stamp) } ?? [],
                refused: mend.decided.map(mending),
                decide: isOpen
                    ? .mending(R.kind, fold.record.id.value, entry: mend.stamp.entry, DecideMending<R>.name) : nil)
        }
    }

    private func mending(_ mended: Reasoned) -> HistoryModel.Mending {
        let decision = fold.history.first { $0.stamp.entry == mended.stamp.entry }?.decided
        return HistoryModel.Mending(
            author: author(mended.stamp), instant: mended.stamp.instant, reason: mended.reason.text,
            approvedBy: decision.map { author($0.stamp) },
            isAlone: decision?.stamp.worker == mended.stamp.worker)
    }

    private func path(_ mend: ActionName, _ happened: Happened<R>) -> Path {
        .mending(R.kind, fold.record.id.value, entry: happened.stamp.entry, mend)
    }
}
