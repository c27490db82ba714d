import Casework
import Desk
import Hummingbird

/// Finds out who asks. The staff's area without a session leads to the sign-in.
struct SessionReader: RouterMiddleware {
    let accounts: Accounts

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = context
        if case .asset = visit.path { return try await next(request, visit) }
        visit.visitor = request.cookie(Cookies.visitor)
        if let token = request.cookie(Cookies.session) { visit.session = try await accounts.session(token) }
        if visit.path?.access == .staff, visit.session == nil { throw Trouble.signedOut }
        return try await next(request, visit)
    }
}
