import Casework
package import Foundation
import Storage

/// What becomes of a record whose erasure was decided (`docs/adr/0016-erasure.md`).
extension Desk {
    /// Lets go of what memory holds of them. Whoever asks for one from here on is told that there is none.
    func forget(_ records: [UUID], in lane: Int) {
        keys.forget(records)
        folds.forget(records, in: lane)
    }

    /// Destroys the keys of what an office's record says is erased, also those that a kill left. What was sealed with them
    /// stays in the journal, and in every copy of it, and opens no more.
    func destroyErased(in lane: Int) async throws {
        let left = try store.undestroyed(Set(index.office(in: lane).erasedRecords))
        if !left.isEmpty { try await store.destroy(left) }
    }
}

extension Workspace {
    /// Destroys what was erased by decision and has its key still, because something came in between.
    package func finishErasures() async throws {
        for lane in try store.heads(of: .journal).keys { try await desk.destroyErased(in: lane) }
    }

    /// The records that the offices say were erased.
    package func erasedRecords() async throws -> Set<UUID> {
        var erased: Set<UUID> = []
        for lane in try store.heads(of: .journal).keys {
            erased.formUnion(try desk.folds.current(Office.id(in: lane), in: lane).record.erasedRecords)
        }
        return erased
    }

    /// Those of them that can be read still, or again.
    package func unfinishedErasures() async throws -> Set<UUID> {
        try store.undestroyed(try await erasedRecords())
    }
}
