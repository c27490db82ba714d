import Foundation
import Storage
package import Vault

extension Workspace {
    /// Puts another master key in the place of this one (OWASP ASVS 5.0 V13.3.4): every key is wrapped anew, in one
    /// transaction, so that a kill leaves all of them under the one or all under the other. Everybody signs in again.
    /// Nothing works afterwards with the workspace that this was asked of.
    ///
    /// Backups from before still need the master key of before.
    package func rotate(to master: MasterKey) async throws {
        let (old, new) = (desk.vault, Vault(master))
        try await store.write("DELETE FROM sessions")
        try await store.rewrap(adding: (Vault.carriedOwner, try old.carried(to: master))) { owner, wrapped in
            try new.wrap(old.unwrap(wrapped, for: owner), for: owner)
        }
    }
}
