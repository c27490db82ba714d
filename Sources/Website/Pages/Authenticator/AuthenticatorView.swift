import Casework
import Desk

struct AuthenticatorView {
    let frame: Frame
    let offer: OfferedAuthenticator
    /// Nil where the machine can draw none.
    let code: QRCode?
    let isWrong: Bool
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).gate(
            (isWrong ? words["form.error-title"] : "") + words["authenticator.title"],
            """
            \(isWrong ? SignInNotice.wrong.html(frame, wrong: "authenticator.wrong") : nil)
            <div class="card">
            <form class="card-body" method="post" action="\(Path.authenticator)">\(frame.token)
            <h1>\(words["authenticator.title"])</h1>
            <p>\(words["authenticator.text"])</p>
            <ol class="numbered">
            <li>\(words["authenticator.install"])</li>
            <li>\(words[code == nil ? "authenticator.type" : "authenticator.scan"])
            \(code?.html(words["authenticator.code-label"]))
            <p class="secret">\(groups)</p>
            <p><a href="\(offer.link)">\(words["authenticator.open"])</a></p></li>
            <li><label for="code">\(words["authenticator.enter"])</label>
            <input class="input" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="7" \
            required\(isWrong ? SignInNotice.wrong.attributes : nil)></li>
            </ol>
            <div class="field"><button class="button">\(words["authenticator.submit"])</button></div>
            </form>
            </div>
            <form method="post" action="\(Path.signOut)">\(frame.token)\
            <button class="link">\(words["code.cancel"])</button></form>
            """)
    }

    /// Four letters at a time, as people read them off.
    private var groups: String {
        let letters = Array(offer.secret)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
    }
}

/// The codes for the day on which the phone is lost, shown once.
struct BackupCodesView {
    let frame: Frame
    let codes: [String]
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).gate(
            words["backup-codes.title"],
            """
            <div class="card"><div class="card-body">
            <h1>\(words["backup-codes.title"])</h1>
            <p>\(words["backup-codes.text"])</p>
            <ol class="codes">\(each: codes.map { "<li class=\"code\">\($0)</li>" })</ol>
            <div class="actions"><a class="button" href="\(Path.work)">\(words["secret.done"])</a></div>
            </div></div>
            """)
    }
}
