import Casework
import Desk
import Foundation

struct WorkModel {
    /// One due, ready to print.
    struct Line {
        /// Nil where the calendar of its year is not loaded.
        let deadline: Deadline?
        let sentence: String
        let title: String
        let code: String
        let risk: Risk?
        /// Who is bound, and by what.
        let law: String
        let bound: Rule.Bound
        /// Whose deadline it is, where others are bound.
        let who: Rule.Party?
        let path: Path
        let isRestricted: Bool
        /// Whether a law or standard binds the office to it.
        fileprivate var bindsByLaw: Bool { bound == .unit && !law.isEmpty }
    }

    /// Something that waits for the reader's decision.
    struct Ask {
        let title: String
        let code: String
        let risk: Risk?
        /// What is to be decided, by the names of the decisions.
        let decisions: [ActionName]
        let path: Path
        let isRestricted: Bool
    }

    /// A case of the reader's own that no deadline names.
    struct Step {
        let title: String
        let code: String
        let risk: Risk?
        /// Nil where it waits for the head's decision.
        let next: ActionName?
        let isUnsafe: Bool
        /// Who of its clients is not safe, by name.
        let unsafe: [String]
        let path: Path
        let isRestricted: Bool
    }

    let asks: [Ask]
    /// The riskiest first; whoever is not safe before all.
    let steps: [Step]
    /// What a law or standard binds the office to first.
    let late: [Line]
    let today: [Line]
    let later: [Line]
    /// There are more than the list shows.
    let isCut: Bool

    init(_ dues: [Due], own: Listing?, asks: Listing?, _ rulebook: Rulebook, _ when: When) {
        // Whoever is in danger now comes before what is only later.
        let dues = dues.filter { $0.rule == .serveAtOnce } + dues.filter { $0.rule != .serveAtOnce }
        let lines = dues.map { due in
            let rule = rulebook[due.rule]
            let sentence = rule?.sentence[when.words.language.rawValue] ?? due.rule.text
            return Line(
                deadline: due.at.map { Deadline($0, when, isOthers: rule?.bound == .others) },
                sentence: due.count == 1
                    ? when.words.due(sentence, due.service, due.what) : "\(sentence) (\(due.count))",
                title: due.listed.card.title, code: due.listed.code,
                risk: due.listed.card.risk, law: rule?.basis ?? due.rule.text,
                bound: rule?.bound ?? .unit, who: rule?.who,
                path: .record(due.listed.card.kind, due.listed.card.record),
                isRestricted: due.listed.card.isRestricted)
        }
        let all = (asks?.rows ?? []).map { listed in
            let decisions = (listed.card.codes["asks"] ?? "").split(separator: " ").map { ActionName(String($0)) }
            return Ask(
                title: listed.card.title, code: listed.code,
                risk: listed.card.risk, decisions: decisions,
                path: .record(listed.card.kind, listed.card.record), isRestricted: listed.card.isRestricted)
        }
        // Somebody may be reading a file now without need, and has 72 hours to hear of it.
        self.asks =
            all.filter { $0.decisions.contains(ReviewEmergency.name) }
            + all.filter { !$0.decisions.contains(ReviewEmergency.name) }
        let named = Set(dues.map(\.listed.card.record))
        let rest = (own?.rows ?? []).filter { $0.card.isUnsafe || !named.contains($0.card.record) }
        steps = (rest.filter(\.card.isUnsafe) + rest.filter { !$0.card.isUnsafe }).map { listed in
            let next = listed.card.codes["next"].map { ActionName($0) }
            let isOthers = next == DecideClosure.name || next == DecidePlan.name
            return Step(
                title: listed.card.title, code: listed.code, risk: listed.card.risk,
                next: isOthers ? nil : next, isUnsafe: listed.card.isUnsafe, unsafe: listed.card.unsafe,
                path: .record(listed.card.kind, listed.card.record), isRestricted: listed.card.isRestricted)
        }
        let stepDues = dues.filter { $0.rule == .planStep }.count
        isCut = max(stepDues, dues.count - stepDues) >= List.most
        let late = lines.filter { $0.deadline.map { $0.state == .late } ?? true }
        // What law demands of the office is not hidden behind months of reviews that were only agreed.
        self.late = late.filter(\.bindsByLaw) + late.filter { !$0.bindsByLaw }
        today = lines.filter { $0.deadline?.state == .today }
        later = lines.filter { $0.deadline?.state == .later }
    }

    var isEmpty: Bool { asks.isEmpty && steps.isEmpty && late.isEmpty && today.isEmpty && later.isEmpty }
}
