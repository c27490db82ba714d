package import Casework
package import Desk
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization
import Website

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A live server of the world on a free port of this machine; it ends with the closure.
package struct TestSite: Sendable {
    package let world: World
    package let port: Int

    package static func run(
        instruments: Instruments? = nil, purpose: Workspace.Purpose = .demo, callsPerMinute: Int = 100_000,
        arrivingWithin seconds: Double = 30, _ test: @Sendable @escaping (TestSite) async throws -> Void
    ) async throws {
        let site = TestSite(world: try await World(instruments: instruments, purpose: purpose), port: try freePort())
        let words = try Locales.load()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (started, start) = AsyncStream<Void>.makeStream()
            let server = try Website.application(
                site.world.workspace, words: words, host: "127.0.0.1", port: site.port,
                origin: Origin(loopback: "127.0.0.1", port: site.port), callsPerMinute: callsPerMinute,
                arrivingWithin: seconds, onServerRunning: { start.finish() })
            let service = ServiceGroup(
                configuration: .init(
                    services: [server], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
            group.addTask {
                // A port that somebody took meanwhile ends the server before it listens: nobody waits for it then.
                defer { start.finish() }
                try await service.run()
            }
            for await _ in started {}
            do { try await test(site) } catch {
                await service.triggerGracefulShutdown()
                throw error
            }
            await service.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    package func browser() -> Browser { Browser(port: port) }

    /// A browser in which somebody has signed in by the page.
    package func browser(signedInAs handle: String) async throws -> Browser {
        let browser = browser()
        let page = try await browser.get("/kerja/sign-in")
        try await browser.post("/kerja/sign-in", ["handle": handle, "password": World.password], from: page)
        return browser
    }

    /// Below the ports that the system gives to whoever connects, or one of those could take it first.
    private static let ports = Mutex(20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 97 * 120)

    package static func freePort() throws -> Int {
        for _ in 0..<1000 {
            let port = ports.withLock { port in
                port += 1
                return port
            }
            if isFree(port) { return port }
        }
        throw CocoaError(.fileReadUnknown)
    }

    private static func isFree(_ port: Int) -> Bool {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(file, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
