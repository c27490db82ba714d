/// One more complaint about what a case is about already, with what triage made of it. Triage entails it.
package struct JoinComplaint: Action, Hashable {
    package static let name: ActionName = "join-complaint"
    package static let duty: Duty? = .takeComplaints
    package static let hasForm = false

    package let complaint: ID<Complaint>
    package let what: LongText
    package let forms: [ViolenceForm]
    package let risk: Risk
    /// When the complaint came in: the law's clocks count from here.
    package let received: Moment
    /// When it happened; nil in entries of before it was carried over.
    package let day: PartialDay?
    /// Whether somebody is in danger now: the case is served at once. Nil in entries of before it was asked.
    package let danger: YesNo?
    /// Whether each of several clients is served for themselves, since nobody said who is in danger; nil in entries of
    /// before it was.
    private let servesEach: YesNo?
    /// Whether the first contact has a clock where nobody is in danger; nil in entries of before it had.
    private let reaches: YesNo?
    /// Whether somebody harmed of whom it tells, and who is not plainly a client, is reported to the police for themselves;
    /// nil in entries of before they were.
    private let reportsEach: YesNo?
    private let phone: Phone?
    private let safeContact: Line?
    private let rules: ContactRules?
    /// Nil in entries of before it was asked.
    private let unsafePhones: [Phone]?
    /// Whom it is about, who told it, and what they need to be able to speak; nil in entries of before it was carried over.
    private let affected: [Affected]?
    private let reporter: Line?
    private let reporterPhone: Phone?
    private let needs: [Need]?

    package init(
        complaint: ID<Complaint>, what: LongText, forms: [ViolenceForm], risk: Risk, received: Moment,
        day: PartialDay? = nil, danger: YesNo? = nil, contact: SafeContact = SafeContact(),
        affected: [Affected]? = nil, reporter: Line? = nil, reporterPhone: Phone? = nil, needs: [Need]? = nil
    ) {
        self.affected = affected
        self.reporter = reporter
        self.reporterPhone = reporterPhone
        self.needs = needs
        phone = contact.phone
        safeContact = contact.how
        rules = contact.rules
        unsafePhones = contact.unsafePhones
        self.complaint = complaint
        self.what = what
        self.forms = forms
        self.risk = risk
        self.received = received
        self.day = day
        self.danger = danger
        servesEach = .yes
        reaches = .yes
        reportsEach = .yes
    }

    package var topic: Topic? { nil }

    /// What a further complaint tells can only make the case more urgent.
    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.complaints.append(complaint)
        file.joined.append(self)
        file.toldPeople += people(stamp)
        file.need(needs ?? [])
        // A way to reach somebody is better than none; where the case knows one, only its manager changes it.
        file.hear(SafeContact(phone: phone, how: safeContact, rules: rules))
        for phone in unsafePhones ?? [] { file.distrust(phone) }
        let isAnew = file.isClosed
        if isAnew { file.reopen(risk, stamp) }
        if risk.urgency > file.risk?.urgency ?? 0 { file.tell(risk) }
        if risk == .high, file.stage == .assessment { file.stage = .intervention }
        let others = reportsEach == .yes ? file.toldOnly.filter { $0.complaint == complaint && $0.role == .client } : []
        file.startClocks(forms, from: received.instant, happened: day?.latest)
        // The police know of the clients, and of nobody else.
        if !others.isEmpty, file.isReportedToPolice {
            file.startClocks(forms, from: received.instant, isNew: true, toldBy: complaint)
        }
        if danger == .yes {
            file.mustServe(from: stamp.instant, by: complaint, each: servesEach)
        } else if reaches == .yes {
            file.mustReach(by: self, from: received.instant, isAnew: isAnew)
        }
    }

    /// Their ids are the entry's; these numbers are in the journal for ever.
    private func people(_ stamp: Stamp) -> [ToldPerson] {
        let on = Day(received.instant)
        let harmed = (affected ?? []).enumerated().map { place, person -> ToldPerson in
            let id = stamp.id(UInt8(clamping: 100 + place), of: ToldPerson.self)
            return ToldPerson(
                id: id, complaint: complaint, who: person.who, role: .client, sex: person.sex, age: person.age, on: on,
                phone: nil, clock: clock(for: id, stamp))
        }
        let teller = reporter.map { name in
            ToldPerson(
                id: stamp.id(99), complaint: complaint, who: name, role: .reporter, sex: nil, age: nil, on: on,
                phone: reporterPhone, clock: nil)
        }
        return harmed + [teller].compactMap { $0 }
    }

    /// What runs for somebody harmed of whom it tells, as it runs for the clients of the file.
    private func clock(for told: ID<ToldPerson>, _ stamp: Stamp) -> Trigger? {
        if danger == .yes {
            return servesEach == .yes ? Trigger(.serveAtOnce, from: stamp.instant, about: told.value) : nil
        }
        guard reaches == .yes, let rule = RuleID.firstContact(risk) else { return nil }
        return Trigger(rule, from: received.instant, about: told.value)
    }
}
