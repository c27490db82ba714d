import Desk
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import Vault
import Website

/// Serves a workspace until a signal ends it.
enum Server {
    static func run(_ workspace: Workspace, _ settings: Settings) async throws {
        LoggingSystem.bootstrap { _ in LogLines() }
        let address = settings.address
        let server = try Website.application(
            workspace, words: try Locales.load(), host: address.host, port: address.port, origin: settings.origin,
            callsPerMinute: settings.callsPerMinute,
            onServerRunning: {
                Console.say("\n  http://\(address.host):\(address.port)  (Ctrl-C ends it)\n")
            })
        let heads = HeadSigner(workspace)
        func everyFiveMinutes(_ chore: String, _ turn: @escaping @Sendable () async -> (any Error)?) -> any Service {
            EveryFiveMinutes {
                // What the server's end broke off is no failure: the next start begins it anew.
                guard let error = await turn(), !(error is CancellationError) else { return }
                let why = Failure.sentence(error, settings) ?? "\(type(of: error))"
                Logger(label: "lindung.\(chore)").error("The \(chore) failed.", metadata: ["why": "\(why)"])
            }
        }
        var services: [any Service] = [
            server, everyFiveMinutes("signing") { await heads.turn() },
            everyFiveMinutes("erasure") { await failure(of: { try await workspace.finishErasures() }) },
            everyFiveMinutes("clearing") { await failure(of: { try await workspace.dropOldDrafts() }) },
        ]
        if let backups = settings.backups {
            let keeper = Keeper(workspace, key: try settings.keyFile.read(), data: backups.data, keys: backups.keys)
            services.append(everyFiveMinutes("backup") { await keeper.turn() })
        } else {
            try await workspace.noteNoKeeper()
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigint, .sigterm], logger: Logger(label: "lindung"))
        configuration.maximumGracefulShutdownDuration = .seconds(5)
        defer { try? workspace.close() }
        try await ServiceGroup(configuration: configuration).run()
    }
}

private func failure(of chore: () async throws -> Void) async -> (any Error)? {
    do { try await chore() } catch { return error }
    return nil
}

/// Lets somebody have a turn at once and every five minutes, until the server ends.
struct EveryFiveMinutes: Service {
    let turn: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await turn()
                try? await Task.sleep(for: .seconds(300))
            }
        }
    }
}
