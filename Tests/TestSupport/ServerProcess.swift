package import Foundation
import Synchronization

/// A `TestServer` in a process of its own, over a home that outlives it.
package final class ServerProcess: Sendable {
    private let child: Child
    private let isRunning = Mutex(true)
    package let browser: Browser
    package let formToken: String
    /// The id of the worker who is signed in.
    package let worker: String

    /// Starts a server and waits until it listens.
    /// - Parameters:
    ///   - temporary: where it may put temporary files.
    ///   - log: where its standard error goes.
    package init(home: URL, temporary: URL? = nil, log: URL? = nil) throws {
        let port = try TestSite.freePort()
        let environment = temporary.map { ["TMPDIR": $0.path, "SQLITE_TMPDIR": $0.path] } ?? [:]
        child = try Child("TestServer", [home.path, "\(port)", log?.path ?? "/dev/null"], environment)
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let bytes = child.output.availableData
            guard !bytes.isEmpty else { throw CocoaError(.executableLoad) }
            line += bytes
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        browser = Browser(port: port)
        browser.setCookie("__Host-session", String(words[1]))
        formToken = String(words[2])
        worker = String(words[3])
    }

    /// Nothing is told, nothing is finished. What the kernel was given already survives, unlike at a power cut.
    package func kill() {
        isRunning.withLock { isRunning in
            guard isRunning else { return }
            isRunning = false
            Foundation.kill(child.pid, SIGKILL)
            child.wait()
        }
    }

    deinit { kill() }
}
