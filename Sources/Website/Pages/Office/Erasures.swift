import Casework
import Desk
import Foundation

/// What was erased, and how far.
struct Erasures {
    enum State {
        /// The key is there still.
        case unfinished
        /// A backup from before may hold it.
        case inBackups
        case final
    }

    let erased: [Erased]
    /// Who asked and who decided.
    let names: [ID<Worker>: String]
    /// The records whose keys are there still.
    let unfinished: Set<UUID>
    let kept: Kept

    func state(of erased: Erased, _ now: Date) -> State {
        guard unfinished.isDisjoint(with: erased.records) else { return .unfinished }
        return kept.isFinal(erased, now) ? .final : .inBackups
    }
}
