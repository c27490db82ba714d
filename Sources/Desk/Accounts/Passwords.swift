import Foundation
import Vault

/// Hashes passwords, at most two at once; the rest wait. Each takes 128 MiB.
final class Passwords: Sendable {
    private let vault: Vault
    private let cost: PasswordCost
    private let room: OperationQueue
    /// What an unknown name is compared with, so that it takes the same time.
    private let decoy: PasswordHash

    init(_ vault: Vault, cost: PasswordCost) throws {
        self.vault = vault
        self.cost = cost
        room = OperationQueue()
        room.maxConcurrentOperationCount = 2
        decoy = try PasswordHash(Secrets.token(), vault, cost: cost)
    }

    func hash(_ password: String) async throws -> PasswordHash {
        try await inRoom { [vault, cost] in try PasswordHash(password, vault, cost: cost) }
    }

    /// So many may wait; more are told to come again, so that nobody locks the staff out by guessing.
    private static let mostWaiting = 20

    func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        try await inRoom { [vault, decoy] in try (hash ?? decoy).matches(password, vault) } && hash != nil
    }

    /// - Throws: ``NotDone/busy`` when too many wait: before anything is counted against who asks.
    func expectRoom() throws {
        guard room.operationCount <= Self.mostWaiting else { throw NotDone.busy }
    }

    private func inRoom<T: Sendable>(_ work: @Sendable @escaping () throws -> T) async throws -> T {
        try expectRoom()
        return try await withCheckedThrowingContinuation { reply in
            room.addOperation { reply.resume(with: Result { try work() }) }
        }
    }
}
