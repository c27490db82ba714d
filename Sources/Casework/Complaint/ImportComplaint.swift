package import Foundation

/// Brings in what an office wrote down before it had this program: one line of a register or a spreadsheet, a complaint
/// and what became of it. Everything is dated as it was written down; the entry's own instant and ``source`` tell that
/// it was brought in later. Nothing is said in anybody's name that the register doesn't say: no triage, no approval
/// (`docs/adr/0014-yesterdays-spreadsheet.md`).
package struct ImportComplaint: Entailing, Hashable {
    package static let name: ActionName = "import-complaint"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true

    /// The day on which the complaint came in.
    package var received: Day
    /// Its number in the register.
    package var number: Line?
    package var channel: Channel
    package var what: LongText
    /// Who was harmed; without a name no case can be opened.
    package var client: Line?
    package var sex: Sex?
    package var born: PartialDay?
    /// On the day on which the complaint came in, where no birth date is known.
    package var age: Years?
    package var nik: NIK?
    /// When it happened, as far as anybody knew.
    package var day: PartialDay?
    package var place: IncidentPlace?
    package var district: District?
    package var reporter: Line?
    package var relation: ReporterRelation?
    /// The reporter's. Nobody knows whether it is safe to call today, so it is no safe contact.
    package var phone: Phone?
    package var alleged: Line?
    /// What the alleged is to the client.
    package var allegedIs: Relation?
    package var forms: [ViolenceForm]?
    /// Whether anybody was harmed by violence at all: no of custody, or of a child in conflict with the law, whose case has
    /// no form. Nil where forms tell it, and in entries of before it was asked.
    package var violence: YesNo?
    package var domestic: YesNo?
    /// Nil in entries of before it was asked.
    package var bullying: YesNo?
    package var risk: Risk?
    package var services: [GivenService]?
    package var outcome: FormerOutcome?
    /// When it ended.
    package var ended: Day?
    /// Who manages the case from now on.
    package var manager: ID<Worker>?
    package var note: LongText?
    /// Where it was written down.
    package var source: Line

    /// One service that was given.
    package struct GivenService: Group {
        package var service: Service
        /// Nil where the register doesn't say.
        package var at: Day?
        /// In the register's own words.
        package var said: Line?

        package init(_ service: Service, at: Day? = nil, said: Line? = nil) {
            self.service = service
            self.at = at
            self.said = said
        }
    }

    package init(
        received: Day, number: Line? = nil, channel: Channel, what: LongText, client: Line? = nil, sex: Sex? = nil,
        born: PartialDay? = nil, age: Years? = nil, nik: NIK? = nil, day: PartialDay? = nil,
        place: IncidentPlace? = nil, district: District? = nil, reporter: Line? = nil,
        relation: ReporterRelation? = nil, phone: Phone? = nil, alleged: Line? = nil, allegedIs: Relation? = nil,
        forms: [ViolenceForm]? = nil, violence: YesNo? = nil, domestic: YesNo? = nil, bullying: YesNo? = nil,
        risk: Risk? = nil, services: [GivenService]? = nil, outcome: FormerOutcome? = nil, ended: Day? = nil,
        manager: ID<Worker>? = nil, note: LongText? = nil, source: Line
    ) {
        self.received = received
        self.number = number
        self.channel = channel
        self.what = what
        self.client = client
        self.sex = sex
        self.born = born
        self.age = age
        self.nik = nik
        self.day = day
        self.place = place
        self.district = district
        self.reporter = reporter
        self.relation = relation
        self.phone = phone
        self.alleged = alleged
        self.allegedIs = allegedIs
        self.forms = forms
        self.violence = violence
        self.domestic = domestic
        self.bullying = bullying
        self.risk = risk
        self.services = services
        self.outcome = outcome
        self.ended = ended
        self.manager = manager
        self.note = note
        self.source = source
    }

    /// Whether it became a case: the register tells what was done to somebody, or that it was about something else, a
    /// service beyond taking it down, or how a case went. Whoever only wanted advice has none.
    package var becameCase: Bool {
        guard outcome != .advice else { return false }
        return outcome != nil || !(forms ?? []).isEmpty || violence != nil
            || (services ?? []).contains { $0.service != .intake }
    }

    /// The beginning of the day: nobody knows the hour.
    package var arrived: Date { received.start }

    package var happened: Moment? { Moment(arrived) }
    package static let isOfOldTimes = true

    package var lookups: [Lookup] { [.holders(of: .manageCases)] }

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        var faults = context.ahead(CodingKeys.received, received) + context.ahead(CodingKeys.born, born)
        faults += context.ahead(CodingKeys.day, day) + context.ahead(CodingKeys.ended, ended)
        for (row, given) in (services ?? []).enumerated() {
            if let at = given.at, at > context.today { faults.append(Fault("services.\(row).at", .inTheFuture)) }
        }
        if let first = day?.earliest, first > received { faults.append(Fault(CodingKeys.received, .beforeItHappened)) }
        if let ended, ended < received { faults.append(Fault(CodingKeys.ended, .beforeItHappened)) }
        // Nobody can have been born after a complaint about them came in.
        if let first = born?.earliest, first > received, first <= context.today {
            faults.append(Fault(CodingKeys.born, .inTheFuture))
        }
        if ended != nil, outcome == nil { faults.append(Fault(CodingKeys.outcome, .missing)) }
        if violence == .no, !(forms ?? []).isEmpty { faults.append(Fault(CodingKeys.violence, .notAsked)) }
        if ended != nil, outcome == .ongoing { faults.append(Fault(CodingKeys.ended, .notAsked)) }
        return faults + caseFaults(context)
    }

    /// What a case can't do without.
    private func caseFaults(_ context: Context) -> [Fault] {
        guard becameCase else { return [] }
        var faults: [Fault] = []
        if client == nil { faults.append(Fault(CodingKeys.client, .missing)) }
        if forms?.isEmpty ?? true, violence != .no { faults.append(Fault(CodingKeys.forms, .missing)) }
        guard let manager else { return faults + [Fault(CodingKeys.manager, .missing)] }
        if !context.managesCases(manager) { faults.append(Fault(CodingKeys.manager, .notInList)) }
        return faults
    }

    package func cautions(_ complaint: Complaint, _ context: Context) -> [Caution] {
        Person.cautions(sex: sex, born: born, age: age, nik: nik, on: received)
            + (violence == .no && becameCase ? [Caution("no-form")] : [])
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.bring(self, stamp) }

    package func entails(_ complaint: Complaint, _ stamp: Stamp) -> [Deed] {
        guard becameCase, let manager else { return [] }
        return [Deed(ImportCase(complaint: complaint.id, told: self, manager: manager), on: stamp.id(1))]
    }
}

extension ReceiveComplaint {
    /// What a register told, where pages and figures ask what came in.
    init(_ told: ImportComplaint) {
        self.init(
            channel: told.channel, what: told.what,
            affected: told.client.map { [Affected($0, sex: told.sex, age: told.age)] }, day: told.day,
            place: told.place, district: told.district, reporter: told.reporter, relation: told.relation,
            phone: told.phone, at: Moment(told.arrived))
    }
}
