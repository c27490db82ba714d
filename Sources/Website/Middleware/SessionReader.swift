import Casework
import Desk
import Hummingbird
import NIOCore

/// Finds out who asks. The staff's area without a session leads to the sign-in; what was typed meanwhile is kept.
struct SessionReader: RouterMiddleware {
    let accounts: Accounts

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = context
        if case .asset = visit.path { return try await next(request, visit) }
        visit.visitor = request.cookie(Cookies.visitor)
        if let token = request.cookie(Cookies.session) {
            visit.session = try await accounts.session(token)
            if visit.session == nil { visit.ended = try await accounts.owner(ofEnded: token) }
            if let owner = visit.ended, visit.path?.access == .staff {
                try await keepForm(request, visit, token, of: owner)
            }
        }
        if visit.path?.access == .staff, visit.session == nil { throw Trouble.signedOut }
        if visit.session?.mustChoosePassword == true, visit.path?.access == .staff,
            visit.path != .password, visit.path != .signOut
        {
            return .seeOther(.password)
        }
        return try await next(request, visit)
    }

    /// A form of the session that ended is kept sealed for its owner; anything else is dropped.
    private func keepForm(_ request: Request, _ visit: Visit, _ token: String, of owner: Worker) async throws {
        guard request.method == .post else { return }
        let posted = Posted(formBody: try await request.body.collect(upTo: visit.maxUploadSize).readableBytesView)
        guard let given = posted.first(ForgeryGuard.field), accounts.isFormToken(given, of: token),
            let draft = FormDraft(visit.path, posted)
        else { return }
        try await accounts.keep(draft, of: owner)
    }
}
