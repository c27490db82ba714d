/// Takes down a complaint while the caller talks: saved with whatever is known.
package struct ReceiveComplaint: Action, Hashable {
    package static let name: ActionName = "receive-complaint"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true

    package var channel: Channel
    package var what: LongText
    /// Whether somebody is in danger at this moment.
    package var danger: YesNo?
    /// Who is affected; one call may be about several.
    package var affected: [Affected]?
    package var district: District?
    package var reporter: Line?
    package var relation: ReporterRelation?
    package var phone: Phone?
    /// How, when and through whom contact is safe.
    package var safeContact: Line?
    /// When the complaint came in, if not now.
    package var at: Moment?

    package init(
        channel: Channel, what: LongText, danger: YesNo? = nil, affected: [Affected]? = nil, district: District? = nil,
        reporter: Line? = nil, relation: ReporterRelation? = nil, phone: Phone? = nil, safeContact: Line? = nil,
        at: Moment? = nil
    ) {
        self.channel = channel
        self.what = what
        self.danger = danger
        self.affected = affected
        self.district = district
        self.reporter = reporter
        self.relation = relation
        self.phone = phone
        self.safeContact = safeContact
        self.at = at
    }

    package var lookups: [Lookup] { phone.map { [.complaints(from: $0)] } ?? [] }

    package var happened: Moment? { at }

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        guard let at, at.instant > context.now else { return [] }
        return [Fault(CodingKeys.at, .inTheFuture)]
    }

    package func cautions(_ complaint: Complaint, _ context: Context) -> [Caution] {
        let others = lookups.flatMap { context.facts[$0] ?? [] }
        return others.isEmpty ? [] : [Caution("same-phone", ["codes": others.joined(separator: ", ")])]
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.receive(self, stamp) }
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
