import Casework
import Desk
import Hummingbird

/// The second step of the sign-in.
extension Site {
    func codePage(_ visit: Visit, _ notice: SignInNotice? = nil) async throws -> Response {
        guard visit.session?.step == .code else { throw Trouble.notFound }
        let isBackup = visit.posted.first("backup")?.isBlank == false && visit.posted.first("code")?.isBlank != false
        let view = CodeView(frame: try await frame(visit), notice: notice, isBackup: isBackup)
        return .page(view.html, notice: notice)
    }

    func enterCode(_ visit: Visit) async throws -> Response {
        guard let session = visit.session, session.step == .code else { throw Trouble.notFound }
        let typed = visit.posted.first("code").flatMap { $0.isBlank ? nil : $0 } ?? visit.posted.first("backup") ?? ""
        do {
            guard let next = try await workspace.accounts.enter(typed, for: session, from: visit.caller)
            else { return try await codePage(visit, .wrong) }
            return try await signedIn(next)
        } catch let tooMany as TooManyTries {
            return try await codePage(visit, .wait(until: tooMany.until))
        }
    }
}

struct CodeView {
    let frame: Frame
    let notice: SignInNotice?
    /// Whether a backup code was typed: its box stands open.
    let isBackup: Bool
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).gate(
            (notice == nil ? "" : words["form.error-title"]) + words["code.title"],
            """
            \(notice?.html(frame, wrong: isBackup ? "code.wrong-backup" : "code.wrong"))
            <div class="card">
            <form class="card-body" method="post" action="\(Path.code)">\(frame.token)
            <h1>\(words["code.title"])</h1>
            <div class="field">
            <label class="label" for="code">\(words["code.code"])</label>
            <p class="hint" id="code-hint">\(words["code.hint"])</p>
            <input class="input" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" \
            aria-describedby="code-hint"\(isBackup ? nil : " autofocus")\(isBackup ? nil : notice?.attributes)>
            </div>
            <details\(isBackup ? " open" : nil)>
            <summary class="link">\(words["code.lost"])</summary>
            <div class="field">
            <label class="label" for="backup">\(words["code.backup"])</label>
            <p class="hint" id="backup-hint">\(words["code.backup-hint"])</p>
            <input class="input" id="backup" name="backup" autocomplete="off" autocapitalize="none" \
            aria-describedby="backup-hint"\(isBackup ? " autofocus" : nil)\(isBackup ? notice?.attributes : nil)>
            </div>
            </details>
            <div class="field"><button class="button">\(words["sign-in.submit"])</button></div>
            </form>
            </div>
            <form method="post" action="\(Path.signOut)">\(frame.token)\
            <button class="link">\(words["code.cancel"])</button></form>
            """)
    }
}
