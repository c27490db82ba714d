import Casework
import Desk
import Hummingbird

/// Where a worker puts the office into an authenticator app.
extension Site {
    func authenticatorPage(_ visit: Visit, isWrong: Bool = false) async throws -> Response {
        guard let session = visit.session, session.step == .authenticator else { throw Trouble.notFound }
        let offer = try await workspace.accounts.offeredAuthenticator(session)
        let view = AuthenticatorView(
            frame: try await frame(visit), offer: offer, code: await QRCode(offer.link), isWrong: isWrong)
        return .page(view.html, status: isWrong ? .unprocessableContent : .ok)
    }

    func takeAuthenticator(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, session.step == .authenticator else { throw Trouble.notFound }
        let typed = visit.posted.first("code") ?? ""
        guard let taken = try await workspace.accounts.takeAuthenticator(typed, for: session, from: visit.caller)
        else { return try await authenticatorPage(visit, isWrong: true) }
        var visit = visit
        visit.session = taken.session
        let view = BackupCodesView(frame: try await frame(visit), codes: taken.backupCodes)
        return Response.page(view.html).setting(Cookies.session(taken.session))
    }
}
