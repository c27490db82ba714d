import Synchronization

/// What rows say that are sealed or proved, as long as they stay the same in the same place: every page names several
/// workers and shows its session, and every call of a program shows its token.
final class Known<Key: Hashable & Sendable, Sealed: Equatable & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[Key: (sealed: Sealed, value: Value)]>([:])
    /// Beyond this many it starts anew.
    private let most = 1_000

    func value(_ place: Key, _ sealed: Sealed, _ unseal: () throws -> Value) rethrows -> Value {
        if let known = known.withLock({ $0[place] }), known.sealed == sealed { return known.value }
        let value = try unseal()
        known.withLock { known in
            if known.count >= most { known = [:] }
            known[place] = (sealed, value)
        }
        return value
    }
}
