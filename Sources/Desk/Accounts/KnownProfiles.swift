import Foundation
import Synchronization
import Vault

/// What accounts say, as long as their rows stay the same bytes in the same place: every page names several workers.
final class KnownProfiles: Sendable {
    private let known = Mutex<[Place: (sealed: Data, profile: Accounts.Profile)]>([:])
    /// Beyond this many it starts anew.
    private static let most = 1_000

    func profile(
        _ place: Place, _ sealed: Data, _ unseal: () throws -> Accounts.Profile
    ) rethrows -> Accounts.Profile {
        if let known = known.withLock({ $0[place] }), known.sealed == sealed { return known.profile }
        let profile = try unseal()
        known.withLock { known in
            if known.count >= Self.most { known = [:] }
            known[place] = (sealed, profile)
        }
        return profile
    }
}
