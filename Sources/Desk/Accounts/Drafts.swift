package import Casework
package import Foundation
import Storage
import Vault

/// What a worker typed and nobody else may read: kept sealed, at an opaque address, until it is old.
extension Accounts {
    package enum DraftKind: String, Sendable {
        /// The words of a search.
        case search
        /// A form that was not sent, or sent after the session had ended.
        case form
        /// A sheet that is being brought in.
        case sheet
    }

    /// Older ones are forgotten.
    static let draftLife: TimeInterval = 24 * 3600
    /// Of each worker and kind only so many newest are kept.
    static let draftsKept = 50
    /// A list shows so many of them.
    private static let draftsTold = 20
    /// A sheet is large.
    static let sheetsKept = 3

    /// Keeps a draft; one that its owner kept under the same id before is replaced, and one whose id is the key of what
    /// was performed already is not kept.
    @discardableResult
    package func keepDraft(
        _ text: String, _ kind: DraftKind, id: UUID = .random(), of worker: Worker
    ) async throws -> UUID {
        guard try store.receipt(id) == nil else { return id }
        let key = try await keys.makeKey(of: worker.id.value)
        let sealed = try key.seal(Data(text.utf8), at: Self.place(id, worker))
        let now = clock.now()
        let mine: SQL = "account = \(worker.id.value) AND kind = \(kind.rawValue)"
        try await store.write(
            """
            INSERT INTO drafts (id, account, kind, at, sealed)
            VALUES (\(id), \(worker.id.value), \(kind.rawValue), \(now), \(sealed))
            ON CONFLICT (id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed
                WHERE account = excluded.account AND kind = excluded.kind
            """,
            """
            DELETE FROM drafts WHERE id IN (
                SELECT id FROM drafts WHERE \(mine) ORDER BY at DESC LIMIT -1 OFFSET \(kind == .sheet ? Self.sheetsKept : Self.draftsKept))
            """
        )
        return id
    }

    /// Nil for what is not there, too old, or another's.
    package func draft(_ id: UUID, _ kind: DraftKind, of worker: Worker) throws -> String? {
        let rows = try store.find(
            """
            SELECT sealed FROM drafts
            WHERE id = \(id) AND account = \(worker.id.value) AND kind = \(kind.rawValue)
                AND at > \(clock.now() - Self.draftLife)
            """)
        guard let row = rows.first, let key = try keys.key(of: worker.id.value) else { return nil }
        return String(decoding: try key.unseal(row.data("sealed"), at: Self.place(id, worker)), as: UTF8.self)
    }

    /// A session ends by itself after half an hour: what was typed until then is younger than this.
    static let resumes: TimeInterval = 45 * 60

    /// What somebody was typing when their session ended; what they left before stays in the list.
    package func newestDraft(_ kind: DraftKind, of worker: Worker) throws -> UUID? {
        let rows = try store.find(
            """
            SELECT id FROM drafts WHERE account = \(worker.id.value) AND kind = \(kind.rawValue)
                AND at > \(clock.now() - Self.resumes) AND id NOT IN (SELECT key FROM receipts)
            ORDER BY at DESC LIMIT 1
            """)
        return try rows.first?.id("id")
    }

    /// The newest drafts of a kind, a few at most.
    package func drafts(_ kind: DraftKind, of worker: Worker) throws -> [(id: UUID, at: Date, text: String)] {
        guard let key = try keys.key(of: worker.id.value) else { return [] }
        let rows = try store.find(
            """
            SELECT id, at, sealed FROM drafts WHERE account = \(worker.id.value) AND kind = \(kind.rawValue)
                AND at > \(clock.now() - Self.draftLife) AND id NOT IN (SELECT key FROM receipts)
            ORDER BY at DESC LIMIT \(Self.draftsTold)
            """)
        return try rows.compactMap { row in
            let (id, at, sealed) = (try row.id("id"), try row.instant("at"), try row.data("sealed"))
            // One that somebody changed is missing here, and named by a verification; the page stands.
            guard let text = try? key.unseal(sealed, at: Self.place(id, worker)) else { return nil }
            return (id, at, String(decoding: text, as: UTF8.self))
        }
    }

    /// Forgets what is too old at an instant that more than a clock tells.
    func dropOldDrafts(at now: Date) async throws {
        try await store.write("DELETE FROM drafts WHERE at <= \(now - Self.draftLife)")
    }

    package func dropDraft(_ id: UUID, of worker: Worker) async throws {
        try await store.write("DELETE FROM drafts WHERE id = \(id) AND account = \(worker.id.value)")
    }

    private static func place(_ id: UUID, _ worker: Worker) -> Place { draftPlace(id, lane: worker.lane) }

    static func draftPlace(_ id: UUID, lane: Int) -> Place { Place(table: "drafts", lane: lane, owner: id) }
}
