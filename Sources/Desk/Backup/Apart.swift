import Foundation

/// Work that waits for disks, for minutes where a home is large. The few threads that answer requests would wait with it,
/// so it has one of its own; whoever asked goes on when it is done.
enum Apart {
    /// What has begun is finished, whoever is cancelled meanwhile: half a copy is none.
    /// - Throws: `CancellationError` where the task was cancelled before, or what the work throws.
    static func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { reply in
            DispatchQueue(label: "lindung.copies").async { reply.resume(with: Result { try work() }) }
        }
    }
}
