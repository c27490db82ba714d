import Casework
import Foundation
import Synchronization

/// Where a record stands for one worker, as the index says it.
struct Standing: Sendable, Hashable {
    let lane: Int
    let kind: RecordKind
    let status: Status
    let asksApproval: Bool
    /// The case that it belongs to.
    let file: UUID?
    let isTeam: Bool
    let isTeamOfCase: Bool
    let isLeft: Bool
    /// Until when the worker reads it in an emergency: compared when it is asked, since what is remembered must hold at
    /// any instant.
    let emergency: Date?
    let hasConflict: Bool
    let isRestricted: Bool

    func whereabouts(at now: Date) -> Whereabouts {
        Whereabouts(
            lane: lane, kind: kind, status: status, asksApproval: asksApproval, hasCase: file != nil, isTeam: isTeam,
            isTeamOfCase: isTeamOfCase, isLeft: isLeft, isEmergency: emergency.map { $0 > now } ?? false,
            hasConflict: hasConflict, isRestricted: isRestricted)
    }
}

/// Standings that were asked for, each as long as no record came to stand elsewhere that it follows from: the record
/// itself, its case, and who has left. Each act and each look asks for one, and most acts leave a record where it stands.
final class Standings: Sendable {
    struct Key: Hashable {
        let record: UUID
        let worker: ID<Worker>
    }

    private struct State {
        var known: [Key: Standing?] = [:]
        /// What is being put, and is let go of once it is committed.
        var put: Set<UUID> = []
        var putsAll = false
        /// How often something was let go of.
        var commits = 0
        var moves = 0
    }

    private let state = Mutex(State())
    /// Beyond this many it starts anew.
    private let most = 2_000

    func standing(_ key: Key, _ ask: () throws -> Standing?) rethrows -> Standing? {
        let (known, commits) = state.withLock { ($0.known[key], $0.commits) }
        if let known { return known }
        let standing = try ask()
        state.withLock { state in
            // What was committed meanwhile may not be in the answer.
            guard state.commits == commits else { return }
            if state.known.count >= most { state.known = [:] }
            state.known[key] = .some(standing)
        }
        return standing
    }

    /// How often something came to stand elsewhere: so long a count of a whole list is right.
    var moves: Int { state.withLock(\.moves) }

    /// A card by which this record stands elsewhere is being put, or the record taken out.
    func put(_ record: UUID) { state.withLock { _ = $0.put.insert(record) } }

    /// Something is being put that any of them may follow from.
    func putAll() { state.withLock { $0.putsAll = true } }

    /// What was put is in the index. Whoever waits for it goes on only after this.
    func letGo() {
        state.withLock { state in
            state.commits += 1
            if state.putsAll || !state.put.isEmpty { state.moves += 1 }
            if state.putsAll {
                state.known = [:]
            } else if !state.put.isEmpty {
                state.known = state.known.filter { [put = state.put] key, standing in
                    !put.contains(key.record) && !(standing?.file.map(put.contains) ?? false)
                }
            }
            state.put = []
            state.putsAll = false
        }
    }
}
