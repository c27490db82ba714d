package import Foundation

/// A `TestServer` in a process of its own, over a home that outlives it.
package final class ServerProcess: @unchecked Sendable {
    // Sendable by use: a test starts it, and then only reads or kills it.
    private let process: Process
    package let browser: Browser
    package let formToken: String
    /// The id of the worker who is signed in.
    package let worker: String

    /// Starts a server and waits until it listens.
    /// - Parameters:
    ///   - temporary: where it may put temporary files.
    ///   - log: where its standard error goes.
    package init(home: URL, temporary: URL? = nil, log: URL? = nil) throws {
        process = Process()
        process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "TestServer")
        let port = try TestSite.freePort()
        process.arguments = [home.path, "\(port)"]
        process.environment = temporary.map { ["TMPDIR": $0.path, "SQLITE_TMPDIR": $0.path] } ?? [:]
        let output = Pipe()
        process.standardOutput = output
        if let log {
            try Data().write(to: log)
            process.standardError = try FileHandle(forWritingTo: log)
        } else {
            process.standardError = FileHandle.nullDevice
        }
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let bytes = output.fileHandleForReading.availableData
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
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { if process.isRunning { kill() } }
}
