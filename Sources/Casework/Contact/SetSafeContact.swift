/// A record whose people are reached by rules: a complaint, a case.
package protocol ReachedSafely: Record {
    /// Who may say how.
    static var contactDuty: Duty { get }
    /// Whether it is said of one of its clients by name.
    static var namesClients: Bool { get }
    var clients: [Person] { get }
    /// How somebody is reached, as far as nobody said whom it reaches.
    var contact: SafeContact { get }
    /// What is said anew when it is said of this client, or of nobody by name.
    func contact(toChange client: ID<Person>?) -> SafeContact
    mutating func change(_ contact: SafeContact, of client: ID<Person>?)
}

/// A complaint's people are not told apart.
extension Complaint {
    package static let namesClients = false
    package var clients: [Person] { [] }
    package func contact(toChange client: ID<Person>?) -> SafeContact { contact }
    package mutating func change(_ contact: SafeContact, of client: ID<Person>?) { self.contact = contact }
}

/// Says anew how contact with somebody is safe. What stood there before counts no more.
package struct SetSafeContact<Subject: ReachedSafely>: Entailing, Hashable {
    package static var name: ActionName { "set-safe-contact" }
    package static var duty: Duty? { Subject.contactDuty }

    /// Whom it reaches, in a case with several clients; nil in entries of before it was asked, which said it for the file. A
    /// complaint is not asked.
    package var client: ID<Person>?
    package var phone: Phone?
    /// How and through whom; and what must not be done.
    package var safeContact: Line
    package var rules: ContactRules?

    package init(
        of client: ID<Person>? = nil, phone: Phone? = nil, safeContact: Line, rules: ContactRules? = nil
    ) {
        self.client = client
        self.phone = phone
        self.safeContact = safeContact
        self.rules = rules
    }

    /// What is decoded is what is asked: a complaint's form has no question that only a case can answer.
    package init(from decoder: any Decoder) throws {
        let answers = try decoder.container(keyedBy: CodingKeys.self)
        client = Subject.namesClients ? try answers.decodeIfPresent(ID<Person>.self, forKey: .client) : nil
        phone = try answers.decodeIfPresent(Phone.self, forKey: .phone)
        safeContact = try answers.decode(Line.self, forKey: .safeContact)
        rules = try answers.decodeIfPresent(ContactRules.self, forKey: .rules)
    }

    package static func suggestion(for subject: Subject) throws -> Posted? {
        // Which of several it is must be said first; and what nobody goes by any more is not said again by itself.
        guard subject.clients.count < 2, !subject.contact.isReplaced else { return nil }
        return try suggestion(for: subject, subject.clients.first?.id)
    }

    private static func suggestion(for subject: Subject, _ client: ID<Person>?) throws -> Posted {
        let contact = subject.contact(toChange: client)
        // A number that is not safe is not filled in again by itself.
        return try FormWriter.answers(
            of: Self(
                of: client, phone: contact.callable, safeContact: contact.how ?? "",
                rules: contact.rules))
    }

    package func faults(_ subject: Subject, _ context: Context) -> [Fault] {
        subject.whichClient(CodingKeys.client, client)
    }

    /// Whoever says that a number is safe knows it; what is known of others stays.
    private func contact(after before: SafeContact) -> SafeContact {
        var contact = SafeContact(phone: phone, how: safeContact, rules: rules, unsafePhones: before.unsafePhones)
        if let phone { contact.trust(phone) }
        return contact
    }

    /// What keeps somebody alive is neither forgotten nor taken back unnoticed.
    package func cautions(_ subject: Subject, _ context: Context) -> [Caution] {
        let before = subject.contact(toChange: client)
        let (old, new) = (before.rules, rules)
        let forgets =
            old?.from != nil && new?.from == nil || old?.until != nil && new?.until == nil
            || old?.codeWord != nil && new?.codeWord == nil || before.isForbiddenSomething && new?.never == nil
        let trusts = phone.map(before.unsafePhones.contains) ?? false
        return (trusts ? [Caution("phone-unsafe")] : []) + (forgets ? [Caution("contact-forgets")] : [])
    }

    /// What became different about a complaint is told to its case; that the case knows better, to its complaints: who took
    /// them down would call the old number.
    package func entails(_ subject: Subject, _ stamp: Stamp) -> [Deed] {
        if let file = subject as? CaseFile {
            return file.replacesContact(of: client) ? file.complaints.map { Deed(NoteNewerContact(), on: $0) } : []
        }
        guard let file = (subject as? Complaint)?.caseFile else { return [] }
        // The case knows another way by now: the old one told again is news to it.
        let before = subject.contact.isReplaced ? SafeContact() : subject.contact
        return [Deed(NoteSafeContact(before, contact(after: subject.contact)), on: file)]
    }

    package func apply(to subject: inout Subject, _ stamp: Stamp) {
        subject.change(contact(after: subject.contact(toChange: client)), of: client)
    }
}

/// Of several clients, the one whom it reaches is chosen first; then the form says how that one is reached by now.
extension SetSafeContact: ChangingAction where Subject == CaseFile {
    package static var chosen: any CodingKey { CodingKeys.client }
    package static func choosesFirst(on file: CaseFile) -> Bool { file.clients.count > 1 }

    package static func suggestion(for file: CaseFile, choosing id: String, on today: Day) throws -> Posted? {
        guard let client = file.clients.first(where: { $0.id.description == id }) else { return nil }
        return try suggestion(for: file, client.id)
    }
}

extension ReachedSafely {
    /// What is wrong with an answer that says which client it is: of several, one must be named.
    func whichClient(_ field: some CodingKey, _ client: ID<Person>?) -> [Fault] {
        guard let client else { return clients.count > 1 ? [Fault(field, .missing)] : [] }
        return clients.contains { $0.id == client } ? [] : [Fault(field, .notInList)]
    }
}
