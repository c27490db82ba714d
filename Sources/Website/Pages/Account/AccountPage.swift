import Casework
import Desk
import Foundation
import Hummingbird

/// A worker's own account: where they are signed in, and how they change what they sign in with. A program acts with a
/// token and has no use for it, so the API has no such action.
extension Site {
    func accountPage(_ visit: Visit, _ notice: SignInNotice? = nil) async throws -> Response {
        guard let session = visit.session else { throw Trouble.signedOut }
        let view = AccountView(
            frame: try await frame(visit), devices: try workspace.accounts.devices(of: session),
            factors: FactorFields(
                words: words(visit), notice: notice,
                hasSecondFactor: try await workspace.accounts.hasSecondFactor(session.worker), takesBackupCode: true))
        return .page(view.html, notice: notice)
    }

    /// Both factors again, and on to another password or authenticator.
    func confirmAccount(_ visit: Visit) async throws -> Response {
        guard let session = visit.session else { throw Trouble.signedOut }
        let step: Session.Step = visit.posted.first("then") == "authenticator" ? .authenticator : .password
        do {
            let next = try await workspace.accounts.confirm(
                visit.posted.first("password") ?? "", visit.posted.first("code") ?? "", for: session, then: step,
                from: visit.caller)
            guard let next else { return try await accountPage(visit, .wrong) }
            return try await signedIn(next)
        } catch let tooMany as TooManyTries {
            return try await accountPage(visit, .wait(until: tooMany.until))
        }
    }

    func endDevice(_ id: UUID, _ visit: Visit) async throws -> Response {
        try await workspace.accounts.endDevice(id, of: visit.worker())
        return .seeOther(.account)
    }

    func signOutEverywhere(_ visit: Visit) async throws -> Response {
        try await workspace.accounts.signOutEverywhere(visit.worker())
        return Response.seeOther(.signIn, clearing: #""cache", "storage""#).setting(Cookies.cleared(Cookies.session))
    }

    /// Leaves a shared laptop: what was typed is kept, and the next worker signs in, or the same one by the password.
    func lock(_ visit: Visit) async throws -> Response {
        if let session = visit.session { try await workspace.accounts.lock(session) }
        return .seeOther(.signIn, clearing: #""cache""#)
    }
}
