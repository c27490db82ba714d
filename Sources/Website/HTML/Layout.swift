import Casework
import Desk

/// The page around a page.
struct Layout {
    let frame: Frame
    var words: Words { frame.words }

    func page(_ title: String, _ main: HTML) -> HTML {
        document(
            title,
            """
            \(header)
            <main class="page" id="main" tabindex="-1">
            \(frame.done?.html(words))
            \(main)
            </main>
            \(footer)
            \(idle)
            """)
    }

    /// One column, for who has not signed in.
    func gate(_ title: String, _ main: HTML) -> HTML {
        document(
            title,
            """
            <div class="gate">
            <header><span class="brand"><span class="mark">\(Icon.mark.html)</span>\(words["app.name"])</span></header>
            <main class="stack" id="main" tabindex="-1">
            \(main)
            </main>
            </div>
            <footer class="gate-foot">
            <p>\(words["app.office"])</p>
            \(language("gate-language"))
            </footer>
            """)
    }

    /// What is a number to call is a link of ours: a phone that makes its own of any number would ring where it must not.
    private func document(_ title: String, _ body: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(words.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
        <meta name="robots" content="noindex">
        <meta name="format-detection" content="telephone=no">
        <title>\(title) - \(words["app.name"])</title>
        <link rel="icon" href="\(Path.asset(.mark))" type="image/svg+xml">
        <link rel="stylesheet" href="\(Path.asset(.style))">
        <script src="\(Path.asset(.script))" defer></script>
        </head>
        <body spellcheck="false" writingsuggestions="false">
        <a class="skip" href="#main">\(words["app.skip"])</a>
        \(body)
        </body>
        </html>

        """
    }

    private var header: HTML {
        """
        <header class="header">
        <div class="header-bar">
        <a class="brand" href="\(Path.work)"><span class="mark">\(Icon.mark.html)</span>\
        <span class="brand-name">\(words["app.name"])</span></a>
        \(frame.isCasework ? search : nil)
        <div class="header-tools">
        <p class="connection" role="status" data-connection>\
        <span data-online>\(Icon.connected.html)\(words["header.online"])</span>\
        <span data-offline hidden>\(Icon.offline.html)\(words["header.offline"])</span></p>
        \(frame.isCasework ? tools : nil)
        \(language("header-language"))
        \(account)
        </div>
        </div>
        \(tabs)
        </header>
        """
    }

    private var search: HTML {
        """
        <form class="search" role="search" method="post" action="\(Path.search)">\(frame.token)
        \(Icon.search.html)
        <label class="unseen" for="search">\(words["search.label"])</label>
        <input class="input" id="search" name="words" type="search" placeholder="\(words["search.label"])" \
        autocomplete="off" maxlength="\(List.longestSearch)" data-search aria-keyshortcuts="Control+/">
        <kbd class="key" aria-hidden="true">\(words["search.key"])</kbd>
        </form>
        """
    }

    private var tools: HTML {
        let label = words["receive-complaint.title"]
        let new: HTML = """
            <a class="header-tool header-tool-new" href="\(Path.opening(ReceiveComplaint.self))" aria-label="\(label)">\
            \(Icon.plus.html)</a>
            <a class="button button-secondary button-small header-new" href="\(Path.opening(ReceiveComplaint.self))">\
            \(Icon.plus.html)\(label)</a>
            """
        return """
            <a class="header-tool header-tool-search" href="\(Path.search)" aria-label="\(words["search.title"])">\
            \(Icon.search.html)</a>
            \(frame.may(.takeComplaints) ? new : nil)
            """
    }

    /// The link to the other language, in that language; it stays on the page.
    private func language(_ place: String) -> HTML? {
        guard let token = frame.token else { return nil }
        let other = words.language.other
        return """
            <form class="\(place)" method="post" action="\(Path.language)">\(token)\
            <input type="hidden" name="back" value="\(frame.path)">\
            <button class="link" name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\
            \(words["app.other-language"])</button></form>
            """
    }

    private var account: HTML? {
        guard let worker = frame.worker else { return nil }
        let posts = worker.posts.map { words["post.\($0.rawValue)"] }.joined(separator: ", ")
        return """
            <details class="menu" data-menu>
            <summary aria-label="\(words("header.account", ["name": worker.name]))">\
            <span class="initials" aria-hidden="true">\(worker.initials)</span></summary>
            <div class="menu-panel">
            <p class="name">\(worker.name)</p>
            <p class="meta">\(posts), \(words["app.office"])</p>
            <p><a href="\(Path.account)">\(words["account.title"])</a></p>
            <p><a href="\(Path.tokens)">\(words["tokens.title"])</a></p>
            \(language("menu-language"))
            <form method="post" action="\(Path.lock)" data-ends>\(frame.token)\
            <button class="link">\(Icon.lock.html)\(words["header.lock"])</button></form>
            \(signOut("link", Icon.exit.html))
            </div>
            </details>
            """
    }

    private func signOut(_ look: String, _ icon: HTML? = nil) -> HTML {
        """
        <form method="post" action="\(Path.signOut)" data-ends>\(frame.token)\
        <button class="\(look)">\(icon)\(words["header.sign-out"])</button></form>
        """
    }

    /// Shown by a script before the session ends by itself; without one, what is sent too late is kept all the same.
    private var idle: HTML? {
        guard let worker = frame.worker, let token = frame.formToken else { return nil }
        let end = Int(Accounts.idle(worker))
        return """
            <dialog class="dialog" aria-labelledby="idle-title" data-idle data-idle-warn="\(end - 300)" \
            data-idle-end="\(end)" data-ended="\(Path.idleEnd)" data-keep="\(Path.session)" data-csrf="\(token)">
            <h2 id="idle-title">\(words["idle.title"])</h2>
            <p data-kept hidden>\(words["idle.kept"])</p>
            <p>\(words["idle.text"])</p>
            <div class="actions">
            <button class="button" type="button" data-idle-stay>\(words["idle.stay"])</button>
            \(signOut("button button-secondary"))
            </div>
            </dialog>
            """
    }

    private var footer: HTML {
        let numbers = [
            ("110", "footer.police"), ("112", "footer.emergency"), ("119", "footer.ambulance"), ("129", "footer.sapa"),
        ]
        let links = numbers.map { number, key -> HTML in
            #"<li><a href="tel:\#(number)">\#(words[key]) \#(number)</a></li>"#
        }
        return """
            <footer class="footer">
            <div class="footer-bar">
            <p id="emergency">\(words["footer.title"])</p>
            <ul aria-labelledby="emergency">\(each: links)</ul>
            </div>
            </footer>
            """
    }
}

extension Worker {
    /// The first letters of the first two names.
    var initials: String {
        String(name.split(separator: " ").prefix(2).compactMap(\.first)).uppercased()
    }
}
