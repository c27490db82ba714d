import Foundation

/// Which backups go. A wrong clock must not decide it alone.
extension Keeper {
    /// What is dated later than now counts as not there: it would push out the real ones, day by day.
    /// - Parameter made: stays, whatever day a wrong clock gave it.
    func dropOldest(but made: Backup) throws {
        let now = workspace.now
        let believed = try Backup.all(data: data, keys: keys).filter { $0.made?.believed(at: now) != nil }
        let days = Dictionary(grouping: believed) { $0.day }
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
    func dropUnfinished() throws {
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
    func dropExpired() throws {
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
    func made(in folder: URL) throws -> [(file: URL, at: Date)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { name in
            Backup.made(name).map { (folder.appending(path: name), $0) }
        }
    }
}
