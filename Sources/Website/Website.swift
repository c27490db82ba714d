package import Casework
package import Desk
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Logging

/// Puts the website together; `main` and the tests share it.
package enum Website {
    /// - Parameters:
    ///   - origin: where browsers reach it.
    ///   - callsPerMinute: so many calls of one worker's programs are answered.
    ///   - seconds: so long a request may take to arrive.
    ///   - onServerRunning: called once it listens.
    package static func application(
        _ workspace: Workspace, words: [Language: Words], host: String, port: Int, origin: Origin,
        callsPerMinute: Int = 600, arrivingWithin seconds: Double = 30,
        onServerRunning: @escaping @Sendable () async -> Void = {}
    ) throws -> some ApplicationProtocol {
        let site = try Site(workspace: workspace, words: words, origin: origin, callsPerMinute: callsPerMinute)
        return Application(
            router: router(site),
            // Whoever says nothing, or little at a time, is let go, and so many may talk at once; a form is short.
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        RequestDeadline(whole: .milliseconds(Int64(seconds * 1000)), idle: .seconds(60))
                    ],
                    idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(1_000)),
            onServerRunning: { _ in await onServerRunning() },
            logger: Logger(label: "lindung.web")
        )
    }

    private static func router(_ site: Site) -> Router<Visit> {
        let router = Router(context: Visit.self)
        router.addMiddleware {
            VisitReader()
            AccessLog()
            SecurityHeaders()
            APIGate(site: site)
            TroublePages(site: site)
            DoneNotice()
            SessionReader(accounts: site.workspace.accounts)
            ForgeryGuard(accounts: site.workspace.accounts, origin: site.origin)
        }
        // The site routes by `Path`; whatever the method, it is the site that answers.
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
            router.on("/", method: method) { try await site.answer($0, $1) }
            router.on("**", method: method) { try await site.answer($0, $1) }
        }
        // What watches over a server asks for the head of a page.
        for path in ["/", "**"] {
            router.on(RouterPath(path), method: .head) { request, visit in
                let whole = try await site.answer(request, visit)
                return Response(status: whole.status, headers: whole.headers)
            }
        }
        return router
    }
}
