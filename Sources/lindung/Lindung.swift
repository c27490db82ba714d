import ArgumentParser
import Foundation

@main
struct Lindung: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lindung",
        abstract: "Case management for protecting women and children from violence.",
        subcommands: [
            Demo.self, Init.self, Serve.self, Staff.self, OfficeRecord.self, Report.self,
            Verify.self, Rebuild.self, BackUp.self, Restore.self, RestoreKey.self,
        ]
    )

    /// Exit codes: 0 done, 1 the answer is no, 2 wrong use or a home that can't be used, with one sentence.
    static func main() async {
        // Whatever this program writes is its owner's alone.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
            guard exitCode(for: error) != .success else { exit(withError: error) }
            Console.complain("lindung: \(message(for: error))")
            Foundation.exit(2)
        }
    }
}

/// What the command line says, at once, whether or not a terminal listens.
enum Console {
    static func say(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8)) }
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8)) }
}
