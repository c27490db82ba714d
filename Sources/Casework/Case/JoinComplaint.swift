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

    package init(
        complaint: ID<Complaint>, what: LongText, forms: [ViolenceForm], risk: Risk, received: Moment
    ) {
        self.complaint = complaint
        self.what = what
        self.forms = forms
        self.risk = risk
        self.received = received
    }

    package var topic: Topic? { nil }
    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.join(self) }
}
