import Casework

/// One client of a case, and how they are reached.
struct Reached {
    /// Nil where the case names nobody yet.
    let client: ID<Person>?
    /// Where there are several.
    let name: String?
    /// Nil for one of several of whom nobody said it.
    let contact: SafeContact?
}

extension CaseFile {
    /// How each client is reached: nobody may be led to call one where another is meant.
    var reached: [Reached] {
        guard clients.count > 1 else {
            let only = clients.first?.id
            return [Reached(client: only, name: nil, contact: contact(toChange: only))]
        }
        return clients.map { Reached(client: $0.id, name: $0.name.text, contact: contact(of: $0.id)) }
    }

    /// Who told what is known of nobody, as long as it is what the first complaint told.
    var tellerOfNobody: String? {
        guard let opening, let contact = contactOfNobody, !contact.isUnknown, contact.phone == opening.phone,
            contact.how == opening.safeContact, contact.rules == opening.rules
        else { return nil }
        return opening.reporter?.text
    }
}

/// What complaints told of several clients without saying of which.
struct ContactOfNobody {
    let frame: Frame
    let contact: SafeContact
    /// Who told it, where that is known.
    let teller: String?

    var html: HTML {
        let line = ContactLine(frame: frame, contact: contact, isOfSomebody: false)
        let teller = teller.map { "<p>\(frame.words("contact.told-by", ["who": $0]))</p>" as HTML }
        return """
            <div class="heard"><p><span class="tag tag-warn">\(frame.words["contact.of-nobody"])</span> \(line.phone)</p>
            \(teller)\(line.html)</div>
            """
    }
}
