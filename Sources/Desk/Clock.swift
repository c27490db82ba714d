package import Foundation
import Synchronization

/// What time it is; a test and a demo set it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Date

    package static let system = Clock { Date() }

    package init(_ now: @escaping @Sendable () -> Date) { self.now = now }
}

/// A clock that stands until it is set.
package final class SettableClock: Sendable {
    private let instant: Mutex<Date>

    package init(_ instant: Date) { self.instant = Mutex(instant) }

    package func set(_ instant: Date) { self.instant.withLock { $0 = instant } }
    package func advance(_ seconds: TimeInterval) { instant.withLock { $0 += seconds } }
    package var clock: Clock { Clock { self.instant.withLock { $0 } } }
}
