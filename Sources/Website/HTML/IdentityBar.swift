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
        let contacts =
            identity.reached.compactMap(contact) + [identity.contactOfNobody.flatMap(ofNobody)].compactMap { $0 }
        return """
            <span class="name">\(identity.name)</span> <span class="code">\(identity.code)</span> \
            \(identity.risk.map { RiskTag(words: words, risk: $0).html }) \(each: contacts)
            """
    }

    private func contact(_ reached: Reached) -> HTML? {
        let name: HTML? = reached.name.map { "<b>\($0):</b> " }
        let how = reached.contact?.how
        let never = reached.contact?.warnings(words) ?? []
        if how != nil || !never.isEmpty {
            // What must never be done comes first: a small screen may cut away the rest.
            return line("\(name)\(each: never)\(how?.text ?? "")")
        }
        // Nobody said what is safe: whoever is about to call must not take silence for a yes.
        return reached.contact?.rules == nil ? line("\(name)\(words["contact.none"])") : nil
    }

    /// What must never be done is said of whomever it may be.
    private func ofNobody(_ contact: SafeContact) -> HTML? {
        let never = contact.warnings(words)
        return never.isEmpty ? nil : line("\(each: never)")
    }

    private func line(_ told: HTML) -> HTML {
        #"<span class="identity-contact off-paper">\#(Icon.phone.html)<span>\#(told)</span></span>"#
    }
}

/// Whose file a page is about, and how contact is safe.
struct Identity {
    let name: String
    let code: String
    let risk: Risk?
    let reached: [Reached]
    let contactOfNobody: SafeContact?

    init(_ file: CaseFile, _ code: String, _ words: Words) {
        name = file.client?.name.text ?? words["case.unnamed"]
        self.code = code
        risk = file.risk
        reached = file.reached
        contactOfNobody = file.contactOfNobody
    }
}
