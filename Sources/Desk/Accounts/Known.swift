import Foundation
import Synchronization

/// What sealed rows say, as long as they stay the same bytes in the same place: every page names several workers, and
/// every call of a program shows its token.
final class Known<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: (sealed: Data, value: Value)]>([:])
    /// Beyond this many it starts anew.
    private let most = 1_000

    func value(_ place: Key, _ sealed: Data, _ unseal: () throws -> Value) rethrows -> Value {
        if let known = known.withLock({ $0[place] }), known.sealed == sealed { return known.value }
        let value = try unseal()
        known.withLock { known in
            if known.count >= most { known = [:] }
            known[place] = (sealed, value)
        }
        return value
    }
}
