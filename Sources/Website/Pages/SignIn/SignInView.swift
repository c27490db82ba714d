import Casework

struct SignInModel {
    var handle = ""
    var notice: SignInNotice?
    /// Whether a session ended by itself in this browser.
    var hasEnded = false
    /// Whether something that was typed then is kept.
    var hasDraft = false
}

struct SignInView {
    let frame: Frame
    let model: SignInModel
    private var words: Words { frame.words }

    var html: HTML {
        Layout(frame: frame).gate(
            (model.notice == nil ? "" : words["form.error-title"]) + words["sign-in.title"],
            """
            \(model.notice?.html(frame, wrong: "sign-in.wrong") ?? (model.hasEnded ? ended : nil))
            <div class="card">
            <form class="card-body" method="post" action="\(Path.signIn)">\(frame.token)
            <h1>\(words["sign-in.title"])</h1>
            <div class="field">
            <label class="label" for="handle">\(words["sign-in.handle"])</label>
            <input class="input" id="handle" name="handle" type="text" autocomplete="username" autocapitalize="none" \
            required value="\(model.handle)"\(invalid)>
            </div>
            <div class="field">
            <label class="label" for="password">\(words["sign-in.password"])</label>
            <div class="pair">
            <input class="input" id="password" name="password" type="password" autocomplete="current-password" \
            required\(invalid)>
            <button class="button button-secondary" type="button" data-show-password="password" \
            data-show="\(words["sign-in.show"])" data-hide="\(words["sign-in.hide"])" \
            aria-describedby="show-password" hidden>\(words["sign-in.show"])</button>
            <span class="unseen" id="show-password">\(words["sign-in.password"])</span>
            </div>
            </div>
            <div class="field"><button class="button">\(words["sign-in.submit"])</button></div>
            </form>
            </div>
            <p class="meta">\(words["sign-in.forgotten"])</p>
            """)
    }

    private var invalid: HTML? { model.notice?.attributes }

    private var ended: HTML {
        """
        <div class="alert alert-info">\(Icon.info.html)<p class="alert-text">\
        <strong>\(words["sign-in.ended"])</strong> \(model.hasDraft ? words["sign-in.kept"] : "")</p></div>
        """
    }
}
