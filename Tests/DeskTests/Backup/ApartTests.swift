import Foundation
import Testing

@testable import Desk

@Suite struct ApartTests {
    /// More of it than there are processors: who answers requests goes on.
    @Test func workThatWaitsKeepsNobodyElseWaiting() async throws {
        let go = DispatchSemaphore(value: 0)
        let many = 2 * ProcessInfo.processInfo.activeProcessorCount
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<many {
                group.addTask {
                    let waited = try await Apart.run { go.wait(timeout: .now() + 30) }
                    #expect(waited == .success)
                }
            }
            group.addTask { for _ in 0..<many { go.signal() } }
            try await group.waitForAll()
        }
    }

    @Test func whatNobodyWaitsForIsNotBegun() async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try await Apart.run { _ = Issue.record("it was begun") }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
