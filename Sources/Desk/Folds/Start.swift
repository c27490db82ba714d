import Casework
package import Foundation
import Storage
import Vault

/// What happens before a workspace answers: the index learns every record, from its sealed card where that fits, and
/// else from its journal.
struct Start: Sendable {
    let store: Store
    let vault: Vault
    let folds: Folds
    let index: Index
    /// Whether cards that did not fit are sealed anew.
    var renews = true

    /// So many statements share one transaction of the index: full-text search tidies up after each.
    private static let most = 4_000

    private static let foldedAtOnce = 64

    /// Some of the records: how to put those whose cards fit into the index, and the others.
    private struct Part {
        var change = IndexChange()
        var unfit: [StoredRecord] = []
    }

    /// - Parameter usingCards: false folds every record from its journal.
    /// - Returns: how many records had to be folded.
    @discardableResult
    func run(usingCards: Bool = true) async throws -> Int {
        let offices = try await offices()
        let erased = Set(offices.values.flatMap(\.erasedRecords))
        folds.keys.forget(erased)
        for (lane, office) in offices { try index.use(office, in: lane) }
        let whole = try await withThrowingTaskGroup(of: Part.self) { parts in
            var bytes = (UInt8.min...UInt8.max).makeIterator()
            func readNext() {
                guard let byte = bytes.next() else { return }
                parts.addTask {
                    let wrapped = try store.wrappedKeys(beginningWith: byte)
                    var part = Part()
                    for lane in offices.keys {
                        let stored = try await store.records(in: lane, beginningWith: byte)
                        try read(stored.filter { !erased.contains($0.record) }, wrapped, usingCards, into: &part)
                    }
                    return part
                }
            }
            // While one part is put into the index, the processors read the next ones.
            for _ in 0...ProcessInfo.processInfo.activeProcessorCount { readNext() }
            var whole = Part()
            while let part = try await parts.next() {
                readNext()
                whole.change += part.change
                whole.unfit += part.unfit
                guard whole.change.statements.count >= Self.most else { continue }
                try index.write(whole.change)
                whole.change.statements = []
            }
            try index.write(whole.change)
            whole.change.statements = []
            return whole
        }
        try await fold(whole.unfit)
        try await index.finish(whole.change)
        return whole.unfit.count
    }

    private func read(
        _ records: [StoredRecord], _ wrapped: [UUID: Data], _ usingCards: Bool, into part: inout Part
    ) throws {
        for stored in records {
            guard let bytes = try wrapped[stored.record] ?? store.wrappedKey(of: stored.record) else {
                throw MissingKey(record: stored.record)
            }
            let key = try vault.unwrap(bytes, for: stored.record)
            if usingCards, let indexed = SealedCard.unseal(stored, by: key) {
                part.change += index.change(putting: indexed)
            } else {
                part.unfit.append(stored)
            }
        }
    }

    /// Each lane's office, which says what was erased.
    private func offices() async throws -> [Int: Office] {
        var offices: [Int: Office] = [:]
        for lane in try store.heads(of: .journal).keys {
            offices[lane] = try folds.current(Office.id(in: lane), in: lane).record
        }
        return offices
    }

    /// Folds some at once: the cards that are renewed meanwhile share a sync.
    private func fold(_ records: [StoredRecord]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var left = records.makeIterator()
            func foldNext() { if let stored = left.next() { group.addTask { try await fold(stored) } } }
            for _ in 0..<Self.foldedAtOnce { foldNext() }
            while try await group.next() != nil { foldNext() }
        }
    }

    private func fold(_ stored: StoredRecord) async throws {
        guard let kind = try folds.kind(of: stored.record, in: stored.lane),
            let type = Records[kind]
        else { throw Broken() }
        try await fold(type, stored)
    }

    private func fold<R: Record>(_ type: R.Type, _ stored: StoredRecord) async throws {
        let fold = try folds.current(ID<R>(stored.record), in: stored.lane)
        if let indexed = try Indexed(fold, lane: stored.lane) { try index.put(index.change(putting: indexed)) }
        guard renews, let key = try folds.keys.key(of: stored.record),
            let card = try SealedCard.seal(fold, by: key, in: stored.lane)
        else { return }
        try await store.renew(card, in: stored.lane)
    }
}

/// A record whose key is gone: nobody can read it any more.
package struct MissingKey: Error {
    package let record: UUID
}
