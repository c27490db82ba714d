import ArgumentParser
import Desk
import Foundation
import Vault

/// A home that `init` made.
enum Home {
    static func open(_ settings: Settings) async throws -> Workspace {
        guard settings.hasHome else {
            throw ValidationError(settings.absence("make one with: lindung init"))
        }
        return try await Workspace(
            home: settings.home, key: try settings.keyFile.read(), purpose: .office,
            opensPerHour: settings.opensPerHour, makes: false)
    }

    /// An office or a demo.
    static func openAny(_ settings: Settings) async throws -> Workspace {
        try await open(settings.home, try settings.keyFile.read())
    }

    static func open(_ home: URL, _ key: MasterKey) async throws -> Workspace {
        do { return try await Workspace(home: home, key: key, purpose: .office, makes: false) } catch let other
            as Workspace.OtherPurpose
        {
            return try await Workspace(home: home, key: key, purpose: other.found, makes: false)
        }
    }
}
