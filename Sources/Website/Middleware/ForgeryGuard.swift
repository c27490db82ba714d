import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a change in only from a form of ours (OWASP ASVS 5.0 V3.5.1): same-origin by the browser's word, or else by the
/// exact `Origin`, and with the token of this session.
struct ForgeryGuard: RouterMiddleware {
    let accounts: Accounts
    let origin: Origin

    /// The hidden field's name.
    static let field = "csrf"

    func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        if request.method == .get || request.method == .head { return try await next(request, context) }
        guard request.method == .post else { throw Trouble.wrongMethod }
        guard isFromHere(request.headers) else { throw Trouble.forged }
        let (posted, upload) = try await form(request, context)
        guard let token = posted.first(Self.field), let secret = context.session?.token ?? context.visitor,
            accounts.isFormToken(token, of: secret)
        else { throw Trouble.forged }
        var visit = context
        visit.posted = posted.without([Self.field])
        visit.upload = upload
        return try await next(request, visit)
    }

    private func form(_ request: Request, _ context: Visit) async throws -> (Posted, Multipart.Upload?) {
        let type = request.headers[.contentType] ?? ""
        if context.path == .imports, let multipart = Multipart(contentType: type) {
            let body = try await request.body.collect(upTo: Multipart.largest)
            return multipart.read(Data(body.readableBytesView))
        }
        guard request.isForm else { throw Trouble.notAForm }
        return (try await request.posted(upTo: context.maxUploadSize), nil)
    }

    private func isFromHere(_ headers: HTTPFields) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) { return site == "same-origin" }
        return headers[.origin] == origin.text
    }
}

extension Request {
    /// Whether it brings answers, and no file.
    var isForm: Bool { headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true }

    /// The answers that it brings.
    /// - Parameter limit: the most bytes.
    func posted(upTo limit: Int) async throws -> Posted {
        let posted = Posted(formBody: try await body.collect(upTo: limit).readableBytesView)
        guard posted.values.count <= Posted.mostNames else { throw Trouble.tooLarge }
        return posted
    }
}
