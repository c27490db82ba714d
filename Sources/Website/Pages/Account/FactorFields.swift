import Casework

/// Asks who is signed in for the password and the authenticator's code once more.
struct FactorFields {
    let words: Words
    let notice: SignInNotice?
    let hasSecondFactor: Bool
    /// Whether a backup code will do.
    let takesBackupCode: Bool

    /// What they are called where they are sent; they are kept nowhere (`FormModel.ownNames`, ``FormDraft``).
    static let names: Set<String> = ["password", "code"]

    var html: HTML {
        """
        <div class="field"><label class="label" for="password">\(words["account.password"])</label>
        <input class="input" id="password" name="password" type="password" autocomplete="current-password" required\
        \(notice?.attributes)></div>
        \(hasSecondFactor ? code : nil)
        """
    }

    /// What was wrong with them, above the page's title.
    func alert(_ frame: Frame) -> HTML? {
        notice?.html(frame, wrong: hasSecondFactor ? "account.wrong" : "account.wrong-password")
    }

    private var code: HTML {
        """
        <div class="field"><label class="label" for="code">\(words[takesBackupCode ? "account.code" : "code.code"])</label>
        <input class="input" id="code" name="code" autocomplete="one-time-code" autocapitalize="none" required\
        \(notice?.attributes)></div>
        """
    }
}
