import Casework
import Desk
import HTTPTypes
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
        // To read a session is to keep it alive.
        if visit.path == .idleEnd { return try await next(request, visit) }
        if request.method == .post { visit.caller = caller(request, visit) }
        if let token = request.cookie(Cookies.session) {
            visit.session = try await accounts.session(token)
            if visit.session == nil { visit.ended = try await accounts.owner(ofEnded: token) }
            if let owner = visit.ended?.worker, visit.path?.access == .staff {
                try await keepForm(request, visit, token, of: owner)
            }
        }
        if visit.path?.access == .staff, visit.session == nil { throw Trouble.signedOut }
        if let step = visit.session?.step.page, visit.path?.access == .staff, visit.path != step, visit.path != .signOut
        {
            return .seeOther(step)
        }
        return try await next(request, visit)
    }

    /// Only a proxy of this machine may say for whom it asks; it puts the last address there.
    private func caller(_ request: Request, _ visit: Visit) -> Caller {
        let isProxied = visit.peer.map { $0 == "::1" || $0.hasPrefix("127.") } ?? false
        let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[values: $0].last }
        let address = isProxied ? forwarded?.split(separator: ",").last.map { String($0.trimmingPrefix(" ")) } : nil
        return Caller(
            address: address ?? visit.peer, agent: request.headers[.userAgent] ?? "",
            devices: request.cookie(Cookies.devices))
    }

    /// Where the form is sent: what a page keeps while somebody types says so itself.
    private func path(_ visit: Visit, _ posted: Posted) -> Path? {
        visit.path == .drafts ? posted.first("form").flatMap(Path.init) : visit.path
    }

    /// A form of the session that ended is kept sealed for its owner; anything else is dropped.
    private func keepForm(_ request: Request, _ visit: Visit, _ token: String, of owner: Worker) async throws {
        guard request.method == .post, request.isForm else { return }
        let posted = try await request.posted(upTo: visit.maxUploadSize)
        guard let given = posted.first(ForgeryGuard.field), accounts.isFormToken(given, of: token),
            let draft = FormDraft(path(visit, posted), posted)
        else { return }
        try await accounts.keep(draft, of: owner)
    }
}

extension Session.Step {
    /// The page of what has to happen first; nil for a session that is open.
    var page: Path? {
        switch self {
        case .open: nil
        case .code: .code
        case .password: .password
        case .authenticator: .authenticator
        }
    }
}
