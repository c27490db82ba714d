package import Casework
package import Foundation
import Storage
package import Vault

/// Keeps a home's backups while it is served: one every night and, as long as copying is quick, one every five minutes in
/// which something was recorded. Once a week the newest is restored and proved, since a backup that nobody ever
/// restored is a hope.
package struct Keeper: Sendable {
    private let workspace: Workspace
    private let key: MasterKey
    private let data: URL
    private let keys: URL

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

    /// Does what is due now. What can't be done is on the status page, and is tried again at the next turn.
    /// - Returns: why it could not.
    @discardableResult
    package func turn() async -> (any Error)? {
        do {
            clearTrial()
            try await workspace.keep("yes", for: .isKept)
            let (kept, now) = (try await workspace.kept(), workspace.now)
            try dropUnfinished()
            let head = try await workspace.store.headMark()
            let isQuick = try !workspace.isCopiedAtNightOnly
            let hasNews = try workspace.fact(.backupHead) != head
            if Self.isDue(kept.made, now) || isQuick && hasNews {
                let made = try workspace.backup(data: data, keys: keys)
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
        do { try await tryRestore() } catch {
            try await workspace.keep("yes", for: .trialFails)
            throw error
        }
        try await workspace.keep("no", for: .trialFails)
        try await workspace.keep(now, for: .backupTried)
        return true
    }

    private struct Unsound: Error {}

    /// In the home, the one place that has data and keys anyway.
    private var trial: URL { workspace.store.home.appending(path: "trial") }

    /// Also what a kill in the middle of one left.
    private func clearTrial() { try? FileManager.default.removeItem(at: trial) }

    /// Puts the newest backup into a folder of its own, sealed as it is, and proves it whole.
    private func tryRestore() async throws {
        let now = workspace.now
        let newest = try Backup.all(data: data, keys: keys).last { $0.made?.believed(at: now) != nil }
        guard let newest else { throw Unsound() }
        _ = try newest.check(key)
        guard DiskRoom.isThere(for: try workspace.store.size * 6 / 5, in: workspace.store.home) else {
            throw CocoaError(.fileWriteOutOfSpace)
        }
        defer { clearTrial() }
        try newest.place(in: trial)
        let restored = try await Workspace.proving(home: trial, key: key)
        defer { try? restored.close() }
        let findings = try await restored.verify(live: false).filter { !$0.isUnfinishedErasure }
        guard findings.allSatisfy(\.isBesideTheBooks) else { throw Unsound() }
        try await workspace.keep(findings.isEmpty ? "no" : "yes", for: .tablesChanged)
    }

    /// - Parameter made: stays, whatever day a wrong clock gave it.
    private func dropOldest(but made: Backup) throws {
        let days = Dictionary(grouping: try Backup.all(data: data, keys: keys)) { $0.day }
        let newest = days.keys.max()
        for (day, backups) in days {
            for old in backups.dropLast(day == newest ? Self.newestKept : 1) where old != made { try old.remove() }
        }
        for day in days.keys.sorted().dropLast(Self.daysKept) {
            for old in (days[day] ?? []).suffix(1) where old != made { try old.remove() }
        }
    }

    /// What a kill, or a program that did not tidy up, left in the folders. Keys without data are none of it: their data may
    /// lie on a disk that is not here now.
    private func dropUnfinished() throws {
        for folder in [data, keys] where FileManager.default.fileExists(atPath: folder.path) {
            for (file, at) in try made(in: folder) where at + Self.unfinishedKept <= workspace.now {
                let name = file.lastPathComponent
                if ["", "-journal", "-wal", "-shm"].contains(where: { name.hasSuffix(".unfinished\($0)") }) {
                    try FileManager.default.removeItem(at: file)
                } else if folder == data, name.hasSuffix("-data.sqlite") {
                    let other = name.replacing("-data.sqlite", with: "-keys.sqlite")
                    let backup = Backup(data: file, keys: keys.appending(path: other))
                    if !FileManager.default.fileExists(atPath: backup.manifest.path) { try backup.remove() }
                }
            }
        }
    }

    /// Whatever holds keys for too long, also what a kill left unfinished; but not before there is something newer.
    private func dropExpired() throws {
        let limit = workspace.now - Self.oldestKept
        let newer = try Backup.all(data: data, keys: keys).filter { backup in
            backup.made.map { $0 > limit && $0 <= workspace.now } ?? false
        }
        guard Set(newer.map(\.day)).count >= Self.newerDays else { return }
        for folder in [keys, data] {
            for (file, at) in try made(in: folder) where at <= limit { try FileManager.default.removeItem(at: file) }
        }
    }

    /// A folder's files of backups, finished or not, and when each was begun.
    private func made(in folder: URL) throws -> [(file: URL, at: Date)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            Backup.made(name).map { (folder.appending(path: name), $0) }
        }
    }
}

/// What became of a home's backups.
package struct Kept: Hashable, Sendable {
    /// Whether the server makes backups.
    package let isKept: Bool
    package let made: Date?
    /// When one was last restored and proved.
    package let tried: Date?
    /// The last turn failed, or the last trial.
    package let fails: Bool
    /// The last trial found that tables beside the books were changed; the records are whole, and so is the backup.
    package let findsChanges: Bool
    /// When the oldest was made whose keys are still there; nil where the server made none yet. One that a wrong clock
    /// dated counts as older than anything.
    package var oldest: Date?

    /// Whether neither the home nor any backup that the server keeps can open what was erased. Where it keeps none,
    /// nobody knows what others keep.
    package func isFinal(_ erased: Erased, _ now: Date) -> Bool {
        isKept && now >= erased.finalFrom && oldest.map { $0 > erased.at } ?? false
    }

    /// A night and a little.
    package static let longestWithout: TimeInterval = 26 * 3600

    package func isMadeTooLongAgo(_ now: Date) -> Bool {
        made?.believed(at: now).map { now > $0 + Self.longestWithout } ?? true
    }
    /// No restore in eight days.
    package func isTriedTooLongAgo(_ now: Date) -> Bool {
        tried?.believed(at: now).map { now > $0 + 8 * 24 * 3600 } ?? true
    }
}

extension Date {
    /// Nil for what a wrong clock dated later than now.
    package func believed(at now: Date) -> Date? { self <= now + 60 ? self : nil }
}

extension Workspace {
    package func kept() async throws -> Kept {
        Kept(
            isKept: try fact(.isKept) == "yes", made: try instant(of: .backupMade),
            tried: try instant(of: .backupTried),
            fails: try fact(.backupFails)?.isEmpty == false || fact(.trialFails) == "yes",
            findsChanges: try fact(.tablesChanged) == "yes", oldest: try instant(of: .oldestBackup))
    }

    /// Whether it has grown so large that a lost machine loses a day.
    package var isCopiedAtNightOnly: Bool { get throws { try store.size > Keeper.quickToCopy } }

    /// No keeper looks after this home.
    package func noteNoKeeper() async throws { try await keep("no", for: .isKept) }
}
