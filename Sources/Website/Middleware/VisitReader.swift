import Casework
import Desk
import Hummingbird

/// Reads what is asked for, and in which language, before anything else: the log tells the path, and a page of trouble is
/// in the language of who asks.
struct VisitReader: RouterMiddleware {
    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = context
        visit.path = Path(request.uri.path)
        visit.after = request.uri.queryParameters["after"].map(String.init)
        visit.language = request.cookie(Cookies.language).flatMap(Language.init) ?? .indonesian
        return try await next(request, visit)
    }
}
