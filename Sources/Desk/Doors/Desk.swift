package import Casework
import Foundation
import Storage
import Vault

/// The doors: every change of a record goes through `perform`, every sight of one through what `Desk+Look.swift` has. Who
/// audits these has audited the system: what else reaches the store, accounts, proof and backups, shows no record.
package struct Desk: Sendable {
    let store: Store
    let vault: Vault
    let keys: KeyRing
    let folds: Folds
    let index: Index
    let clock: Clock
    let budget: Budget
    /// The rules in force.
    package let rulebook: Rulebook
    /// The assessment forms that may be filled in, all versions of them.
    package let instruments: Instruments
    let accounts: Accounts

    /// How often an act begins again when others were quicker.
    static let patience = 16

    /// What is in force for a lane's office.
    package func law(in lane: Int) -> Law {
        Law(rulebook: rulebook, office: index.office(in: lane), instruments: instruments)
    }

    /// Writes a look and waits until it is durable.
    /// - Throws: ``NotDone/notRecorded`` when it can't be written, and ``NotDone/rightsChanged`` when the worker's rights are no more those that the policy saw.
    func leave(_ look: Look, by worker: Worker) async throws {
        var batch = Batch(worker)
        batch.looks = [try await seal(look, in: worker.lane)]
        let appended: Appended
        do { appended = try await store.append(batch) } catch { throw NotDone.notRecorded }
        guard case .committed = appended else { throw NotDone.rightsChanged }
    }

    func seal(_ look: Look, in lane: Int) async throws -> Batch.Look {
        let id = UUID.random()
        let key = try await keys.makeKey(of: .lane(lane))
        return Batch.Look(id: id, sealed: try key.seal(look.json(), at: Look.place(id, lane: lane)))
    }
}

extension Batch {
    init(_ worker: Worker) {
        self.init(lane: worker.lane, rights: Rights(account: worker.id.value, version: worker.rights))
    }
}
