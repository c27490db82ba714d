import ArgumentParser
import Desk
import Foundation
import Vault

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the office.")

    func run() async throws {
        let settings = try Settings()
        try await Failure.explained(settings) {
            let workspace = try await Home.open(settings)
            try await Server.run(workspace, settings)
        }
    }
}
