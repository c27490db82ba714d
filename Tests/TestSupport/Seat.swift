import Synchronization

/// A place for a world. Every test runs at once, each world holds some twenty files, and a process may hold so many: the
/// others wait outside.
final class Seat: Sendable {
    private struct Room {
        var free = 300
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private static let room = Mutex(Room())

    private init() {}

    static func taken() async -> Seat {
        await withCheckedContinuation { waiter in
            let isFree = room.withLock { room in
                guard room.free > 0 else {
                    room.waiting.append(waiter)
                    return false
                }
                room.free -= 1
                return true
            }
            if isFree { waiter.resume() }
        }
        return Seat()
    }

    deinit {
        let next = Self.room.withLock { room -> CheckedContinuation<Void, Never>? in
            guard room.waiting.isEmpty else { return room.waiting.removeFirst() }
            room.free += 1
            return nil
        }
        next?.resume()
    }
}
