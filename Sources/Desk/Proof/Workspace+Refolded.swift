import Foundation
import Storage
import Vault

extension Workspace {
    /// Asks something of every record and of what its journal alone makes of it; nil for one that was erased. Some hundred
    /// are in memory at a time, whatever the home holds: it is asked beside an office at work.
    func eachRefolded<Answer: Sendable>(
        but erased: Set<UUID>, _ ask: @Sendable @escaping (StoredRecord, Indexed?) async throws -> [Answer]
    ) async throws -> [Answer] {
        let folds = Folds(store, desk.keys)
        let lanes = try store.heads(of: .journal).keys
        return try await withThrowingTaskGroup(of: [Answer].self) { parts in
            var left = lanes.flatMap { lane in (UInt8.min...UInt8.max).map { (lane, $0) } }.makeIterator()
            func askNext() {
                guard let (lane, byte) = left.next() else { return }
                parts.addTask {
                    var answers: [Answer] = []
                    for record in try await store.records(in: lane, beginningWith: byte) {
                        let fresh = erased.contains(record.record) ? nil : try await folds.indexed(record)
                        answers += try await ask(record, fresh)
                        // Requests come in between.
                        await Task.yield()
                    }
                    return answers
                }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { askNext() }
            var answers: [Answer] = []
            while let part = try await parts.next() {
                answers += part
                askNext()
            }
            return answers
        }
    }
}
