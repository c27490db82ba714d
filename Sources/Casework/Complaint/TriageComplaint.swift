/// Decides what a complaint is: how great the risk, whose authority, and what is done with it.
package struct TriageComplaint: Entailing, Hashable {
    package static let name: ActionName = "triage-complaint"
    package static let mending: MendingTraits = .toldEverything
    package static let duty: Duty? = .takeComplaints

    /// Whether the alleged can still reach the person affected. A yes is a red flag, as with the next two.
    package var reachable: YesNo
    /// A threat to kill, a weapon, strangulation.
    package var threat: YesNo
    /// Wounded, or speaks of wanting to die.
    package var injured: YesNo
    package var risk: Risk
    /// Why, where the risk is set lower than a red flag says.
    package var riskReason: LongText?
    package var forms: [ViolenceForm]?
    package var domestic: YesNo?
    package var bullying: YesNo?
    package var online: YesNo?
    package var authority: Authority
    package var decision: TriageDecision
    /// Who manages the new case.
    package var manager: ID<Worker>?
    /// The case that it joins.
    package var joins: ID<CaseFile>?
    /// Who handles it, where it is handled elsewhere or passed on.
    package var elsewhere: Line?
    package var note: LongText?

    package init(
        reachable: YesNo, threat: YesNo, injured: YesNo, risk: Risk, riskReason: LongText? = nil,
        forms: [ViolenceForm]? = nil, domestic: YesNo? = nil, bullying: YesNo? = nil, online: YesNo? = nil,
        authority: Authority = .city, decision: TriageDecision, manager: ID<Worker>? = nil,
        joins: ID<CaseFile>? = nil, elsewhere: Line? = nil, note: LongText? = nil
    ) {
        self.reachable = reachable
        self.threat = threat
        self.injured = injured
        self.risk = risk
        self.riskReason = riskReason
        self.forms = forms
        self.domestic = domestic
        self.bullying = bullying
        self.online = online
        self.authority = authority
        self.decision = decision
        self.manager = manager
        self.joins = joins
        self.elsewhere = elsewhere
        self.note = note
    }

    package var hasRedFlag: Bool { [reachable, threat, injured].contains(.yes) }

    /// Whether somebody is to be served at once, by this or by what the complaint told.
    func isUrgent(_ danger: YesNo?) -> Bool { risk == .high || hasRedFlag || danger == .yes }

    package var lookups: [Lookup] { [.holders(of: .manageCases)] }

    package func faults(_ complaint: Complaint, _ context: Context) -> [Fault] {
        var faults: [Fault] = []
        if hasRedFlag, risk != .high, riskReason == nil { faults.append(Fault(CodingKeys.riskReason, .missing)) }
        switch decision {
        case .newCase:
            guard let manager else { return faults + [Fault(CodingKeys.manager, .missing)] }
            if !context.managesCases(manager) { faults.append(Fault(CodingKeys.manager, .notInList)) }
        case .joinCase: if joins == nil { faults.append(Fault(CodingKeys.joins, .missing)) }
        case .handledElsewhere, .passedOn:
            if elsewhere == nil { faults.append(Fault(CodingKeys.elsewhere, .missing)) }
        case .advice: break
        }
        return faults
    }

    /// Advice ends the work, and what is passed on is out of sight: whoever is in danger is left alone with it, unless
    /// somebody made sure.
    package func cautions(_ complaint: Complaint, _ context: Context) -> [Caution] {
        let isDangerous = isUrgent(complaint.received?.danger)
        let forms = forms ?? []
        // The unit's duty to report (R-TPKS-02) runs in a case only.
        let isOurs = [.newCase, .joinCase].contains(decision)
        let isDutyLost = forms.contains(.sexual) && !isOurs
        let left = decision == .advice ? Caution("danger-left") : Caution("danger-passed-on")
        return (!isOurs && isDangerous ? [left] : [])
            + (decision == .newCase && forms.isEmpty ? [Caution("no-form")] : [])
            + (isDutyLost ? [Caution("sexual-without-case")] : []) + ViolenceForm.cautions(forms)
    }

    package static func isOffered(on complaint: Complaint) -> Bool { !complaint.isSettled }

    package static func obstacles(on complaint: Complaint, _ context: Context) -> [Refusal] {
        complaint.isSettled ? [Refusal("already-triaged")] : []
    }

    package func apply(to complaint: inout Complaint, _ stamp: Stamp) { complaint.settle(self, stamp) }

    /// A new case, or one more complaint in a case that is there.
    package func entails(_ complaint: Complaint, _ stamp: Stamp) -> [Deed] {
        switch decision {
        case .newCase:
            guard let manager, let received = complaint.received else { return [] }
            let opening = OpenCase(
                complaint: complaint.id, triage: self, received: received, contact: complaint.contact,
                at: complaint.at, manager: manager)
            return [Deed(opening, on: stamp.id(1))]
        case .joinCase:
            guard let joins, let received = complaint.received else { return [] }
            let joining = JoinComplaint(
                complaint: complaint.id, what: received.what, forms: forms ?? [], risk: risk,
                received: Moment(complaint.at), day: received.day,
                danger: isUrgent(received.danger) ? .yes : nil,
                contact: complaint.contact, affected: received.harmed, reporter: received.teller,
                reporterPhone: received.phone, needs: received.needs)
            return [Deed(joining, on: joins)]
        case .handledElsewhere, .passedOn, .advice: return []
        }
    }
}

/// What is done with a complaint.
package enum TriageDecision: String, Choice {
    case newCase = "new-case"
    case joinCase = "join-case"
    /// Others are handling it already.
    case handledElsewhere = "handled-elsewhere"
    /// The authority is another's (pelimpahan).
    case passedOn = "passed-on"
    /// Nothing more than advice was wanted.
    case advice
    package static let list = "triage-decision"
}
