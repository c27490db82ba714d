package import Foundation

/// The master key's file: 32 bytes, readable by its owner alone, never inside the home that it opens.
package struct KeyFile: Sendable {
    package enum Trouble: Error, Equatable {
        /// There is no such file.
        case missing
        /// Others than the owner may read it.
        case readableByOthers
        /// A folder, a device or a link stands in its place.
        case noFile
        /// It does not hold exactly 32 bytes.
        case malformed
        /// It is there already; a key is never written over.
        case exists
    }

    package let url: URL
    package init(_ url: URL) { self.url = url }

    package var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    private var isFile: Bool {
        let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
        return type as? FileAttributeType == .typeRegular
    }

    package func read() throws -> MasterKey {
        guard isThere else { throw Trouble.missing }
        guard isFile else { throw Trouble.noFile }
        let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 == 0 else { throw Trouble.readableByOthers }
        guard let key = MasterKey(bytes: try Data(contentsOf: url)) else { throw Trouble.malformed }
        return key
    }

    /// A fresh key in a file that was not there.
    package func create() throws -> MasterKey {
        let key = MasterKey()
        try write(key)
        return key
    }

    /// The key that is there, or a fresh one; a file that a kill left unfinished opens nothing yet and is made anew.
    package func readOrCreate() throws -> MasterKey {
        guard isThere else { return try create() }
        do { return try read() } catch Trouble.malformed {
            try FileManager.default.removeItem(at: url)
            return try create()
        }
    }

    /// A key that is known already, in a file that was not there: durably, or not at all.
    package func write(_ key: MasterKey) throws {
        let file = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            guard errno == EEXIST else { throw unwritten }
            throw isFile ? Trouble.exists : Trouble.noFile
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: key.bytes)
            try handle.synchronize()
            try settleFolder()
        } catch {
            try? FileManager.default.removeItem(at: url)
            throw error
        }
    }

    /// Where the next key lies while it takes the place of this one.
    package var next: KeyFile { KeyFile(URL(filePath: url.path + ".next")) }

    /// The next key becomes the key: in one step, and durably.
    package func takeNext() throws {
        guard rename(next.url.path, url.path) == 0 else { throw unwritten }
        try settleFolder()
    }

    /// A file that is on the disk and whose name is not is gone after a power cut.
    private func settleFolder() throws {
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw unwritten }
        try FileHandle(fileDescriptor: folder, closeOnDealloc: true).synchronize()
    }

    private var unwritten: CocoaError { CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path]) }
}
