import Casework
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a change in only from a form of ours (`security.md` R17): same-origin by the browser's word, or else by the
/// exact `Origin`, and with the token of this session.
struct ForgeryGuard: RouterMiddleware {
    let accounts: Accounts
    let origin: Origin

    /// The hidden field's name.
    static let field = "csrf"

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        if request.method == .get { return try await next(request, context) }
        guard request.method == .post else { throw Trouble.wrongMethod }
        guard isFromHere(request.headers) else { throw Trouble.forged }
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
        else { throw Trouble.notAForm }
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let posted = Posted(formBody: body.readableBytesView)
        guard let token = posted.first(Self.field), let secret = context.session?.token ?? context.visitor,
            accounts.isFormToken(token, of: secret)
        else { throw Trouble.forged }
        var visit = context
        visit.posted = posted.without([Self.field])
        return try await next(request, visit)
    }

    private func isFromHere(_ headers: HTTPFields) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) { return site == "same-origin" }
        return headers[.origin] == origin.text
    }
}
