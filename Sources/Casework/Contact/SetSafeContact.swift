/// A record whose person is reached by rules: a complaint, a case.
package protocol ReachedSafely: Record {
    /// Who may say how.
    static var contactDuty: Duty { get }
    var contact: SafeContact { get set }
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
            || old?.codeWord != nil && new?.codeWord == nil || before.isForbiddenSomething && new?.never == nil
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
