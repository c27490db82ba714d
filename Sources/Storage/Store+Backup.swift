package import Foundation
import GRDB

/// Copies of the files, sealed as they are.
extension Store {
    /// Something was erased each time that a copy was made.
    package struct NeverQuiet: Error {}

    /// Copies both files while others write: the data first and the keys afterwards, so that no entry is without its
    /// key. Where a key was destroyed meanwhile, the data would not know why it is missing, so both are copied anew. Each
    /// copy is whole, on the disk and under its name, or not there.
    /// - Parameter between: happens after the data was copied and before the keys are; for the test of that moment.
    /// - Throws: ``NeverQuiet``, or the disk's errors.
    package func backup(data dataCopy: URL, keys keysCopy: URL, between: () throws -> Void = {}) throws {
        for _ in 0..<5 {
            let before = try Self.owners(keys)
            try Self.copy(data, to: dataCopy)
            do {
                try between()
                try Self.copy(keys, to: keysCopy)
                let copied = try DatabaseQueue(path: keysCopy.path)
                defer { try? copied.close() }
                if try before.isSubset(of: Self.owners(copied)) { return }
            } catch {
                // Half a copy is none; left behind at every try it would fill the disk.
                for copy in [keysCopy, dataCopy] { try? FileManager.default.removeItem(at: copy) }
                throw error
            }
            for copy in [keysCopy, dataCopy] { try FileManager.default.removeItem(at: copy) }
        }
        throw NeverQuiet()
    }

    private static func owners(_ keys: some DatabaseReader) throws -> Set<UUID> {
        try keys.read { db in try Set(db.rows("SELECT owner FROM keys").map { try $0.id("owner") }) }
    }

    /// What changes with every entry of any lane.
    package func headMark() async throws -> String {
        let heads = try heads(of: .journal).sorted { $0.key < $1.key }
        return heads.map { "\($0.key):\($0.value.number)" }.joined(separator: " ")
    }

    /// Bytes of each file.
    package var sizes: (data: Int, keys: Int) {
        get throws { (try Self.size(of: data), try Self.size(of: keys)) }
    }

    /// Bytes of both files.
    package var size: Int {
        get throws {
            let sizes = try sizes
            return sizes.data + sizes.keys
        }
    }

    private static func size(of database: DatabasePool) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: database.path)[.size] as? Int ?? 0
    }

    private static func copy(_ source: DatabasePool, to file: URL) throws {
        let unfinished = file.appendingPathExtension("unfinished")
        defer {
            for end in ["", "-journal", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: unfinished.path + end)
            }
        }
        let copy = try DatabaseQueue(path: unfinished.path)
        do { try source.backup(to: copy) } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw CocoaError(.fileWriteOutOfSpace)
        }
        try copy.close()
        try settle(unfinished)
        guard rename(unfinished.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try settle(file.deletingLastPathComponent())
    }

    /// Puts the files of a backup where a home is to be. What is there already is never written over.
    /// - Throws: `CocoaError(.fileWriteFileExists)`.
    package static func place(data: URL, keys: URL, in home: URL) throws {
        try FileManager.default.createDirectory(
            at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (file, name) in [(keys, "keys.sqlite"), (data, "data.sqlite")] {
            let target = home.appending(path: name)
            try FileManager.default.copyItem(at: file, to: target)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
            try settle(target)
        }
        try settle(home)
    }

    /// Waits until a file or a folder is on the disk.
    package static func settle(_ url: URL) throws {
        let file = open(url.path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: url.path]) }
        try FileHandle(fileDescriptor: file, closeOnDealloc: true).synchronize()
    }
}
