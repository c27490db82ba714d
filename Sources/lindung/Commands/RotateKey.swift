import ArgumentParser
import Desk
import Foundation
import Vault

struct RotateKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key",
        abstract: "Puts a new master key in the place of the old one and prints two recovery copies of it.",
        discussion: """
            Stop the service first. After a kill or a power cut in the middle, run it again: it goes on where it was. \
            The recovery copies of the old key are needed for backups from before, until the last of them is gone.
            """)

    func run() async throws {
        let settings = try Settings()
        try await Failure.explained(settings) {
            guard settings.hasHome else {
                throw ValidationError("There is no office in \(settings.home.path); set LINDUNG_HOME.")
            }
            let file = settings.keyFile
            let key = try file.read()
            // Nothing is made before the home is open, with the right key and for this process alone.
            if let workspace = try await Self.opened(settings, key) {
                defer { try? workspace.close() }
                let next = try file.next.readOrCreate()
                // Before anything is sealed under it: a kill leaves no home of whose key there is no copy.
                try Self.printCopies(of: next, settings)
                try await workspace.rotate(to: next)
            } else {
                // Where the keys are wrapped anew already, only the file is left to do.
                guard let next = try? file.next.read(), Workspace.isKey(next, of: settings.home) else {
                    throw Workspace.WrongKey()
                }
                try Self.printCopies(of: next, settings)
            }
            guard let workspace = try await Self.opened(settings, file.next.read()) else { throw Workspace.WrongKey() }
            try workspace.close()
            try file.takeNext()
            Console.say(
                """
                The home opens with the new key. Make a backup now: lindung backup. Keep the recovery copies of the old \
                key until every backup from before is gone; then destroy them.
                """)
        }
    }

    /// - Throws: `ExitCode` where they can't be written down: the key's file stays as it is.
    private static func printCopies(of next: MasterKey, _ settings: Settings) throws {
        for copy in 1...2 { Console.say(Init.recoveryCopy(copy, next, settings), orElse: lost) }
        guard Console.isHeard else { throw ExitCode(2) }
    }

    private static let lost =
        "The recovery copies can't be written, so no other key takes its place; run again: lindung rotate-key"

    /// Nil where this is not the key.
    private static func opened(_ settings: Settings, _ key: MasterKey) async throws -> Workspace? {
        do { return try await Home.open(settings.home, key) } catch is Workspace.WrongKey { return nil }
    }
}
