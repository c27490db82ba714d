import ArgumentParser
import Foundation

@main
struct Lindung: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lindung",
        abstract: "Case management for protecting women and children from violence.",
        version: "0.7.0",
        subcommands: [
            Demo.self, Init.self, Serve.self, WorkerCommand.self, OfficeCommand.self, Import.self, Report.self,
            Doctor.self, Verify.self, HeadsCommand.self, Rebuild.self, BackUp.self, Restore.self, RestoreKey.self,
            RotateKey.self, RotateSigningKey.self,
        ]
    )

    /// Exit codes: 0 done, 1 the answer is no, 2 wrong use or a home that can't be used, with one sentence.
    static func main() async {
        // Whatever this program writes is its owner's alone.
        umask(0o077)
        limit()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            if let code = error as? ExitCode { Foundation.exit(Console.isHeard ? code.rawValue : 2) }
            guard exitCode(for: error) != .success else { exit(withError: error) }
            Console.complain("lindung: \(message(for: error))")
            Foundation.exit(2)
        }
        guard Console.isHeard else { Foundation.exit(2) }
    }
}

extension Lindung {
    /// No memory with names in it is ever dumped to a disk; and a server's connections and files fit.
    private static func limit() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        var files = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { return }
        files.rlim_cur = min(max(files.rlim_cur, 4_096), files.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
    }
}
