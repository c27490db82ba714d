import ArgumentParser
import Desk
import Foundation
import Vault

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the office.")

    func run() async throws {
        let settings = try Settings(home: "lindung-office")
        try await Failure.explained(settings) {
            let workspace = try await Home.open(settings)
            try await Server.run(workspace, settings)
        }
    }
}

/// A home that `init` made.
enum Home {
    static func open(_ settings: Settings) async throws -> Workspace {
        guard settings.hasHome else {
            throw ValidationError(settings.absence("make one with: lindung init"))
        }
        return try await Workspace(
            home: settings.home, key: try settings.keyFile.read(), purpose: .office,
            opensPerHour: settings.opensPerHour)
    }

    /// An office or a demo.
    static func openAny(_ settings: Settings) async throws -> Workspace {
        try await open(settings.home, try settings.keyFile.read())
    }

    static func open(_ home: URL, _ key: MasterKey) async throws -> Workspace {
        do { return try await Workspace(home: home, key: key, purpose: .office) } catch let other
            as Workspace.OtherPurpose
        {
            return try await Workspace(home: home, key: key, purpose: other.found)
        }
    }
}
