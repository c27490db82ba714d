package import Foundation

/// A program in a process of its own, by `posix_spawn`. Foundation's `Process` reads past the end of a directory entry
/// when many files are open, and now and then crashes the tests.
package final class Child: Sendable {
    package struct Failed: Error { let code: Int32 }

    package let pid: pid_t
    package let input: FileHandle
    package let output: FileHandle
    package let complaint: FileHandle

    /// - Parameter name: a program of this package, built beside the tests.
    /// - Parameter said: where its output goes instead of to ``output``.
    package init(
        _ name: String, _ arguments: [String], _ environment: [String: String], output said: FileHandle? = nil
    ) throws {
        let folder = Bundle.main.executableURL?.deletingLastPathComponent()
        let program = folder?.appending(path: name).path ?? name
        let pipes = try (0..<3).map { _ in try Self.pipe() }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes[0].read, 0)
        posix_spawn_file_actions_adddup2(&actions, said?.fileDescriptor ?? pipes[1].write, 1)
        posix_spawn_file_actions_adddup2(&actions, pipes[2].write, 2)
        let texts = ([program] + arguments).map { strdup($0) } + [nil]
        let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (texts + values).forEach { free($0) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, program, &actions, nil, texts, values)
        for file in [pipes[0].read, pipes[1].write, pipes[2].write] { close(file) }
        input = FileHandle(fileDescriptor: pipes[0].write, closeOnDealloc: true)
        output = FileHandle(fileDescriptor: pipes[1].read, closeOnDealloc: true)
        complaint = FileHandle(fileDescriptor: pipes[2].read, closeOnDealloc: true)
        self.pid = pid
        guard code == 0 else { throw Failed(code: code) }
    }

    /// No other child inherits our ends.
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var files: [Int32] = [0, 0]
        guard Foundation.pipe(&files) == 0 else { throw Failed(code: errno) }
        for file in files { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
        return (files[0], files[1])
    }

    /// Waits until it ends; its exit code, or 128 and the signal that ended it.
    @discardableResult
    package func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    }
}
