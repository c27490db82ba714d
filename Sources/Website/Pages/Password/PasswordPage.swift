import Casework
import Desk
import Hummingbird

extension Site {
    /// Only for who came with a secret or showed both factors again: an open session must not be enough to take an
    /// account over.
    func passwordPage(_ visit: Visit, _ problem: Problem?) async throws -> Response {
        guard visit.session?.step == .password else { throw Trouble.notFound }
        let view = PasswordView(
            frame: try await frame(visit), shortest: workspace.accounts.shortestPassword, problem: problem)
        return .page(view.html, status: problem == nil ? .ok : .unprocessableContent)
    }

    func choosePassword(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, session.step == .password else { throw Trouble.notFound }
        let password = visit.posted.first("password") ?? ""
        if let problem = try await workspace.accounts.fault(password, of: session.worker) {
            return try await passwordPage(visit, problem)
        }
        guard let own = try await workspace.accounts.choosePassword(password, for: session, from: visit.caller)
        else { return try await passwordPage(visit, .guessable) }
        return try await signedIn(own)
    }
}

/// Asks for a password of the worker's own, in the place of the secret of the first sign-in.
struct PasswordView {
    let frame: Frame
    let shortest: Int
    let problem: Problem?
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).gate(
            (problem == nil ? "" : words["form.error-title"]) + words["password.title"],
            """
            <div class="card">
            <form class="card-body" method="post" action="\(Path.password)">\(frame.token)
            <h1>\(words["password.title"])</h1>
            <p>\(words("password.text", ["limit": "\(shortest)"]))</p>
            <div class="field\(problem == nil ? nil : wrong)">
            <label class="label" for="password">\(words["sign-in.password"])</label>
            \(problem.map(error))
            <div class="pair">
            <input class="input" id="password" name="password" type="password" autocomplete="new-password" required\
            \(problem == nil ? nil : invalid)>
            <button class="button button-secondary" type="button" data-show-password="password" \
            data-show="\(words["sign-in.show"])" data-hide="\(words["sign-in.hide"])" hidden>\
            \(words["sign-in.show"])</button>
            </div>
            </div>
            <div class="field"><button class="button">\(words["password.submit"])</button></div>
            </form>
            </div>
            <form method="post" action="\(Path.signOut)">\(frame.token)\
            <button class="link">\(words["code.cancel"])</button></form>
            """)
    }

    private var wrong: HTML { " field-error" }
    private var invalid: HTML { #" aria-invalid="true" aria-describedby="password-error""# }

    private func error(_ problem: Problem) -> HTML {
        let sentence = words.problem(problem, of: words["sign-in.password"])
        return #"<p class="error" id="password-error">\#(Icon.warning.html)<span>\#(sentence)</span></p>"#
    }
}
