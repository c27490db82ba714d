import Desk
import Foundation
import Website

/// What the machine shows: no home is opened.
struct MachineChecks {
    let settings: Settings

    var all: [Check] { [disk, sync, swap, port, origin, passwords] + restoring }

    /// Said only where there is one.
    private var restoring: [Check] {
        let making = RestoredPlace.making(settings.home)
        guard RestoredPlace.isThere(making) else { return [] }
        return [Check(name: "restore", seen: "one was not finished", fault: RestoredPlace.left(making))]
    }

    /// A fifth of it must be free.
    private var disk: Check {
        let room = DiskRoom(of: settings.home) ?? DiskRoom(percent: 0)
        return Check(
            name: "disk", seen: "\(room.percent) % free",
            fault: room.isScarce ? "Less than a fifth is free: move backups away, or give it a larger disk." : nil)
    }

    /// The disk says when something is on it; every start reads back that commits wait for that.
    private var sync: Check {
        let file = settings.home.appending(path: "doctor")
        defer { try? FileManager.default.removeItem(at: file) }
        let isThere = FileManager.default.createFile(atPath: file.path, contents: Data("x".utf8))
        let handle = isThere ? try? FileHandle(forUpdating: file) : nil
        let start = ContinuousClock.now
        let isDone = (try? handle?.synchronize()) != nil
        let took = ContinuousClock.now - start
        return Check(
            name: "sync",
            seen: isDone ? "the disk confirms a write in \(took.wholeMilliseconds) ms" : "no write is confirmed",
            fault: isDone ? nil : "\(settings.home.path) can't be written by this user: run as the service's user.")
    }

    /// Memory holds names: swapped out, they are on a disk.
    private var swap: Check {
        let lines = (try? String(contentsOfFile: "/proc/swaps", encoding: .utf8))?.split(separator: "\n").dropFirst()
        let used = (lines ?? []).compactMap { $0.split(separator: " ").first }.filter { device in
            !device.contains("zram") && !Self.isEncrypted(String(device))
        }
        return Check(
            name: "swap", seen: used.isEmpty ? "none on a plain disk" : "\(used.count) in use",
            fault: used.isEmpty
                ? nil : "Names may reach the disk: turn it off (swapoff -a, and /etc/fstab) or encrypt it.")
    }

    /// Device-mapper makes encrypted volumes and plain ones; what it calls them says which.
    private static func isEncrypted(_ device: String) -> Bool {
        let name = URL(filePath: device).resolvingSymlinksInPath().lastPathComponent
        let id = try? String(contentsOfFile: "/sys/block/\(name)/dm/uuid", encoding: .utf8)
        return id?.hasPrefix("CRYPT-") == true
    }

    private var port: Check {
        let (host, port) = (settings.address.host, settings.address.port)
        return Check(
            name: "port", seen: settings.address.isTaken ? "\(host):\(port) is served" : "\(host):\(port) is free")
    }

    private var origin: Check {
        let isAlone = settings.origin.text.hasPrefix("http://")
        return Check(
            name: "origin",
            seen: isAlone ? "\(settings.origin.text): only this machine reaches it" : settings.origin.text)
    }

    /// Which passwords are refused because everybody takes them.
    private var passwords: Check {
        let lists = Guessable.installedLists
        return Check(
            name: "passwords",
            seen: lists.isEmpty
                ? "common ones are told by their make-up; the package cracklib-runtime brings a list as well"
                : "common ones are told by their make-up and by \(lists.joined(separator: ", "))")
    }
}
