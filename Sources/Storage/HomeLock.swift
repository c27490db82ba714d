package import Foundation

/// One process writes a home: SQLite 3.40 can corrupt a WAL that two write at a checkpoint.
package final class HomeLock: Sendable {
    package struct Taken: Error {}

    private let file: Int32

    package init(_ home: URL) throws {
        file = open(home.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw Taken()
        }
    }

    deinit { close(file) }
}
