import Casework
import Desk
import Hummingbird

extension Site {
    func signInPage(_ visit: Visit) async throws -> Response {
        guard visit.session == nil else { return .seeOther(.work) }
        var visit = visit
        let isNew = visit.visitor == nil
        visit.visitor = visit.visitor ?? workspace.accounts.visitor()
        let response = Response.page(SignInView(frame: try await frame(visit), model: SignInModel()).html)
        guard isNew, let visitor = visit.visitor else { return response }
        return response.setting(Cookies.header(Cookies.visitor, visitor))
    }

    func signIn(_ visit: Visit) async throws -> Response {
        let handle = visit.posted.first("handle") ?? ""
        let password = visit.posted.first("password") ?? ""
        guard let session = try await workspace.accounts.signIn(handle, password) else {
            let model = SignInModel(handle: handle, isWrong: true)
            return .page(SignInView(frame: try await frame(visit), model: model).html, status: .unprocessableContent)
        }
        return Response.seeOther(.work)
            .setting(Cookies.header(Cookies.session, session.token), Cookies.cleared(Cookies.visitor))
    }

    func signOut(_ visit: Visit) async throws -> Response {
        if let session = visit.session { try await workspace.accounts.signOut(session.token) }
        return Response.seeOther(.signIn, clearing: #""cache", "storage""#).setting(Cookies.cleared(Cookies.session))
    }

    /// The other language, on the same page.
    func setLanguage(_ visit: Visit) -> Response {
        let back = visit.posted.first("back").flatMap(Path.init) ?? .root
        guard let language = visit.posted.first("language").flatMap(Language.init) else { return .seeOther(back) }
        return Response.seeOther(back).setting(Cookies.header(Cookies.language, language.rawValue))
    }
}
