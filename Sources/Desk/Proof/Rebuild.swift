import Casework
import Foundation
import Storage

extension Workspace {
    /// Folds every record again, from its journal alone, and puts cards that say something else in the place of those
    /// that are there.
    /// - Returns: how many records there are, and how many cards were made anew.
    package func rebuild() async throws -> (records: Int, renewed: Int) {
        let renewed = try await eachRefolded(but: erasedRecords()) { record, fresh -> [Bool] in
            guard let fresh else { return [] }
            guard let key = try desk.keys.key(of: record.record), let type = Records[fresh.card.kind],
                SealedCard.unseal(record, by: key) != fresh
            else { return [false] }
            try await renew(type, record)
            return [true]
        }
        return (renewed.count, renewed.count { $0 })
    }

    /// An account that does not open is nobody's, and nothing can be put on record by it.
    package struct ClosedAccount: Error {}

    /// Believes the tables beside the books as they stand, by the operator's word. It is on record before it is so.
    /// - Throws: ``ClosedAccount``
    package func believeTables() async throws {
        guard try await wrongAccounts().isEmpty else { throw ClosedAccount() }
        let `operator` = try await accounts.operator()
        try await desk.leave(Look(.tallied, by: `operator`, at: now), by: `operator`)
        try await store.beginTallies()
        try await keep("no", for: .tablesChanged)
    }

    private func renew<R: Record>(_ type: R.Type, _ stored: StoredRecord) async throws {
        let fold = try desk.folds.current(ID<R>(stored.record), in: stored.lane)
        guard let key = try desk.keys.key(of: stored.record),
            let card = try SealedCard.seal(fold, by: key, in: stored.lane)
        else { return }
        try await store.renew(card, in: stored.lane)
    }
}
