import Desk
import Foundation

/// How old the newest backup is.
struct BackupCheck {
    let folder: URL

    var check: Check {
        let backups = (try? Backup.all(data: folder, keys: folder)) ?? []
        let made = backups.compactMap { backup -> Date? in
            let attributes = try? FileManager.default.attributesOfItem(atPath: backup.data.path)
            return attributes?[.modificationDate] as? Date
        }
        let newest = made.max()
        let hours = newest.map { Int(Date().timeIntervalSince($0) / 3600) }
        return Check(
            name: "backup", seen: hours.map { "the newest is \($0) hours old" } ?? "there is none in \(folder.path)",
            fault: newest.map { Date() > $0 + Kept.longestWithout } ?? true
                ? "Make one every night: lindung backup --data \(folder.path) --keys FOLDER" : nil)
    }
}
