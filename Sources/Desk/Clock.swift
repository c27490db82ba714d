package import Foundation
import Synchronization

/// What time it is; a test and a demo set it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Date
    /// Lets time pass.
    package let pause: @Sendable (Duration) async throws -> Void

    package static let system = Clock {
        Date()
    } pause: {
        try await Task.sleep(for: $0)
    }

    package init(
        _ now: @escaping @Sendable () -> Date, pause: @escaping @Sendable (Duration) async throws -> Void = { _ in }
    ) {
        self.now = now
        self.pause = pause
    }
}

/// A clock that stands until it is set.
package final class SettableClock: Sendable {
    private let instant: Mutex<Date>

    package init(_ instant: Date) { self.instant = Mutex(instant) }

    package func set(_ instant: Date) { self.instant.withLock { $0 = instant } }
    package func advance(_ seconds: TimeInterval) { instant.withLock { $0 += seconds } }
    /// Where somebody would wait, it is put forward instead.
    package var clock: Clock { Clock({ self.instant.withLock { $0 } }, pause: { self.advance($0 / .seconds(1)) }) }
}
