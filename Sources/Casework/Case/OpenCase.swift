package import Foundation

/// Opens a case from a complaint. Triage entails it; nobody fills it in, so that nobody types anything twice.
package struct OpenCase: Action, Hashable {
    package static let name: ActionName = "open-case"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true
    package static let hasForm = false

    package let complaint: ID<Complaint>
    package let what: LongText
    package let affected: [Affected]
    package let reporter: Line?
    /// How whoever reports for themselves is called; nil in entries of before it was carried over.
    private let ownName: Line?
    package let reporterPhone: Phone?
    package let forms: [ViolenceForm]
    package let domestic: YesNo?
    package let bullying: YesNo?
    package let online: YesNo?
    /// Nil only where a register that it was brought in from doesn't say.
    package let risk: Risk?
    /// Whether somebody is in danger: the case is served at once. Nil in entries of before it was carried over.
    private let danger: YesNo?
    /// Whether each of several clients is served for themselves; nil in entries of before it was: a service to any of them
    /// met it.
    private let servesEach: YesNo?
    /// Whether the first contact has a clock where nobody is in danger; nil in entries of before it had.
    private let reaches: YesNo?
    /// When and where it happened, as the complaint told; nil in entries of before it was carried over.
    package let day: PartialDay?
    package let place: IncidentPlace?
    package let district: District?
    package let needs: [Need]
    package let phone: Phone?
    package let safeContact: Line?
    package let rules: ContactRules?
    /// Nil in entries of before it was asked.
    private let unsafePhones: [Phone]?
    package let manager: ID<Worker>
    /// When the complaint came in: the law's clocks count from here.
    private let received: Moment

    package init(
        complaint: ID<Complaint>, triage: TriageComplaint, received: ReceiveComplaint, contact: SafeContact, at: Date,
        manager: ID<Worker>
    ) {
        self.complaint = complaint
        what = received.what
        affected = received.harmed
        reporter = received.relation == .oneself ? nil : received.reporter
        ownName = received.relation == .oneself ? received.reporter : nil
        reporterPhone = received.phone
        forms = triage.forms ?? []
        domestic = triage.domestic
        bullying = triage.bullying
        online = triage.online
        risk = triage.risk
        danger = triage.isUrgent(received.danger) ? .yes : nil
        servesEach = .yes
        reaches = .yes
        day = received.day
        place = received.place
        district = received.district
        needs = received.needs ?? []
        phone = contact.phone
        safeContact = contact.how
        rules = contact.rules
        unsafePhones = contact.unsafePhones
        self.manager = manager
        self.received = Moment(at)
    }

    /// What a register told that it was brought in from.
    init(complaint: ID<Complaint>, told: ImportComplaint, manager: ID<Worker>) {
        self.complaint = complaint
        what = told.what
        affected = told.client.map { [Affected($0, sex: told.sex, age: told.age)] } ?? []
        reporter = told.relation == .oneself ? nil : told.reporter
        ownName = nil
        reporterPhone = told.phone
        forms = told.forms ?? []
        domestic = told.domestic
        bullying = told.bullying
        online = nil
        risk = told.risk
        day = nil
        place = nil
        danger = nil
        servesEach = nil
        reaches = nil
        district = told.district
        needs = []
        phone = nil
        safeContact = nil
        rules = nil
        unsafePhones = nil
        self.manager = manager
        received = Moment(told.arrived)
    }

    package var at: Date { received.instant }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.opening = self
        file.people = people(stamp)
        file.complained = Set(file.clients.map(\.id))
        file.need(needs)
        file.contact = SafeContact(phone: phone, how: safeContact, rules: rules, unsafePhones: unsafePhones ?? [])
        file.manager = manager
        file.complaints = [complaint]
        file.tell(risk)
        // Safety and services come before the assessment where the risk is high (`docs/sources.md`).
        file.stage = risk == .high ? .intervention : .assessment
        file.startClocks(forms, from: at)
        // Triage is no service: the clock that the complaint began runs on until somebody was with the client.
        if danger == .yes {
            file.mustServe(from: at, by: complaint, each: servesEach)
        } else if reaches == .yes, let risk {
            file.mustReach(risk, from: at, by: complaint)
        }
    }

    /// The clients, and who reported it if that was somebody else; their ids are the entry's. Who reports for themselves is
    /// the client, by whatever name; of several, nobody said which.
    func people(_ stamp: Stamp) -> [Person] {
        var clients = affected.enumerated().map { place, person in
            Person(
                id: .ofClient(place, stamp), name: person.who, role: .client, sex: person.sex,
                age: person.age.map { ($0, Day(at)) })
        }
        var teller = reporter
        if let ownName {
            if clients.count == 1 {
                clients[0].hear(ownName)
            } else if !clients.contains(where: { $0.isCalled(ownName) }) {
                teller = ownName
            }
        }
        let reporters = [teller].compactMap { $0 }.map { name in
            Person(id: .ofReporter(stamp), name: name, role: .reporter, phone: reporterPhone)
        }
        return clients + reporters
    }
}

/// The people whom the opening of a case brings have ids made of its entry's; these numbers are in the journal for ever.
extension ID<Person> {
    static func ofAlleged(_ stamp: Stamp) -> ID { stamp.id(98) }
    static func ofReporter(_ stamp: Stamp) -> ID { stamp.id(99) }
    static func ofClient(_ place: Int, _ stamp: Stamp) -> ID { stamp.id(UInt8(clamping: 100 + place)) }
}
