package import Foundation

/// Opens a case from a complaint. Triage entails it; nobody fills it in, so that nobody types anything twice.
package struct OpenCase: Action, Hashable {
    package static let name: ActionName = "open-case"
    package static let duty: Duty? = .takeComplaints
    package static let opens = true
    package static let hasForm = false

    package let complaint: UUID
    package let what: LongText
    package let people: [Affected]
    package let forms: [ViolenceForm]
    package let domestic: YesNo?
    package let bullying: YesNo?
    package let online: YesNo?
    package let risk: Risk
    package let district: District?
    package let phone: Phone?
    package let safeContact: Line?
    package let manager: ID<Worker>
    /// When the complaint came in: the law's clocks count from here.
    private let received: Moment

    package init(
        complaint: UUID, triage: TriageComplaint, received: ReceiveComplaint, phone: Phone?, safeContact: Line?,
        at: Date, manager: ID<Worker>
    ) {
        self.complaint = complaint
        what = received.what
        people = received.affected ?? []
        forms = triage.forms ?? []
        domestic = triage.domestic
        bullying = triage.bullying
        online = triage.online
        risk = triage.risk
        district = received.district
        self.phone = phone
        self.safeContact = safeContact
        self.manager = manager
        self.received = Moment(at)
    }

    package var at: Date { received.instant }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.open(self) }
}
