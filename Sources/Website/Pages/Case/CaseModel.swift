import Casework
import Desk
import Foundation

/// What the page of a case shows. A class, since each part of the page has it: copies would be most of the work.
final class CaseModel {
    /// One legal deadline with what became of it.
    struct DueLine {
        let rule: Rule
        let sentence: String
        /// Nil where the calendar of its year is not loaded.
        let due: Date?
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
    /// Whether there is a due that the office may ask to be let off.
    let isWaivable: Bool
    /// Whether the reader works on it.
    let isReaders: Bool
    /// Other cases that may be about the same people, of a restricted one.
    let alike: [Listed]
    /// How many can still open a restricted case, where that is too few.
    let tooFew: Int?
    /// What alone lets the reader see it, to read only.
    let emergency: EmergencyAccess?
    private let names: [ID<Worker>: String]
    /// What waits for the reader's decision.
    var asked: [ActionName] {
        [ReviewEmergency.name, DecideWaiver.name, DecidePlan.name, DecideClosure.name, DecideErasure<CaseFile>.name]
            .filter(may)
    }
    /// Mends that wait for it.
    var proposals: [Path] { history.flatMap(\.proposals).compactMap(\.decide) }
    /// The complaints and the linked files that the reader may open.
    let openFiles: Set<UUID>
    let labels: CaseLabels
    let instruments: Instruments
    private let now: Date

    init(
        _ fold: Fold<CaseFile>, names: [ID<Worker>: String], openFiles: Set<UUID>, reader: Worker,
        emergency: EmergencyAccess? = nil, alike: [Listed] = [], managing: Set<ID<Worker>> = [],
        approving: Set<ID<Worker>> = [], law: Law, words: Words, when: When
    ) throws {
        self.emergency = emergency
        self.alike = alike
        tooFew = fold.record.tooFew(of: managing, approving: approving)
        self.names = names
        file = fold.record
        self.openFiles = openFiles
        now = when.now
        instruments = law.instruments
        labels = CaseLabels(file: fold.record, office: law.office, words: words, when: when)
        code = fold.code?.description ?? ""
        isVoid = fold.voided != nil
        status = fold.status
        manager = fold.record.manager.flatMap { names[$0] } ?? ""
        let offered = fold.actions(for: Context(now: when.now, worker: reader, law: law))
        actions =
            emergency == nil
            ? offered
            : offered.filter { CaseFile.actions[$0]?.duty(seeing: .readable).map(reader.duties.contains) == true }
        isWaivable = !fold.record.waivable(by: law.rulebook).isEmpty
        isReaders = fold.record.isOfTeam(reader.id)
        // Who only reads it mends nothing.
        var mender = reader
        if emergency != nil { mender.only = [] }
        let history = HistoryReader(
            fold: fold, authors: names, reader: mender, words: words, when: when, instruments: law.instruments,
            names: PointedNames { [labels] in
                labels.names(in: fold).merging(names.map { ($0.description, $1) }) { first, _ in first }
                    .merging(law.rulebook.names(in: words.language)) { first, _ in first }
            })
        self.history = try history.lines()
        let reckoning = law.office.reckoning
        let lines = fold.record.namedTriggers.compactMap { trigger -> DueLine? in
            guard let rule = law.rulebook[trigger.rule] else { return nil }
            let sentence = rule.sentence[words.language.rawValue] ?? rule.id.text
            return DueLine(
                rule: rule, sentence: words.due(sentence, trigger.service, trigger.what),
                due: rule.due(trigger, reckoning), trigger: trigger)
        }
        dues = lines.sorted { $0.place < $1.place }
    }

    func identity(_ words: Words) -> Identity { Identity(file, code, words) }

    func name(_ worker: ID<Worker>) -> String { names[worker] ?? "" }
    func path(_ action: ActionName) -> Path { .acting(CaseFile.kind, file.id.value, action) }
    func path(_ action: ActionName, of told: ToldPerson) -> Path {
        .filling(CaseFile.kind, file.id.value, action, choice: told.id.description)
    }
    func may(_ action: ActionName) -> Bool { actions.contains(action) }

    /// Those of a case that somebody works on, the nearest first.
    private var openDues: [DueLine] { file.isClosed || isVoid ? [] : dues.filter(\.trigger.isOpen) }

    /// What is done first: what is near, above all where it binds the office; then what binds the office, then whatever is
    /// nearest.
    private var nextDue: DueLine? {
        let open = openDues
        let binding = open.filter { $0.rule.bound == .unit }
        return binding.first(where: isNear) ?? open.first(where: isNear) ?? binding.first ?? open.first
    }

    /// Within a day and a half, or at an instant that nobody can reckon. What police and courts must do is chased once it is
    /// past, for a week: before that nobody can do anything, and afterwards the work goes on.
    private func isNear(_ due: DueLine) -> Bool {
        guard let at = due.due else { return true }
        guard let who = due.rule.who, who != .client else { return at < soon }
        return at < now && at > now - Self.chased
    }

    private var soon: Date { now + 36 * 3600 }
    private static let chased: TimeInterval = 7 * 24 * 3600

    /// While the work waits for somebody else: what a law wants soon and this reader can do something about, be it to ask
    /// the police.
    private var meanwhile: DueLine? {
        openDues.first { due in
            guard due.rule.bound != .agreed, !due.rule.basis.isEmpty, let action = due.rule.id.metBy, may(action) else {
                return false
            }
            return due.due.map { $0 < soon && $0 > now - Self.chased } ?? true
        }
    }

    /// What is to be done first: a due that binds the office or is near, or else what the work asks for.
    var next: Next? {
        let step = isVoid ? nil : file.nextStep
        let due = nextDue
        if file.isUnsafe, let step { return .step(step, after: due) }
        // A due that somebody waits to be let off is nothing to be met meanwhile.
        if may(DecideWaiver.name) { return .step(DecideWaiver.name, after: due) }
        // Who manages it does the work; to who does not, it was opened for what they are asked.
        if !isReaders, let asked = asked.first { return .step(asked, after: due) }
        if !isReaders, let proposal = proposals.first { return .proposal(proposal, after: due) }
        if let due, due.rule.bound == .unit || isNear(due) || step == nil { return .due(due, after: step) }
        if let step, !may(step), let meanwhile { return .due(meanwhile, after: step) }
        return step.map { .step($0, after: due) }
    }

    /// For whom a step waits that is not the reader's, as the locale says it.
    func waits(for action: ActionName) -> String {
        CaseFile.actions[action]?.duty == .approve ? "case.waits-head" : "case.waits"
    }

    enum Next {
        case due(DueLine, after: ActionName?)
        case step(ActionName, after: DueLine?)
        /// A mend to decide, at this address.
        case proposal(Path, after: DueLine?)
    }
}

extension CaseModel.DueLine {
    fileprivate var place: (Int, Date) { (trigger.isOpen ? 0 : 1, due ?? trigger.start) }
}
