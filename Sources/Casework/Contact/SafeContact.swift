/// How somebody is reached without harm.
package struct SafeContact: Hashable, Sendable {
    package var phone: Phone?
    /// How and through whom; and what must not be done.
    package var how: Line?
    package var rules: ContactRules?
    /// The numbers at which somebody answered who must not know.
    package private(set) var unsafePhones: [Phone]
    /// Other ways that complaints told: they wait for the case's manager, who alone says what is safe.
    package private(set) var heard: [SafeContact] = []
    /// Whether the case of a complaint knows better: nobody calls, or writes, by this one.
    package internal(set) var isReplaced = false

    package init(phone: Phone? = nil, how: Line? = nil, rules: ContactRules? = nil, unsafePhones: [Phone] = []) {
        self.phone = phone
        self.how = how
        self.rules = rules
        self.unsafePhones = unsafePhones
    }

    /// Whether the number must not be called, at any time, until somebody says anew how contact is safe.
    package var isPhoneUnsafe: Bool { phone.map(unsafePhones.contains) ?? false }
    /// Whether anybody said, the case's manager or a complaint, what must never be done.
    var isForbiddenSomething: Bool { rules?.never != nil || heard.contains { $0.rules?.never != nil } }
    /// Whether nobody said how contact is safe.
    package var isUnknown: Bool { phone == nil && how == nil && rules == nil }
    /// What somebody may go by: of one that was replaced, what must never be done and which numbers nobody calls, and nothing
    /// else.
    package var offered: SafeContact {
        guard isReplaced else { return self }
        let never = rules?.never.map { ContactRules(never: $0) }
        var left = SafeContact(rules: never, unsafePhones: unsafePhones)
        left.isReplaced = true
        return left
    }
    /// The number that somebody is led to call; nil where that is not safe, or not known to be.
    package var callable: Phone? { isPhoneUnsafe || isReplaced ? nil : phone }

    mutating func distrust(_ phone: Phone) { if !unsafePhones.contains(phone) { unsafePhones.append(phone) } }
    mutating func trust(_ phone: Phone) { unsafePhones.removeAll { $0 == phone } }

    /// What a complaint tells now, and told before. Who goes by that complaint goes by it still; who knows another way
    /// keeps it and hears of this one. A contact is never mixed: a number must not be called at the hours of another.
    mutating func hear(_ told: SafeContact, insteadOf before: SafeContact = SafeContact()) {
        guard !told.isSame(as: before) else { return }
        if isUnknown || isSame(as: before) {
            (phone, how, rules) = (told.phone, told.how, told.rules)
            heard.removeAll { $0.isSame(as: told) }
        } else {
            heard.removeAll { $0.isSame(as: before) || $0.isSame(as: told) }
            if !told.isUnknown, !told.isSame(as: self) { heard.append(told) }
        }
    }

    /// The same, which hears of another way, and of what that one heard.
    func hearing(_ other: SafeContact) -> SafeContact {
        var contact = self
        for told in [other] + other.heard where !told.isUnknown && ![contact].isTelling(told) {
            contact.heard.append(SafeContact(phone: told.phone, how: told.how, rules: told.rules))
        }
        return contact
    }

    /// What is left of it and of what it heard, beside the ways that others tell.
    func without(_ others: [SafeContact]) -> SafeContact {
        var left = others.isTelling(self) ? SafeContact(unsafePhones: unsafePhones) : self
        left.heard = heard.filter { !others.isTelling($0) }
        return left
    }

    fileprivate func isSame(as other: SafeContact) -> Bool {
        phone == other.phone && how == other.how && rules == other.rules
    }
}

extension [SafeContact] {
    /// Whether one of them, or of what they heard, is this way.
    fileprivate func isTelling(_ told: SafeContact) -> Bool {
        contains { $0.isSame(as: told) || $0.heard.contains { $0.isSame(as: told) } }
    }
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
