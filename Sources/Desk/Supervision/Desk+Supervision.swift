package import Casework
import Foundation

extension Desk {
    /// How the office's work stands, for who may see its figures. Only numbers and who manages cases leave the building.
    package func supervision(by worker: Worker) async throws -> Supervision {
        try await admitToFigures(worker)
        let (scope, now) = (Scope(worker), clock.now())
        let reckoning = law(in: worker.lane).office.reckoning
        let due = { @Sendable (rule: RuleID, start: Date) -> Date? in
            rulebook[rule]?.due(Trigger(rule, from: start), reckoning)
        }
        let answers = try await index.reduce(
            Answering.asking(in: scope, since: now - Supervision.period), into: Answers(at: now, due: due)
        ) { try $0.count($1) }
        let supervision = try await index.supervision(in: scope, at: now, answers: answers.all)
        var look = Look(.figures, by: worker, at: now)
        look.time = [supervision.answersSince, now]
        try await leave(look, by: worker)
        return supervision
    }

    /// Whoever may not see figures is turned away, on record.
    func admitToFigures(_ worker: Worker) async throws {
        guard worker.duties.isDisjoint(with: Policy.figures) else { return }
        try await leaveLook(denied: nil, by: worker)
        throw NotDone.notPermitted(.approve)
    }
}
