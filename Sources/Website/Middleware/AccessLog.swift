import Desk
import Hummingbird
import Logging

/// One line a request: what was asked for (without what identifies anything), how it ended, how long it took.
struct AccessLog: RouterMiddleware {
    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var visit = context
        visit.path = Path(request.uri.path)
        visit.after = request.uri.queryParameters["after"].flatMap { Cursor(String($0)) }
        let response = try await next(request, visit)
        let took = ContinuousClock.now - start
        let milliseconds = took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(visit.path?.pattern ?? "unknown")",
                "status": "\(response.status.code)", "ms": "\(milliseconds)",
            ])
        return response
    }
}
