import ArgumentParser
import Desk
import Foundation

struct RotateSigningKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-signing-key",
        abstract: "Puts a new key in the place of the one that signs heads.",
        discussion: """
            Stop the service first. What was signed before stays good, and `lindung heads` prints how the old key vouches \
            for the new one. After a kill or a power cut in the middle, run it again.
            """)

    func run() async throws {
        let settings = try Settings.ofAnyHome()
        try await Failure.explained(settings) {
            let workspace = try await Home.openAny(settings)
            defer { try? workspace.close() }
            try await workspace.rotateSigningKey()
            Console.say("Heads are signed with a new key. Send the output of lindung heads to whoever keeps them.")
        }
    }
}
