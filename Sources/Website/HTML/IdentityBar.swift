import Casework

/// Whose file it is, and how contact is safe: the wrong file is the worst mistake.
struct IdentityBar {
    let words: Words
    let identity: Identity

    var html: HTML { #"<div class="identity">\#(content)</div>"# }

    /// The same at the top edge once the page's own is out of sight; a script shows it. It says nothing new to who
    /// listens.
    var stuck: HTML { #"<div class="identity identity-stuck" data-stuck hidden aria-hidden="true">\#(content)</div>"# }

    private var content: HTML {
        let told = [identity.contact] + identity.contact.heard
        let warnings =
            [identity.contact.isPhoneUnsafe ? words["contact.phone-unsafe"] : nil] + told.map { $0.rules?.never?.text }
        let never = warnings.compactMap { $0 }.map { #" <strong class="never">\#($0)</strong>"# as HTML }
        let how = identity.contact.how?.text
        let contact: HTML? =
            how == nil && never.isEmpty
            ? nil
            : #"<span class="identity-contact off-paper">\#(Icon.phone.html)<span>\#(how ?? "")\#(each: never)</span></span>"#
        return """
            <span class="name">\(identity.name)</span> <span class="code">\(identity.code)</span> \
            \(identity.risk.map { RiskTag(words: words, risk: $0).html }) \(contact)
            """
    }
}

/// Whose file a page is about, and how contact is safe.
struct Identity {
    let name: String
    let code: String
    let risk: Risk?
    let contact: SafeContact

    init(_ file: CaseFile, _ code: String, _ words: Words) {
        name = file.client?.name.text ?? words["case.unnamed"]
        self.code = code
        risk = file.risk
        contact = file.contact
    }
}
