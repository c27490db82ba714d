import Casework
package import Foundation
import Storage
import Vault

/// What `lindung doctor` and the page of the system's state ask of a home.
extension Workspace {
    /// The version of the tables that this program makes.
    package static var tables: Int { Store.tables }

    /// When the latest of the newest entries was written: the first one under a clock that was put back does not hide
    /// those of before.
    package func lastEntry(in lane: Int = 1) throws -> Date? {
        try store.lastEntries(20, in: lane).compactMap { row in
            // What does not open is named by a proof.
            guard let key = try? desk.keys.key(of: row.record) else { return nil }
            return (try? row.placed(by: key))?.entry.instant
        }.max()
    }

    /// Whether something was written later than it is now, and not by a hair.
    package func isClockBehind(_ now: Date) async throws -> Bool {
        try lastEntry().map { $0 > now + 60 } ?? false
    }

    /// Of the disk on which the home is.
    package var room: DiskRoom? { DiskRoom(of: store.home) }
}
