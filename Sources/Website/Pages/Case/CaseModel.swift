import Casework
import Foundation

struct CaseModel {
    /// One legal deadline with what became of it.
    struct DueLine {
        let rule: RuleID
        let sentence: String
        let law: String
        let isUnit: Bool
        let due: Date
        let trigger: Trigger
    }

    let file: CaseFile
    let code: String
    let isVoid: Bool
    let status: Status
    let manager: String
    /// The nearest open one first, closed ones last.
    let dues: [DueLine]
    let actions: [ActionName]
    let history: [HistoryModel]

    init(
        _ fold: Fold<CaseFile>, names: [ID<Worker>: String], reader: Worker, rulebook: Rulebook, words: Words,
        when: When
    ) throws {
        file = fold.record
        code = fold.code?.description ?? ""
        isVoid = fold.voided != nil
        status = fold.card.status
        manager = fold.record.manager.flatMap { names[$0] } ?? ""
        actions = fold.actions(for: Context(now: when.now, worker: reader))
        let people = Dictionary(
            fold.record.people.map { ($0.id.description, $0.name.text) } + names.map { ($0.description, $1) },
            uniquingKeysWith: { first, _ in first })
        history = try HistoryReader(
            fold: fold, authors: names, reader: reader, words: words, when: when, people: people
        )
        .lines()
        let lines = fold.record.triggers.compactMap { trigger -> DueLine? in
            guard let rule = rulebook[trigger.rule] else { return nil }
            return DueLine(
                rule: rule.id, sentence: rule.sentence[words.language.rawValue] ?? rule.id.text, law: rule.basis,
                isUnit: rule.bound == .unit, due: rule.due(from: trigger.start), trigger: trigger)
        }
        dues = lines.sorted { ($0.trigger.isOpen ? 0 : 1, $0.due) < ($1.trigger.isOpen ? 0 : 1, $1.due) }
    }

    func path(_ action: ActionName) -> Path { .acting(CaseFile.kind, file.id.value, action) }
    func may(_ action: ActionName) -> Bool { actions.contains(action) }
    var nextDue: DueLine? { dues.first { $0.trigger.isOpen } }
}
