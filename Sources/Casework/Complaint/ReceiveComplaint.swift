/// Takes down a complaint while the caller talks: saved with whatever is known.
package struct ReceiveComplaint: Action, Hashable {
    package static let name: ActionName = "receive-complaint"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true

    package var channel: Channel
    package var what: LongText
    /// Whether somebody is in danger at this moment.
    package var danger: YesNo?
    /// Before anything that takes long: a call may end at any moment.
    package var reporter: Line?
    package var relation: ReporterRelation?
    package var phone: Phone?
    /// How and through whom contact is safe; and what must not be done.
    package var safeContact: Line?
    package var rules: ContactRules?
    /// Who is affected; one call may be about several.
    package var affected: [Affected]?
    /// When it happened, as far as anybody knows.
    package var day: PartialDay?
    package var place: IncidentPlace?
    package var district: District?
    /// What somebody needs to be able to speak: an interpreter, or for a disability.
    package var needs: [Need]?
    /// When the complaint came in, if not now.
    package var at: Moment?

    package init(
        channel: Channel, what: LongText, danger: YesNo? = nil, affected: [Affected]? = nil,
        day: PartialDay? = nil, place: IncidentPlace? = nil, district: District? = nil, needs: [Need]? = nil,
        reporter: Line? = nil, relation: ReporterRelation? = nil, phone: Phone? = nil, safeContact: Line? = nil,
        rules: ContactRules? = nil, at: Moment? = nil
    ) {
        self.channel = channel
        self.what = what
        self.danger = danger
        self.affected = affected
        self.day = day
        self.place = place
        self.district = district
        self.needs = needs
        self.reporter = reporter
        self.relation = relation
        self.phone = phone
        self.safeContact = safeContact
        self.rules = rules
        self.at = at
    }

    package var lookups: [Lookup] { phone.map { [.complaints(from: $0)] } ?? [] }

    package var happened: Moment? { at }

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        context.ahead(CodingKeys.day, day) + context.ahead(CodingKeys.at, at)
    }

    package func cautions(_ complaint: Complaint, _ context: Context) -> [Caution] {
        let others = lookups.flatMap { context.facts[$0] ?? [] }
        return others.isEmpty ? [] : [Caution("same-phone", ["codes": others.joined(separator: ", ")])]
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.receive(self, stamp) }
}

extension ReceiveComplaint {
    /// Whom it is about. Whoever reports for themselves and names nobody is the one.
    var harmed: [Affected] {
        let named = affected ?? []
        return named.isEmpty && relation == .oneself ? [reporter].compactMap { $0 }.map { Affected($0) } : named
    }

    /// Who told it, unless they are named among those whom it is about.
    var teller: Line? {
        relation == .oneself && harmed.contains { $0.who == reporter } ? nil : reporter
    }
}

/// One person that a complaint is about, as far as anybody knows.
package struct Affected: Group {
    /// A name, or what is known instead of one.
    package var who: Line
    package var sex: Sex?
    package var age: Years?

    package init(_ who: Line, sex: Sex? = nil, age: Years? = nil) {
        self.who = who
        self.sex = sex
        self.age = age
    }
}
