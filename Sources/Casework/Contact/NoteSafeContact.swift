/// What became different about reaching somebody, as it was told to one of a case's complaints.
package struct NoteSafeContact: Action, Hashable {
    package static let name: ActionName = "note-safe-contact"
    package static let duty: Duty? = .takeComplaints
    package static let hasForm = false

    /// As it stood at the complaint before, and as it stands now; the same where nothing became different.
    private let phoneBefore: Phone?
    private let phone: Phone?
    private let howBefore: Line?
    private let how: Line?
    private let rulesBefore: ContactRules?
    private let rules: ContactRules?
    /// Numbers that are unsafe, and safe, from now on; nil in entries of before it was asked.
    private let unsafePhones: [Phone]?
    private let safePhones: [Phone]?
    /// Nil in entries that were followed field by field: one number with the hours of another.
    private let asOne: YesNo?

    package init(_ before: SafeContact, _ now: SafeContact) {
        phoneBefore = before.phone
        phone = now.phone
        howBefore = before.how
        how = now.how
        rulesBefore = before.rules
        rules = now.rules
        unsafePhones = now.unsafePhones.filter { !before.unsafePhones.contains($0) }
        safePhones = before.unsafePhones.filter { !now.unsafePhones.contains($0) }
        asOne = .yes
    }

    package var topic: Topic? { Topic(SetSafeContact<CaseFile>.name.text) }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        if asOne == .yes {
            file.hear(
                SafeContact(phone: phone, how: how, rules: rules),
                insteadOf: SafeContact(phone: phoneBefore, how: howBefore, rules: rulesBefore))
        } else {
            Self.follow(phoneBefore, phone, &file.contact.phone)
            Self.follow(howBefore, how, &file.contact.how)
            Self.follow(rulesBefore, rules, &file.contact.rules)
        }
        for phone in unsafePhones ?? [] { file.distrust(phone) }
        for phone in safePhones ?? [] { file.trust(phone) }
    }

    /// What is gone from the complaint goes from the case only if it is the same there.
    private static func follow<Value: Equatable>(_ before: Value?, _ now: Value?, _ known: inout Value?) {
        guard before != now else { return }
        if now != nil || known == before { known = now }
    }
}
