import Desk
import Foundation
import Vault

/// How old the newest backup is, and whether it is one of this office, as it was made.
struct BackupCheck {
    let data: URL
    /// Nil where nobody said where the keys are kept.
    let keys: URL?
    let key: MasterKey?

    var check: Check {
        if access(data.path, R_OK | X_OK) != 0, errno == EACCES {
            return Check(name: "backup", seen: "\(data.path) can't be read", fault: "Let the service's user read it.")
        }
        let all = (try? Backup.all(data: data, keys: keys ?? data)) ?? []
        let later = all.filter { $0.made.map { $0.believed(at: Date()) == nil } ?? false }
        // Where it is this clock that is wrong, they are the newest there are.
        guard later.isEmpty else {
            let names = later.prefix(3).map(\.data.lastPathComponent).joined(separator: ", ")
            return Check(
                name: "backup", seen: "\(later.count) in \(data.path) are dated later than now: \(names)",
                fault: """
                    Set the clock and run doctor again; remove only what it still names, and the keys that belong to it: they \
                    open what was erased since.
                    """)
        }
        guard let newest = all.last(where: { $0.made != nil }) else {
            return Check(name: "backup", seen: "there is none in \(data.path)", fault: remedy)
        }
        do {
            guard let made = try key.map({ try newest.check($0, withKeys: keys != nil) }) ?? newest.made
            else { return Check(name: "backup", seen: "\(newest.data.path) has another name", fault: remedy) }
            let hours = Int(Date().timeIntervalSince(made) / 3600)
            return Check(
                name: "backup",
                seen: "the newest is \(hours) hours old\(keys == nil ? "; its keys were not looked at" : "")",
                fault: Date() > made + Kept.longestWithout ? remedy : nil)
        } catch Backup.Trouble.missing(let file) {
            return Check(name: "backup", seen: "\(file) is missing", fault: remedy)
        } catch Backup.Trouble.unreadable(let file) {
            return Check(name: "backup", seen: "\(file) can't be read", fault: "Let the service's user read it.")
        } catch {
            return Check(
                name: "backup",
                seen: "\(newest.data.path) is not as it was made, is another office's, or was made with an earlier key",
                fault: remedy
            )
        }
    }

    private var remedy: String {
        "Make one every night: lindung backup --data \(data.path) --keys \(keys?.path ?? "FOLDER")"
    }
}
