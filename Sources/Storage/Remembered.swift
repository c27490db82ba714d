import Synchronization

/// Answers that are asked for again and again, as long as nothing was written that could change them.
final class Remembered: Sendable {
    private struct State {
        var writes = 0
        var answers: [SQL: [Row]] = [:]
    }

    private let state = Mutex(State())
    /// Beyond this many it starts anew.
    private let most = 2_000

    /// - Parameter writes: how many there were before this asks. A write counts once it is committed and before it is
    ///   acknowledged, so that whoever was told of it asks anew.
    func rows(_ sql: SQL, after writes: Int, _ ask: () throws -> [Row]) rethrows -> [Row] {
        if let known = state.withLock({ $0.writes == writes ? $0.answers[sql] : nil }) { return known }
        let rows = try ask()
        state.withLock { state in
            if state.writes < writes || state.answers.count >= most { state = State(writes: writes) }
            if state.writes == writes { state.answers[sql] = rows }
        }
        return rows
    }
}
