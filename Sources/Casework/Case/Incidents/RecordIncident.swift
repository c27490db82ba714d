/// Records what happened to the clients, when and where.
package struct RecordIncident: Action, Hashable {
    package static let name: ActionName = "record-incident"
    package static let duty: Duty? = .manageCases

    /// Nil when nobody knows.
    package var day: PartialDay?
    package var place: IncidentPlace
    package var district: District?
    /// The forms of violence, for each client apart.
    package var harms: [Harm]
    package var alleged: [AllegedPerson]?
    package var domestic: YesNo?
    package var bullying: YesNo?
    package var online: YesNo?
    package var disability: YesNo?
    package var what: LongText
    /// When the client told it, if not now: the law's clock counts from here.
    package var disclosed: Moment?
    /// Whether a report to the police that was made already covers it.
    package var reported: YesNo?

    package init(
        day: PartialDay? = nil, place: IncidentPlace, district: District? = nil, harms: [Harm],
        alleged: [AllegedPerson]? = nil, domestic: YesNo? = nil, bullying: YesNo? = nil, online: YesNo? = nil,
        disability: YesNo? = nil, what: LongText, disclosed: Moment? = nil, reported: YesNo? = nil
    ) {
        self.day = day
        self.place = place
        self.district = district
        self.harms = harms
        self.alleged = alleged
        self.domestic = domestic
        self.bullying = bullying
        self.online = online
        self.disability = disability
        self.what = what
        self.disclosed = disclosed
        self.reported = reported
    }

    package struct Harm: Group {
        package var client: ID<Person>
        /// Nil where the client went through nothing themselves: a child who saw it, a twin who was not there.
        package var forms: [ViolenceForm]?

        package init(_ client: ID<Person>, _ forms: [ViolenceForm]) {
            self.client = client
            self.forms = forms.isEmpty ? nil : forms
        }
    }

    /// What was done, to whomever.
    package var forms: [ViolenceForm] { harms.flatMap { $0.forms ?? [] } }

    package struct AllegedPerson: Group {
        package var person: ID<Person>
        package init(_ person: ID<Person>) { self.person = person }
    }

    /// Two incidents never contradict each other.
    package var topic: Topic? { nil }

    /// Of the first one triage told what it knew; the rest is left to be asked.
    package static func suggestion(for file: CaseFile) throws -> Posted? {
        guard file.incidents.isEmpty, let opening = file.opening else { return nil }
        // Of several clients nobody said yet who suffered what.
        let forms = file.clients.count == 1 ? opening.forms : []
        let alleged = file.people.filter { $0.role == .alleged }
        let known = Self(
            day: opening.day, place: opening.place ?? .other, district: opening.district,
            harms: file.clients.map { Harm($0.id, forms) },
            alleged: alleged.isEmpty ? nil : alleged.map { AllegedPerson($0.id) }, domestic: opening.domestic,
            bullying: opening.bullying, online: opening.online, what: "")
        let answers = try FormWriter.answers(of: known).without(CodingKeys.what)
        return opening.place == nil ? answers.without(CodingKeys.place) : answers
    }

    package func faults(_ file: CaseFile, _ context: Context) -> [Fault] {
        var faults = context.ahead(CodingKeys.day, day) + context.ahead(CodingKeys.disclosed, disclosed)
        if forms.contains(.sexual), file.isReportedToPolice, reported == nil {
            faults.append(Fault(CodingKeys.reported, .missing))
        }
        for (row, harm) in harms.enumerated() where file.person(harm.client)?.role != .client {
            faults.append(Fault("harms.\(row).client", .notInList))
        }
        for (row, alleged) in (alleged ?? []).enumerated()
        where file.person(alleged.person) == nil || harms.contains(where: { $0.client == alleged.person }) {
            faults.append(Fault("alleged.\(row).person", .notInList))
        }
        return faults
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        // Once sexual violence is known, its duty and its bars hold anyway.
        let ofForms = file.forms.contains(.sexual) ? [] : harms.map { ViolenceForm.cautions($0.forms ?? []) }
        let harmed = Set(file.incidents.flatMap(\.harms).filter { !($0.forms ?? []).isEmpty }.map(\.client))
        let unharmed = harms.filter { ($0.forms ?? []).isEmpty && !harmed.contains($0.client) }
            .compactMap { file.person($0.client)?.name.text }
        return (ofForms.first { !$0.isEmpty } ?? [])
            + (unharmed.isEmpty ? [] : [Caution("unharmed", ["names": unharmed.joined(separator: ", ")])])
    }

    /// Sexual violence that comes to light later starts the clock when it does.
    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.incidents.append(self)
        for harm in harms where (harm.forms ?? []).isEmpty { file.unharmed[harm.client] = file.joined.count }
        file.startClocks(
            forms, from: disclosed?.instant ?? stamp.instant, happened: day?.earliest,
            isNew: reported.map { $0 != .yes })
    }
}
