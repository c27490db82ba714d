import ArgumentParser
import Foundation
import Storage

/// Where a backup becomes a home: in a folder beside its place, which it takes in one step.
struct RestoredPlace {
    private let home: URL
    let making: URL

    /// - Throws: `ValidationError` for a place that it could not take, before a long proof; and for a folder beside it that
    ///   is there already: another command may be at work in it, and what is in it is never thrown away unasked.
    init(_ home: URL) throws {
        self.home = home.resolvingSymlinksInPath()
        making = Self.making(home)
        if Self.isThere(making) { throw ValidationError(Self.left(making)) }
        guard Self.isThere(self.home) else { return }
        guard let there = try? FileManager.default.contentsOfDirectory(atPath: self.home.path), there.isEmpty else {
            throw ValidationError("\(home.path) is there and is no empty folder; set LINDUNG_HOME to another place.")
        }
        guard Self.disk(of: self.home) == Self.disk(of: self.home.deletingLastPathComponent()) else {
            throw ValidationError(
                "\(home.path) is the root of a disk, whose place no home can take; set LINDUNG_HOME to a folder in it.")
        }
    }

    /// The folder that is beside a home while it is restored.
    static func making(_ home: URL) -> URL { URL(filePath: home.resolvingSymlinksInPath().path + ".restoring") }

    /// What to do with one that somebody finds there.
    static func left(_ making: URL) -> String {
        """
        \(making.path) is there: unless a restore is running now, it was broken off, and holds keys; look at it and \
        remove it: rm -r \(making.path)
        """
    }

    static func isThere(_ folder: URL) -> Bool { FileManager.default.fileExists(atPath: folder.path) }

    private static func disk(of folder: URL) -> Int? {
        try? FileManager.default.attributesOfItem(atPath: folder.path)[.systemNumber] as? Int
    }

    /// Makes the folder. What another command made meanwhile is left to it.
    func begin() throws {
        try FileManager.default.createDirectory(
            at: making.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        // A folder that can't be synced is told before the long proof, not after it, and leaves nothing behind.
        try Store.settle(home.deletingLastPathComponent())
        guard mkdir(making.path, 0o700) == 0 else {
            throw errno == EEXIST
                ? ValidationError(Self.left(making))
                : CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: making.path])
        }
    }

    /// What was proved takes its place, durably; an empty folder that is there gives way.
    func take() throws {
        guard rename(making.path, home.path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: home.path])
        }
        try Store.settle(home.deletingLastPathComponent())
    }

    /// Leaves nothing of one that was not proved.
    func clear() { try? FileManager.default.removeItem(at: making) }
}
