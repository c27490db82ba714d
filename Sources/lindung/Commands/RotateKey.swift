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
            let key = settings.keyFile
            guard settings.hasHome else {
                throw ValidationError("There is no office in \(settings.home.path); set LINDUNG_HOME.")
            }
            _ = try key.read()
            let next = try key.next.readOrCreate()
            // Where the keys are wrapped anew already, only the file is left to do.
            if let workspace = try await Self.opened(settings, key.read()) {
                try await workspace.rotate(to: next)
                try workspace.close()
            }
            guard let workspace = try await Self.opened(settings, next) else { throw Workspace.WrongKey() }
            try workspace.close()
            // Before it takes the old one's place: what could not be written down would be lost.
            for copy in 1...2 { Console.say(Init.recoveryCopy(copy, next, settings)) }
            guard Console.isHeard else { throw ExitCode(2) }
            try key.takeNext()
            Console.say(
                """
                The home opens with the new key. Make a backup now: lindung backup. Keep the recovery copies of the old \
                key until every backup from before is gone; then destroy them.
                """)
        }
    }

    /// Nil where this is not the key.
    private static func opened(_ settings: Settings, _ key: MasterKey) async throws -> Workspace? {
        do { return try await Home.open(settings.home, key) } catch is Workspace.WrongKey { return nil }
    }
}
