import Desk
import Logging
import ServiceLifecycle
import UnixSignals
import Website

/// Serves a workspace until a signal ends it.
enum Server {
    static func run(_ workspace: Workspace, _ settings: Settings) async throws {
        LoggingSystem.bootstrap { _ in LogLines() }
        let address = settings.address
        let server = Website.application(
            workspace, words: try Locales.load(), host: address.host, port: address.port, origin: settings.origin,
            onServerRunning: {
                Console.say("\n  http://\(address.host):\(address.port)  (Ctrl-C ends it)\n")
            })
        var configuration = ServiceGroupConfiguration(
            services: [server], gracefulShutdownSignals: [.sigint, .sigterm], logger: Logger(label: "lindung"))
        configuration.maximumGracefulShutdownDuration = .seconds(5)
        try await ServiceGroup(configuration: configuration).run()
        try workspace.close()
    }
}
