extension CaseFile {
    package static let namesClients = true

    /// The only client of the file: what is said of nobody by name is said of them.
    private var onlyClient: ID<Person>? { clients.count == 1 ? clients[0].id : nil }

    /// How one client is reached. Where there is only one, what the complaints told is theirs; one of several has what was
    /// said of them by name, or nothing.
    package func contact(of client: ID<Person>) -> SafeContact? {
        guard client == onlyClient else { return contacts[client] }
        return contacts[client].map { $0.hearing(contact) } ?? contact
    }

    /// What complaints told of several clients without saying of which, and no client is known to be reached by. Nobody is
    /// called on it before somebody made sure whom it reaches.
    package var contactOfNobody: SafeContact? {
        guard clients.count > 1 else { return nil }
        let own = clients.compactMap { contacts[$0.id] }
        let left = contact.without(own)
        return left.isUnknown && left.heard.isEmpty && (left.unsafePhones.isEmpty || own.count == clients.count)
            ? nil : left
    }

    package func contact(toChange client: ID<Person>?) -> SafeContact {
        guard let client = client ?? onlyClient else { return contact }
        let known = contact(of: client) ?? SafeContact(unsafePhones: contact.unsafePhones)
        // What was told of nobody goes with it: what that forbids is not forgotten unnoticed.
        return isLast(client) ? known.hearing(contact) : known
    }

    /// Whether all others have a contact of their own.
    private func isLast(_ client: ID<Person>) -> Bool {
        clients.allSatisfy { $0.id == client || contacts[$0.id] != nil }
    }

    /// Of the only client it is said for the file. Once each of several has a contact of their own, nothing is left of what
    /// was told of nobody.
    package mutating func change(_ contact: SafeContact, of client: ID<Person>?) {
        let isReplaced = replacesContact(of: client)
        let client = client ?? onlyClient
        if let client { contacts[client] = contact }
        guard isReplaced else { return }
        let isOfFile = client == nil || client == onlyClient
        self.contact = isOfFile ? contact : SafeContact(unsafePhones: self.contact.unsafePhones)
    }

    /// Whether nothing is left of what complaints told, once it is said how this client is reached: then they know no
    /// better. What they told of one of several, who has nothing of their own yet, still counts.
    func replacesContact(of client: ID<Person>?) -> Bool {
        (client ?? onlyClient).map { $0 == onlyClient || isLast($0) } ?? true
    }

    /// What a complaint tells, and told before. It names nobody: where there is only one client it is about them.
    mutating func hear(_ told: SafeContact, insteadOf before: SafeContact = SafeContact()) {
        contact.hear(told, insteadOf: before)
        if let onlyClient { contacts[onlyClient]?.hear(told, insteadOf: before) }
    }

    /// Whoever answered may answer whomever one meant to call: nobody is called on it.
    mutating func distrust(_ phone: Phone) {
        contact.distrust(phone)
        for client in contacts.keys { contacts[client]?.distrust(phone) }
    }

    /// Found by whoever works on the case: only its manager says that the number is safe again.
    mutating func findUnsafe(_ phone: Phone) {
        distrust(phone)
        foundUnsafe.insert(phone)
    }

    /// A complaint says that its number is safe again.
    mutating func trust(_ phone: Phone) {
        guard !foundUnsafe.contains(phone) else { return }
        contact.trust(phone)
        for client in contacts.keys { contacts[client]?.trust(phone) }
    }

    /// Every number that leads to somebody, and every way, for whoever looks for one.
    var everyContact: [SafeContact] { [contact] + clients.compactMap { contacts[$0.id] }.filter { $0 != contact } }
}
