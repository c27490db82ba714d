package import Foundation
import Storage
package import Vault

/// A copy of a home: the data in one folder, the keys in another, and beside the data what it is a copy of. Whoever
/// finds one of the two reads nothing; both together still need the master key.
package struct Backup: Hashable, Sendable {
    package let data: URL
    package let keys: URL

    /// What a backup says of itself, under a mark that only the vault can make: one that was changed, or put together
    /// from two, is found.
    struct Manifest: Codable {
        let made: Date
        let data: Data
        let keys: Data

        var bytes: Data { Data("\(made.microseconds)\n\(data.hex)\n\(keys.hex)".utf8) }
    }

    private struct Marked: Codable {
        let manifest: Manifest
        let mark: Data
    }

    /// Why a backup can't be trusted.
    package enum Trouble: Error, Equatable {
        /// It is not as it was made, or was made with another key.
        case changed
        case missing(String)
        /// It may be there, and this user can't look.
        case unreadable(String)
    }

    /// What it says of itself: beside the data, and as needed for restoring as the two.
    package var manifest: URL { Self.manifest(of: data) }

    private static func manifest(of data: URL) -> URL { data.deletingPathExtension().appendingPathExtension("json") }

    /// The names of a backup's files tell when it was made and nothing else.
    private init(made: Date, data: URL, keys: URL) {
        let stamp = made.formatted(.iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
        self.data = data.appending(path: "lindung-\(stamp)-data.sqlite")
        self.keys = keys.appending(path: "lindung-\(stamp)-keys.sqlite")
    }

    /// When it was made, by its name.
    package var made: Date? { Self.made(data.lastPathComponent) }

    /// When the backup of a file was made, or begun; nil for a file of something else.
    static func made(_ file: String) -> Date? {
        guard file.hasPrefix("lindung-") else { return nil }
        let stamp = file.dropFirst("lindung-".count).prefix { $0 != "Z" } + "Z"
        return try? Date(String(stamp), strategy: .iso8601.timeSeparator(.omitted).dateSeparator(.omitted))
    }

    static func make(of store: Store, _ vault: Vault, data: URL, keys: URL, at now: Date) throws -> Backup {
        for folder in [data, keys] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        // One of the same second is never written over: names tell seconds.
        let named = { (second: Int) in Backup(made: now + Double(second), data: data, keys: keys) }
        var second = 0
        while FileManager.default.fileExists(atPath: named(second).data.path) { second += 1 }
        let backup = named(second)
        let sizes = try store.sizes
        guard DiskRoom.isThere(for: sizes.data * 6 / 5, in: data), DiskRoom.isThere(for: sizes.keys * 6 / 5, in: keys)
        else { throw CocoaError(.fileWriteOutOfSpace) }
        try store.backup(data: backup.data, keys: backup.keys)
        do { try backup.mark(vault, at: now) } catch {
            try? backup.remove()
            throw error
        }
        return backup
    }

    private func mark(_ vault: Vault, at now: Date) throws {
        let manifest = Manifest(made: now, data: try FileDigest.of(data), keys: try FileDigest.of(keys))
        let marked = Marked(manifest: manifest, mark: vault.backupMark(manifest.bytes))
        try JSONEncoder.sorted.encode(marked).write(to: self.manifest, options: .atomic)
    }

    /// The finished backups in two folders, the oldest first.
    package static func all(data: URL, keys: URL) throws -> [Backup] {
        let names = try FileManager.default.contentsOfDirectory(atPath: data.path)
        // The manifest is written last: without one a backup was never finished.
        let whole = names.filter { $0.hasPrefix("lindung-") && $0.hasSuffix("-data.json") }
        return whole.sorted().map { name in
            let name = name.replacing(".json", with: ".sqlite")
            let other = name.replacing("-data.sqlite", with: "-keys.sqlite")
            return Backup(data: data.appending(path: name), keys: keys.appending(path: other))
        }
    }

    /// The day on which it was made, by its name.
    var day: Substring { data.lastPathComponent.dropFirst("lindung-".count).prefix { $0 != "T" } }

    func remove() throws {
        // The keys first: a kill leaves none that nobody would look for.
        for file in [keys, data, Self.manifest(of: data)] where FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.removeItem(at: file)
        }
    }

    /// A backup that was made before, from its two files.
    package init(data: URL, keys: URL) {
        self.data = data
        self.keys = keys
    }

    /// Whether its files are as they were when it was made.
    /// - Parameter withKeys: whether the file with the keys is looked at too; it is kept elsewhere.
    /// - Returns: when that was.
    package func check(_ key: MasterKey, withKeys: Bool = true) throws -> Date {
        for file in [data, manifest] + (withKeys ? [keys] : []) where access(file.path, R_OK) != 0 {
            throw [ENOENT, ENOTDIR].contains(errno) ? Trouble.missing(file.path) : .unreadable(file.path)
        }
        let json = try Data(contentsOf: manifest)
        guard let marked = try? JSONDecoder().decode(Marked.self, from: json),
            Vault(key).isBackupMark(marked.mark, of: marked.manifest.bytes),
            try FileDigest.of(data) == marked.manifest.data,
            try !withKeys || FileDigest.of(keys) == marked.manifest.keys
        else { throw Trouble.changed }
        return marked.manifest.made
    }

    /// Puts it where a home is to be.
    package func place(in home: URL) throws { try Store.place(data: data, keys: keys, in: home) }
}

extension Workspace {
    /// Makes a backup, also beside the process that serves the home.
    package func backup(data: URL, keys: URL) throws -> Backup {
        try Backup.make(of: store, desk.vault, data: data, keys: keys, at: now)
    }
}
