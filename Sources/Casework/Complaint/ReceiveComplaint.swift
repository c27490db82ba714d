/// Takes down a complaint while the caller talks: saved with whatever is known.
package struct ReceiveComplaint: Action, Hashable {
    package static let name: ActionName = "receive-complaint"
    package static let duty: Duty = .takeComplaints
    package static let opens = true

    package var channel: Channel
    package var what: LongText
    /// Whether somebody is in danger at this moment.
    package var danger: YesNo?
    /// Who is affected, as far as anybody knows.
    package var affected: Line?
    package var district: District?
    package var reporter: Line?
    package var relation: ReporterRelation?
    package var phone: Phone?
    /// How, when and through whom contact is safe.
    package var safeContact: Line?
    /// When the complaint came in, if not now.
    package var at: Moment?

    package init(
        channel: Channel, what: LongText, danger: YesNo? = nil, affected: Line? = nil, district: District? = nil,
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

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        guard let at, at.instant > context.now else { return [] }
        return [Fault(CodingKeys.at, .inTheFuture)]
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.receive(self, stamp) }
}
