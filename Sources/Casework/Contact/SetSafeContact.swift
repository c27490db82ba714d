/// A record whose person is reached by rules: a complaint, a case.
package protocol ReachedSafely: Record {
    /// Who may say how.
    static var contactDuty: Duty { get }
    var contact: SafeContact { get set }
}

/// How somebody is reached without harm.
package struct SafeContact: Hashable, Sendable {
    package var phone: Phone?
    /// How and through whom; and what must not be done.
    package var how: Line?
    package var rules: ContactRules?
    /// The numbers at which somebody answered who must not know.
    package private(set) var unsafePhones: [Phone]

    package init(phone: Phone? = nil, how: Line? = nil, rules: ContactRules? = nil, unsafePhones: [Phone] = []) {
        self.phone = phone
        self.how = how
        self.rules = rules
        self.unsafePhones = unsafePhones
    }

    /// Whether the number must not be called, at any time, until somebody says anew how contact is safe.
    package var isPhoneUnsafe: Bool { phone.map(unsafePhones.contains) ?? false }
    /// Whether nobody said how contact is safe.
    var isUnknown: Bool { phone == nil && how == nil && rules == nil }

    mutating func distrust(_ phone: Phone) { if !unsafePhones.contains(phone) { unsafePhones.append(phone) } }
    mutating func trust(_ phone: Phone) { unsafePhones.removeAll { $0 == phone } }
}

/// What makes contact safe, as far as anybody knows.
package struct ContactRules: Group {
    package var from: TimeOfDay?
    package var until: TimeOfDay?
    /// The word that tells the right person from whoever picked up.
    package var codeWord: Line?
    /// Who may hear what it is about.
    package var mayHear: Line?
    /// What must never be done.
    package var never: Line?

    package init(
        from: TimeOfDay? = nil, until: TimeOfDay? = nil, codeWord: Line? = nil, mayHear: Line? = nil,
        never: Line? = nil
    ) {
        self.from = from
        self.until = until
        self.codeWord = codeWord
        self.mayHear = mayHear
        self.never = never
    }

    /// Whether contact is safe at this time of day; nil where no hours are known. Hours may run over midnight.
    package func allows(_ time: TimeOfDay) -> Bool? {
        guard from != nil || until != nil else { return nil }
        let (from, until) = (from?.minutes ?? 0, until?.minutes ?? 24 * 60)
        return from <= until
            ? (from..<until).contains(time.minutes) : time.minutes >= from || time.minutes < until
    }
}

/// Says anew how contact is safe. What stood there before counts no more.
package struct SetSafeContact<Subject: ReachedSafely>: Entailing, Hashable {
    package static var name: ActionName { "set-safe-contact" }
    package static var duty: Duty? { Subject.contactDuty }

    package var phone: Phone?
    /// How and through whom; and what must not be done.
    package var safeContact: Line
    package var rules: ContactRules?

    package init(phone: Phone? = nil, safeContact: Line, rules: ContactRules? = nil) {
        self.phone = phone
        self.safeContact = safeContact
        self.rules = rules
    }

    package static func suggestion(for subject: Subject) throws -> Posted? {
        let contact = subject.contact
        // A number that is not safe is not filled in again by itself.
        return try FormWriter.answers(
            of: Self(
                phone: contact.isPhoneUnsafe ? nil : contact.phone, safeContact: contact.how ?? "",
                rules: contact.rules))
    }

    /// Whoever says that a number is safe knows it; what is known of others stays.
    private func contact(after before: SafeContact) -> SafeContact {
        var contact = SafeContact(phone: phone, how: safeContact, rules: rules, unsafePhones: before.unsafePhones)
        if let phone { contact.trust(phone) }
        return contact
    }

    /// What keeps somebody alive is neither forgotten nor taken back unnoticed.
    package func cautions(_ subject: Subject, _ context: Context) -> [Caution] {
        let before = subject.contact
        let (old, new) = (before.rules, rules)
        let forgets =
            old?.from != nil && new?.from == nil || old?.until != nil && new?.until == nil
            || old?.codeWord != nil && new?.codeWord == nil || old?.never != nil && new?.never == nil
        let trusts = phone.map(before.unsafePhones.contains) ?? false
        return (trusts ? [Caution("phone-unsafe")] : []) + (forgets ? [Caution("contact-forgets")] : [])
    }

    /// What became different about a complaint is told to its case.
    package func entails(_ subject: Subject, _ stamp: Stamp) -> [Deed] {
        guard let file = (subject as? Complaint)?.caseFile else { return [] }
        return [Deed(NoteSafeContact(subject.contact, contact(after: subject.contact)), on: file)]
    }

    package func apply(to subject: inout Subject, _ stamp: Stamp) {
        subject.contact = contact(after: subject.contact)
    }
}
