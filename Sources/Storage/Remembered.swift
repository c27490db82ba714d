import Synchronization

/// Answers that are asked for again and again, as long as nothing was written that could change them.
package final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct State {
        var writes = 0
        var answers: [Question: Answer] = [:]
    }

    private let state = Mutex(State())
    /// Beyond this many it starts anew.
    private let most = 2_000

    package init() {}

    /// - Parameter writes: how many there were before this asks. A write counts once it is committed and before it is
    ///   acknowledged, so that whoever was told of it asks anew.
    package func answer(_ question: Question, after writes: Int, _ ask: () throws -> Answer) rethrows -> Answer {
        let known = state.withLock { $0.writes == writes ? $0.answers[question] : nil }
        if let known { return known }
        let answer = try ask()
        state.withLock { state in
            if state.writes < writes || state.answers.count >= most { state = State(writes: writes) }
            if state.writes == writes { state.answers[question] = answer }
        }
        return answer
    }
}
