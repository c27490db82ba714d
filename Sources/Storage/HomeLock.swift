package import Foundation
import Synchronization

/// One process writes a home: SQLite 3.40 can corrupt a WAL that two write at a checkpoint.
package final class HomeLock: Sendable {
    package struct Taken: Error {}

    private let file: Mutex<Int32?>

    package init(_ home: URL) throws {
        let file = open(home.appending(path: "lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw Taken()
        }
        self.file = Mutex(file)
    }

    /// Lets the next one in.
    func release() {
        file.withLock { file in
            guard let open = file else { return }
            // A program that is being started may hold a copy of the file for a moment: the lock goes at once.
            flock(open, LOCK_UN)
            close(open)
            file = nil
        }
    }

    deinit { release() }
}
