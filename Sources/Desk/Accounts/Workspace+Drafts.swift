import Casework
import Foundation
import Storage
import Vault

extension Workspace {
    /// Forgets drafts that are too old, also where nobody keeps anything new. A clock is not believed alone: as long as
    /// nobody did anything a day later, it may be the clock that ran ahead.
    package func dropOldDrafts() async throws {
        guard let seen = try [lastEntry(), lastLook()].compactMap({ $0 }).max() else { return }
        try await accounts.dropOldDrafts(at: min(now, seen))
    }

    /// When the latest of the newest looks was.
    private func lastLook() throws -> Date? {
        let lane = 1
        guard let key = try desk.keys.key(of: .lane(lane)) else { return nil }
        let rows = try store.find("SELECT id, sealed FROM looks WHERE lane = \(lane) ORDER BY seq DESC LIMIT 20")
        return rows.compactMap { row in
            // What does not open is named by a proof.
            guard let id = try? row.id("id"), let sealed = try? row.data("sealed"),
                let json = try? key.unseal(sealed, at: Look.place(id, lane: lane))
            else { return nil }
            return try? JSONDecoder().decode(Look.self, from: json).instant
        }.max()
    }
}
