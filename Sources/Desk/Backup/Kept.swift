package import Casework
package import Foundation
import Storage

/// What became of a home's backups.
package struct Kept: Hashable, Sendable {
    /// Whether the server makes backups.
    package let isKept: Bool
    package let made: Date?
    /// When one was last restored and proved.
    package let tried: Date?
    /// The last turn failed, or the last trial.
    package let fails: Bool
    /// The last trial found that tables beside the books were changed; the records are whole, and so is the backup.
    package let findsChanges: Bool
    /// When the oldest was made whose keys are still there; nil where the server made none yet. One that a wrong clock
    /// dated counts as older than anything.
    package var oldest: Date?

    /// Whether neither the home nor any backup that the server keeps can open what was erased. Where it keeps none,
    /// nobody knows what others keep.
    package func isFinal(_ erased: Erased, _ now: Date) -> Bool {
        isKept && now >= erased.finalFrom && oldest.map { $0 > erased.at } ?? false
    }

    /// A night and a little.
    package static let longestWithout: TimeInterval = 26 * 3600

    package func isMadeTooLongAgo(_ now: Date) -> Bool {
        made?.believed(at: now).map { now > $0 + Self.longestWithout } ?? true
    }
    /// No restore in eight days.
    package func isTriedTooLongAgo(_ now: Date) -> Bool {
        tried?.believed(at: now).map { now > $0 + 8 * 24 * 3600 } ?? true
    }
}

extension Date {
    /// Nil for what a wrong clock dated later than now.
    package func believed(at now: Date) -> Date? { self <= now + 60 ? self : nil }
}

extension Workspace {
    package func kept() throws -> Kept {
        Kept(
            isKept: try fact(.isKept) == "yes", made: try instant(of: .backupMade),
            tried: try instant(of: .backupTried),
            fails: try fact(.backupFails)?.isEmpty == false || fact(.trialFails) == "yes",
            findsChanges: try fact(.tablesChanged) == "yes", oldest: try instant(of: .oldestBackup))
    }

    /// Whether it has grown so large that a lost machine loses a day.
    package var isCopiedAtNightOnly: Bool { get throws { try store.size > Keeper.quickToCopy } }

    /// No keeper looks after this home.
    package func noteNoKeeper() async throws { try await keep("no", for: .isKept) }
}
