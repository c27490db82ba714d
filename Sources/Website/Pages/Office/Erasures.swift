import Casework
import Desk
import Foundation

/// What was erased, and how far.
struct Erasures {
    enum State {
        /// The key is there still.
        case unfinished
        /// A backup from before may hold it, until it is too old to be kept.
        case inBackups
        /// One that should be gone holds it, or nobody looks after the backups.
        case inOldBackups
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
        if kept.isFinal(erased, now) { return .final }
        return now < erased.finalFrom ? .inBackups : .inOldBackups
    }
}
