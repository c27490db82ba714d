import Casework
import Desk
import Foundation
import Hummingbird

extension Site {
    func signInPage(_ visit: Visit) async throws -> Response {
        guard visit.session == nil else { return .seeOther(.work) }
        var visit = visit
        let isNew = visit.visitor == nil
        visit.visitor = visit.visitor ?? workspace.accounts.visitor()
        let model = SignInModel(
            handle: visit.ended?.handle ?? "", hasEnded: visit.ended != nil,
            hasDraft: try await draft(of: visit.ended?.worker) != nil)
        let response = Response.page(SignInView(frame: try await frame(visit), model: model).html)
        guard isNew, let visitor = visit.visitor else { return response }
        return response.setting(Cookies.header(Cookies.visitor, visitor))
    }

    func signIn(_ visit: Visit) async throws -> Response {
        let handle = visit.posted.first("handle") ?? ""
        let password = visit.posted.first("password") ?? ""
        let notice: SignInNotice
        do {
            if let session = try await workspace.accounts.signIn(handle, password, from: visit.caller) {
                return try await signedIn(session)
            }
            notice = .wrong
        } catch let tooMany as TooManyTries { notice = .wait(until: tooMany.until) }
        let model = SignInModel(handle: handle, notice: notice)
        return .page(SignInView(frame: try await frame(visit), model: model).html, notice: notice)
    }

    /// On to what comes next, with the cookies of it.
    func signedIn(_ session: Session) async throws -> Response {
        var next = session.step.page ?? .work
        if session.step == .open, let draft = try await draft(of: session.worker) { next = .draft(draft) }
        return Response.seeOther(next).setting(Cookies.cleared(Cookies.visitor)).setting(Cookies.session(session))
    }

    /// What this worker typed last and did not send.
    private func draft(of worker: Worker?) async throws -> UUID? {
        guard let worker else { return nil }
        return try workspace.accounts.newestDraft(.form, of: worker)
    }

    func signOut(_ visit: Visit) async throws -> Response {
        let out = Response.seeOther(.signIn, clearing: #""cache", "storage""#).setting(Cookies.cleared(Cookies.session))
        guard let session = visit.session else { return out }
        try await workspace.accounts.signOut(session.token)
        let known = try await workspace.accounts.leaving(session.worker, from: visit.caller)
        return known.map { out.setting(Cookies.known($0)) } ?? out
    }

    /// The other language, on the same page.
    func setLanguage(_ visit: Visit) -> Response {
        let back = visit.posted.first("back").flatMap(Path.init) ?? .root
        guard let language = visit.posted.first("language").flatMap(Language.init) else { return .seeOther(back) }
        return Response.seeOther(back).setting(Cookies.header(Cookies.language, language.rawValue))
    }
}
