import Casework
import Desk

extension Supervision: ToldAsObject {
    static let members: [Member<Supervision>] = [
        .must("at", \.at), .must("waiting", \.waiting), .must("decisions", \.decisions), .must("reviews", \.reviews),
        .may("reviewDue", \.reviewDue), .must("inbox", \.inbox), .must("inboxLate", \.inboxLate),
        .must("whole", \.whole), .must("managers", \.loads), .must("answersSince", \.answersSince),
        .must("answers", \.answers),
    ]
}

extension Supervision.Waiting: ToldAsObject {
    static let members: [Member<Supervision.Waiting>] = [.must("count", \.count), .may("since", \.since)]
}

extension Supervision.Load: ToldAsObject {
    static let members: [Member<Supervision.Load>] =
        [.may("manager") { $0.manager.map(ToldWorker.init) }]
        + Concern.allCases.map { concern in .must(concern.rawValue) { $0[concern] } }
        + [.may("hoursLate", \.hoursLate)]
}

extension Answering.Step: Told {}

/// The median in whole minutes, the share in percent.
extension Answering: ToldAsObject {
    static let members: [Member<Answering>] = [
        .must("step", \.step), .must("standard") { $0.step.standard.text }, .must("done", \.done),
        .may("minutes") { $0.median.map { Int($0 / 60) } }, .must("inTime", \.inTime), .must("late", \.late),
        .may("share", \.share), .must("waiting", \.waiting),
    ]
}
