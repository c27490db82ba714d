import Desk
import Hummingbird
import Logging

/// One line a request: what was asked for (without what identifies anything), how it ended, how long it took.
struct AccessLog: RouterMiddleware {
    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let took = ContinuousClock.now - start
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "path": "\(context.path?.pattern ?? "unknown")",
                "status": "\(response.status.code)", "ms": "\(took.wholeMilliseconds)",
            ])
        return response
    }
}
