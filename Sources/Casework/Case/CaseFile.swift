package import Foundation

/// One file for everyone who protects a woman or a child: from triage to closure.
package struct CaseFile: ReachedSafely {
    package static let kind: RecordKind = "cases"
    package static let codePrefix = "BTM"
    package static let contactDuty: Duty = .manageCases
    package static let actions: Actions<CaseFile> = [
        OpenCase.self, ImportCase.self, JoinComplaint.self,
        RecordNote.self, AddPerson.self, DescribePerson.self, ChangeRole.self, RecognisePerson.self, SetNeeds.self,
        RelatePeople.self, LinkPeople.self, NoteLink.self,
        UnlinkPeople.self,
        NoteUnlink.self, RecordIncident.self, SetSafeContact<CaseFile>.self, NoteSafeContact.self,
        RecordConsent.self, WithdrawConsent.self,
        RecordAssessment.self, RecordScreening.self, RecordBiopsychosocial.self, AgreePlan.self, DecidePlan.self,
        FinishStep.self,
        GiveService.self, OfferMediation.self, RecordMediation.self,
        ReferClient.self, AnswerReferral.self, RecordReferralOutcome.self,
        RecordFollowUp.self, ReviewCase.self,
        RequestClosure.self, DecideClosure.self, ReopenCase.self,
        ReportToPolice.self, RecordProceeding.self, RequestWaiver.self, DecideWaiver.self,
        AssignManager.self, AddToTeam.self, RemoveFromTeam.self, RecordConflict.self, EndConflict.self,
        RestrictCase.self, LiftRestriction.self,
        OpenInEmergency.self, ReviewEmergency.self,
        RequestErasure<CaseFile>.self, DecideErasure<CaseFile>.self,
    ]

    package let id: ID<CaseFile>
    package internal(set) var opening: OpenCase?
    /// How complaints said that somebody is reached. They name nobody: ``contact(of:)`` tells whom it reaches.
    package internal(set) var contact = SafeContact()
    /// How each client is reached, as far as it was said of them by name.
    var contacts: [ID<Person>: SafeContact] = [:]
    package internal(set) var manager: ID<Worker>?
    /// Who works on it beside the manager.
    package internal(set) var team: [TeamMember] = []
    /// Who knows a party, or is one, and must not see it.
    package internal(set) var conflicts: [ID<Worker>] = []
    /// Whether only its team knows of it.
    package internal(set) var restriction: Restriction?
    /// The hours in which somebody else read it because it could not wait, oldest first.
    package internal(set) var emergencies: [EmergencyAccess] = []
    /// The complaints that it holds, the first that opened it.
    package internal(set) var complaints: [ID<Complaint>] = []
    package internal(set) var people: [Person] = []
    /// The clients whom the complaint named: what triage said was done to them.
    var complained: Set<ID<Person>> = []
    /// Whom joined complaints told of.
    package internal(set) var toldPeople: [ToldPerson] = []
    /// What somebody in it needs so that they can speak and be heard, in the order of the list.
    package internal(set) var needs: [Need] = []
    /// Who needs it, and what else.
    package internal(set) var needsNote: Line?
    package internal(set) var relations: [RelatePeople] = []
    package internal(set) var links: [PersonLink] = []
    package internal(set) var incidents: [RecordIncident] = []
    package internal(set) var notes: [RecordNote] = []
    package internal(set) var policeReports: [ReportToPolice] = []
    /// What starts and meets the clocks of proceedings, in the order in which it was recorded.
    package internal(set) var legalSteps: [LegalStep] = []
    package internal(set) var consents: [Consent] = []
    package internal(set) var assessments: [Assessment] = []
    package internal(set) var screenings: [Screening] = []
    package internal(set) var biopsychosocials: [Biopsychosocial] = []
    /// The plan that the case goes by.
    package internal(set) var plan: Plan?
    /// One that is to take the place of the approved one: it waits for approval, or was refused.
    package internal(set) var nextPlan: Plan?
    package internal(set) var services: [GiveService] = []
    package internal(set) var mediations: [Mediation] = []
    package internal(set) var referrals: [Referral] = []
    package internal(set) var followUps: [RecordFollowUp] = []
    package internal(set) var reviews: [ReviewCase] = []
    package internal(set) var closure: Closure?
    package var erasure: Erasure?
    package private(set) var isVoided = false
    /// What a register told of it, where it was brought in from one.
    package internal(set) var brought: ImportComplaint?
    /// How it had ended in that register; nil again once it was opened again.
    package internal(set) var broughtEnd: ClosureReason?
    package internal(set) var triggers: [Trigger] = []
    /// Waivers that were asked for and not decided: who asked, by what they are of.
    package internal(set) var waivers: [WaivedDue: Waiver] = [:]
    /// How soon the case must be served: what triage, a joined complaint or a reopening told, or else the highest of its
    /// clients' assessments since.
    package private(set) var risk: Risk?
    /// What was told last, of whom, and how many assessments were made before.
    private(set) var told: (risk: Risk?, of: Set<ID<Person>>, assessedBefore: Int) = (nil, [], 0)
    /// How far the work has come; ``status`` tells more.
    package internal(set) var stage = Stage.assessment
    /// The safety of each client of whom something was told; and what was told before the file named any.
    var safeties: [ID<Person>: Safety] = [:]
    var unnamed = Safety()
    /// When somebody was with a client, in the order in which it was recorded.
    var meetings: [Meeting] = []
    /// The first contacts that somebody waited for who is no client any more.
    var laidAside: [ID<Person>: [Trigger]] = [:]
    /// When it was last opened again.
    var reopened: Date?
    /// When somebody was with a client for the first time.
    package internal(set) var reached: Date?
    /// Numbers that were found unsafe here, and not at a complaint.
    var foundUnsafe: Set<Phone> = []
    /// How often somebody decided what they had asked for, because the office had no second person.
    package internal(set) var decidedAlone = 0
    /// The clients of the times when somebody told the police.
    var reported: Set<ID<Person>> = []
    /// Of whom an incident said that they went through nothing themselves, and how many complaints had joined by then.
    var unharmed: [ID<Person>: Int] = [:]
    /// The complaints that joined it, oldest first, as triage told them.
    var joined: [JoinComplaint] = []

    package init(id: ID<CaseFile>) { self.id = id }

    package struct Waiver: Hashable, Sendable {
        package let by: ID<Worker>
        package let asked: Date
        package let reason: LongText
        /// What was open of the rule then: it is for these, and for none that begins later.
        let of: [Trigger]
    }

    package mutating func void() { isVoided = true }

    /// The client whose name stands for the file.
    package var client: Person? { people.first { $0.role == .client } }
    package var clients: [Person] { people.filter { $0.role == .client } }
    package func person(_ id: ID<Person>) -> Person? { people.first { $0.id == id } }

    /// What is wrong with an answer that must name a client.
    func notAClient(_ field: some CodingKey, _ id: ID<Person>) -> [Fault] {
        person(id)?.role == .client ? [] : [Fault(field, .notInList)]
    }

    /// What triage said and what incidents say, in the order of the list.
    package var forms: [ViolenceForm] {
        let told = Set(
            (opening?.forms ?? []) + joined.flatMap(\.forms) + incidents.flatMap(\.forms))
        return ViolenceForm.allCases.filter(told.contains)
    }

    /// What was done to one client: what incidents say of this one, which may be nothing, or else what triage said of the
    /// case.
    package func forms(of client: ID<Person>) -> [ViolenceForm] {
        let told = Set(incidents.flatMap(\.harms).filter { $0.client == client }.flatMap { $0.forms ?? [] })
        guard told.isEmpty else { return ViolenceForm.allCases.filter(told.contains) }
        // Of whom it was said that they went through nothing, a complaint may tell otherwise since.
        if let before = unharmed[client] {
            let since = Set(joined.dropFirst(before).filter { names($0, client) }.flatMap(\.forms))
            return ViolenceForm.allCases.filter(since.contains)
        }
        // Who came to the case later was harmed when a complaint or somebody says so, unless the first one named nobody.
        let first = complained.contains(client) || complained.isEmpty ? opening?.forms ?? [] : []
        let known = Set(first + joined.filter { isAbout($0, client) }.flatMap(\.forms))
        return ViolenceForm.allCases.filter(known.contains)
    }

    /// Whether somebody said that this client went through nothing themselves, and nobody otherwise.
    func isUnharmed(_ client: ID<Person>) -> Bool { unharmed[client] != nil && forms(of: client).isEmpty }

    /// How old a client was when it happened, as far as a day or a year is known; or else when the complaint came in
    /// (`docs/sources.md`: clients).
    package func age(of client: Person) -> Int? { client.age(on: harmed(client)) }

    /// How old a client was at least.
    package func youngestAge(of client: Person) -> Int? { client.youngestAge(on: harmed(client)) }

    private func harmed(_ client: Person) -> Day {
        let ofClient = incidents.filter { $0.harms.contains { $0.client == client.id } }
        // Of whom the first complaint said nothing, the one that told of them does.
        guard !complained.contains(client.id), let later = joined.first(where: { names($0, client.id) }) else {
            return happened(ofClient)
        }
        return ofClient.compactMap { $0.day?.earliest }.min() ?? later.day?.earliest ?? Day(later.received.instant)
    }

    /// When the first of some incidents happened, as far as a day or a year is known; or else when the complaint says, or
    /// when it came in.
    func happened(_ incidents: [RecordIncident]) -> Day {
        let days = incidents.map(\.day) + [brought?.day]
        let known = days.compactMap { $0?.earliest }.min()
        return known ?? opening?.day?.earliest ?? Day(opening?.at ?? .distantPast)
    }

    /// Sexual violence is reported to the police, counted from when it came to light. What is reported already is not
    /// reported twice; what happened since, or came up after the case was opened again, is.
    /// - Parameter isNew: whether somebody said that no report to the police covers it; nil where nobody was asked.
    /// - Parameter complaint: what told of others than the clients, where it is about these alone.
    mutating func startClocks(
        _ forms: [ViolenceForm], from start: Date, happened: Day? = nil, isNew: Bool? = nil,
        toldBy complaint: ID<Complaint>? = nil
    ) {
        guard forms.contains(.sexual) else { return }
        if isNew == false, !policeReports.isEmpty { return }
        if let last = triggers.last(where: { $0.rule == .reportToPolice }) {
            guard let closed = last.met ?? last.waived else { return }
            let isLater = happened.map { $0 > Day(closed) } ?? false
            guard isNew ?? (isLater || reopened.map { last.start <= $0 } ?? false) else { return }
        }
        triggers.append(Trigger(.reportToPolice, from: start, about: complaint?.value))
    }

    /// The risk that somebody told before any client is assessed anew.
    mutating func tell(_ risk: Risk?) {
        self.risk = risk
        told = (risk, Set(clients.map(\.id)), assessments.count)
    }

    /// Of each client the newest assessment counts, and of all these the highest: a child's low risk takes nothing from
    /// its mother's. What was told counts for each of whom it was told until this one is assessed.
    mutating func assess(_ assessment: Assessment) {
        assessments.append(assessment)
        weigh()
    }

    /// Whoever is no client any more is never assessed, so nothing that was told counts for them.
    mutating func weigh() {
        let ofEach = Dictionary(grouping: assessments.dropFirst(told.assessedBefore)) { $0.told.client }
        guard !ofEach.isEmpty else { return }
        let newest = ofEach.values.compactMap { ofOne in
            ofOne.enumerated().max { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element.told.risk
        }
        let waiting = told.of.intersection(clients.map(\.id))
        let still = waiting.isSubset(of: ofEach.keys) ? nil : told.risk
        risk = (newest + [still].compactMap { $0 }).max { $0.urgency < $1.urgency }
    }

    /// What a complaint says that somebody needs.
    mutating func need(_ needs: [Need]) {
        let all = Set(self.needs + needs)
        self.needs = Need.allCases.filter(all.contains)
    }

    /// Waivers that were asked for and whose due is still open.
    package var openWaivers: [WaivedDue: Waiver] { waivers.filter { triggers.isRunning($1.of) } }

    /// What may still be done to a closed case.
    private static let alwaysPossible: Set<ActionName> = [
        // It is opened again, as a further complaint does.
        ReopenCase.name, JoinComplaint.name,
        // A court goes on without the office, and what it writes is filed.
        ReportToPolice.name, RecordProceeding.name,
        // What it says can always be mended, and who somebody is.
        CorrectEntry<CaseFile>.name, WithdrawEntry<CaseFile>.name, VoidRecord<CaseFile>.name,
        DecideMending<CaseFile>.name, DescribePerson.name,
        // Nobody is ever called on an old number.
        SetSafeContact<CaseFile>.name, NoteSafeContact.name,
        // An earlier case is where somebody is recognised.
        LinkPeople.name, NoteLink.name, UnlinkPeople.name, NoteUnlink.name,
        // Who may read it changes.
        OpenInEmergency.name, ReviewEmergency.name, RecordConflict.name, EndConflict.name, AddToTeam.name,
        RemoveFromTeam.name, AssignManager.name, RestrictCase.name, LiftRestriction.name,
        // It is erased.
        RequestErasure<CaseFile>.name, DecideErasure<CaseFile>.name,
    ]

    package func refusal(of action: any Action<CaseFile>.Type) -> Refusal? {
        isClosed && !Self.alwaysPossible.contains(action.name) ? Refusal("case-closed", remedy: ReopenCase.name) : nil
    }
}
