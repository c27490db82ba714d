import Casework
package import Foundation
import Storage
package import Vault

/// Keeps a home's backups while it is served: one every night and, as long as copying is quick, one every five minutes in
/// which something was recorded. Once a week the newest is restored and proved, since a backup that nobody ever
/// restored is a hope.
package struct Keeper: Sendable {
    let workspace: Workspace
    private let key: MasterKey
    let data: URL
    let keys: URL

    /// The hour of the night, in the office's zone.
    static let hour = 2
    static let triedEvery: TimeInterval = 7 * 24 * 3600
    /// One that failed is tried again so much later: it copies and folds the whole home.
    static let triedAgain: TimeInterval = 6 * 3600
    /// The last backup of each of so many days stays.
    static let daysKept = 14
    /// And of the newest day so many.
    static let newestKept = 3
    /// Older ones hold keys of what was erased since; they are not kept, once a newer one was proved.
    static var oldestKept: TimeInterval { Erased.horizon }
    /// On so many days newer ones must have been made before that: a clock that runs ahead makes all old at once.
    static let newerDays = 3
    /// What was begun and not finished for so long never will be.
    static let unfinishedKept: TimeInterval = 24 * 3600
    /// A home of more bytes than this is copied at night only: copying it every five minutes would wear its disk.
    static let quickToCopy = 1 << 30

    package init(_ workspace: Workspace, key: MasterKey, data: URL, keys: URL) {
        self.workspace = workspace
        self.key = key
        self.data = data
        self.keys = keys
    }

    /// Does what is due now. What can't be done is on the status page, and is tried again at the next turn; a trial of a
    /// restore that failed, some hours later.
    /// - Returns: why it could not.
    @discardableResult
    package func turn() async -> (any Error)? {
        do {
            Self.clearTrial(in: workspace.store.home)
            try await workspace.keep("yes", for: .isKept)
            let (kept, now) = (try workspace.kept(), workspace.now)
            try dropUnfinished()
            let head = try await workspace.store.headMark()
            let isQuick = try !workspace.isCopiedAtNightOnly
            let hasNews = try workspace.fact(.backupHead) != head
            if Self.isDue(kept.made, now) || isQuick && hasNews {
                let made = try await Apart.run { [self] in try workspace.backup(data: data, keys: keys) }
                try await workspace.keep(now, for: .backupMade)
                try await workspace.keep(head, for: .backupHead)
                try dropOldest(but: made)
            }
            // Not before the newest was proved: the older ones may be all that there is.
            if try await prove(kept, now) {
                try dropExpired()
                let oldest = try made(in: keys).map { $0.at > now ? .distantPast : $0.at }.min()
                try await workspace.keep(oldest ?? now, for: .oldestBackup)
            }
            try await workspace.keep("", for: .backupFails)
            return nil
        } catch is CancellationError {
            // The server ends: what it was at is begun anew by a later turn, and nothing failed.
            return nil
        } catch {
            try? await workspace.keep("\(type(of: error))", for: .backupFails)
            return error
        }
    }

    /// Once each night; at once where there is none, or the night was missed.
    static func isDue(_ made: Date?, _ now: Date) -> Bool {
        guard let made = made?.believed(at: now) else { return true }
        let night = Day(now).start + Double(hour) * 3600
        return now >= night ? made < night : made < night - 24 * 3600
    }

    /// Tries the newest, where that is due.
    /// - Returns: false while one that failed, or was broken off, waits to be repeated.
    private func prove(_ kept: Kept, _ now: Date) async throws -> Bool {
        guard kept.tried?.believed(at: now).map({ now >= $0 + Self.triedEvery }) ?? true else { return true }
        let began = try workspace.instant(of: .trialBegan)?.believed(at: now) ?? .distantPast
        guard began == kept.tried || now >= began + Self.triedAgain else { return false }
        try await workspace.keep(now, for: .trialBegan)
        do { try await tryRestore() } catch is CancellationError { throw CancellationError() } catch {
            try await workspace.keep("yes", for: .trialFails)
            throw error
        }
        try await workspace.keep("no", for: .trialFails)
        try await workspace.keep(now, for: .backupTried)
        return true
    }

    private struct Unsound: Error {}

    /// In the home, the one place that has data and keys anyway.
    private static func trial(in home: URL) -> URL { home.appending(path: "trial") }

    /// Also what a kill in the middle of one left: it holds keys of what is erased from then on.
    static func clearTrial(in home: URL) { try? FileManager.default.removeItem(at: trial(in: home)) }

    /// Puts the newest backup into a folder of its own, sealed as it is, and proves it whole.
    private func tryRestore() async throws {
        let (now, home) = (workspace.now, workspace.store.home)
        let newest = try Backup.all(data: data, keys: keys).last { $0.made?.believed(at: now) != nil }
        guard let newest else { throw Unsound() }
        guard DiskRoom.isThere(for: try workspace.store.size * 6 / 5, in: home) else {
            throw CocoaError(.fileWriteOutOfSpace)
        }
        let trial = Self.trial(in: home)
        defer { Self.clearTrial(in: home) }
        try await Apart.run { [key] in
            _ = try newest.check(key)
            try newest.place(in: trial)
        }
        let restored = try await Workspace.proving(home: trial, key: key)
        defer { try? restored.close() }
        let findings = try await restored.verify(live: false).filter { !$0.isUnfinishedErasure }
        guard findings.allSatisfy(\.isBesideTheBooks) else { throw Unsound() }
        try await workspace.keep(findings.isEmpty ? "no" : "yes", for: .tablesChanged)
    }
}
