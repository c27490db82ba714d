import Foundation

/// One file for everyone who protects a woman or a child: from triage to closure.
package struct CaseFile: ReachedSafely {
    package static let kind: RecordKind = "cases"
    package static let codePrefix = "BTM"
    package static let contactDuty: Duty = .manageCases
    package static let actions: Actions<CaseFile> = [
        OpenCase.self, JoinComplaint.self, RecordNote.self, AddPerson.self, RecordIncident.self,
        SetSafeContact<CaseFile>.self,
        ReportToPolice.self, RequestWaiver.self, DecideWaiver.self, AssignManager.self,
    ]

    package let id: ID<CaseFile>
    package private(set) var opening: OpenCase?
    package var contact = SafeContact()
    package private(set) var manager: ID<Worker>?
    /// The complaints that it holds, the first that opened it.
    package private(set) var complaints: [ID<Complaint>] = []
    package private(set) var people: [Person] = []
    package private(set) var incidents: [RecordIncident] = []
    package private(set) var notes: [RecordNote] = []
    package private(set) var policeReport: ReportToPolice?
    package private(set) var triggers: [Trigger] = []
    /// Waivers that were asked for and not decided: who asked, by rule.
    package private(set) var waivers: [RuleID: Waiver] = [:]

    package init(id: ID<CaseFile>) { self.id = id }

    package struct Waiver: Hashable, Sendable {
        package let by: ID<Worker>
        package let reason: LongText
    }

    package private(set) var risk: Risk?
    /// The forms of violence that joined complaints told.
    private var joinedForms: [ViolenceForm] = []
    /// The client whose name stands for the file.
    package var client: Person? { people.first { $0.role == .client } }
    package func person(_ id: ID<Person>) -> Person? { people.first { $0.id == id } }

    /// What triage said and what incidents say, in the order of the list.
    package var forms: [ViolenceForm] {
        let told = Set((opening?.forms ?? []) + joinedForms + incidents.flatMap { $0.harms.flatMap(\.forms) })
        return ViolenceForm.allCases.filter(told.contains)
    }

    mutating func open(_ opening: OpenCase, _ stamp: Stamp) {
        self.opening = opening
        people = opening.people(stamp)
        contact = SafeContact(phone: opening.phone, how: opening.safeContact, rules: opening.rules)
        manager = opening.manager
        complaints = [opening.complaint]
        risk = opening.risk
        startClocks(opening.forms, from: opening.at)
    }

    /// What a further complaint tells can only make the case more urgent.
    mutating func join(_ joining: JoinComplaint) {
        complaints.append(joining.complaint)
        joinedForms += joining.forms
        if joining.risk.urgency > risk?.urgency ?? 0 { risk = joining.risk }
        startClocks(joining.forms, from: joining.received.instant)
    }

    /// Sexual violence is reported to the police once, counted from when it first came to light.
    private mutating func startClocks(_ forms: [ViolenceForm], from start: Date) {
        guard forms.contains(.sexual), !triggers.contains(where: { $0.rule == .reportToPolice }) else { return }
        triggers.append(Trigger(.reportToPolice, from: start))
    }

    mutating func note(_ note: RecordNote) { notes.append(note) }

    mutating func add(_ person: Person) { people.append(person) }

    /// Sexual violence that comes to light later starts the clock when it does.
    mutating func record(_ incident: RecordIncident, _ stamp: Stamp) {
        incidents.append(incident)
        startClocks(incident.harms.flatMap(\.forms), from: stamp.instant)
    }

    mutating func report(_ report: ReportToPolice, _ stamp: Stamp) {
        policeReport = report
        triggers.meet(.reportToPolice, at: report.at?.instant ?? stamp.instant)
    }

    mutating func requestWaiver(_ request: RequestWaiver, _ stamp: Stamp) {
        waivers[request.rule] = Waiver(by: stamp.worker, reason: request.reason)
    }

    mutating func decideWaiver(_ decision: DecideWaiver, _ stamp: Stamp) {
        waivers[decision.rule] = nil
        if decision.decision == .granted { triggers.waive(decision.rule, at: stamp.instant) }
    }

    mutating func assign(_ manager: ID<Worker>) { self.manager = manager }

    package var status: Status { risk == .high ? .intervention : .assessment }

    package func card(_ version: Int) -> Card {
        var card = Card(id, version, status: status, title: client?.name.text ?? "", at: opening?.at ?? .distantPast)
        guard let opening else { return card }
        card.urgency = risk?.urgency ?? 0
        card.codes = [
            "risk": risk?.rawValue,
            "district": opening.district?.rawValue,
            "forms": forms.map(\.rawValue).joined(separator: " "),
            "age": client?.age(on: Day(opening.at)).map { $0 < 18 ? "child" : "adult" },
            "manager": manager?.description,
        ].compactMapValues { $0 }
        card.team = [manager?.value].compactMap { $0 }
        card.asksApproval = !waivers.isEmpty
        card.triggers = triggers
        card.names = people.map(\.name.text)
        card.phones = ([contact.phone] + people.map(\.phone)).compactMap { $0?.text }
        let texts =
            [opening.what.text, contact.how?.text, policeReport?.number.text] + notes.map(\.note.text)
            + incidents.map(\.what.text)
            + people.map { $0.nik?.text }
        card.text = texts.compactMap { $0 }.joined(separator: "\n")
        return card
    }
}
