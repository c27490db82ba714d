/// How much of a record a worker may see.
package enum Sight: Int, Comparable, Sendable {
    /// Answered exactly like nonsense.
    case unknown
    /// A stub: code, age band, district, risk, case manager; no name.
    case listed
    /// Open for an hour, to read only (`OpenInEmergency`).
    case readable
    case open

    package static func < (a: Sight, b: Sight) -> Bool { a.rawValue < b.rawValue }
}

/// What the policy must know of a record.
package struct Whereabouts: Hashable, Sendable {
    package let lane: Int
    package let kind: RecordKind
    package let status: Status
    package let asksApproval: Bool
    /// Whether it belongs to a case.
    package let hasCase: Bool
    /// Whether the worker who asks is one of its team.
    package let isTeam: Bool
    /// Whether the worker who asks is of the team of the case that it belongs to.
    package let isTeamOfCase: Bool
    /// A case whose manager has left, or has another post: nobody works on it until it is handed on.
    package let isLeft: Bool
    /// Whether the worker who asks reads it in an emergency now.
    package let isEmergency: Bool
    /// Whether the worker who asks knows a party of it, or of the case that it belongs to (`RecordConflict`).
    package let hasConflict: Bool
    /// Whether only the team of the case knows of it, or of the case that it belongs to (`RestrictCase`).
    package let isRestricted: Bool

    package init(
        lane: Int, kind: RecordKind, status: Status, asksApproval: Bool, hasCase: Bool, isTeam: Bool,
        isTeamOfCase: Bool, isLeft: Bool, isEmergency: Bool,
        hasConflict: Bool, isRestricted: Bool
    ) {
        self.lane = lane
        self.kind = kind
        self.status = status
        self.asksApproval = asksApproval
        self.hasCase = hasCase
        self.isTeam = isTeam
        self.isTeamOfCase = isTeamOfCase
        self.isLeft = isLeft
        self.isEmergency = isEmergency
        self.hasConflict = hasConflict
        self.isRestricted = isRestricted
    }
}

/// The one policy; both doors ask it. `Desk.Scope` says the same in SQL, and a test holds them together.
package enum Policy {
    /// The duties of casework: who has none of them sees no record.
    package static let casework: Set<Duty> = [.takeComplaints, .manageCases, .approve]

    /// Who may read the office's record; only `administer` changes it.
    package static let ofTheOffice: Set<Duty> = [.administer, .approve]
    /// Who may see the figures of the whole office.
    package static let figures: Set<Duty> = [.approve]
    /// Who may read who saw a record.
    package static let accessLog: Duty = .approve

    /// The statuses in which the team of a complaint is whoever takes complaints: until triage ends it.
    package static let everybodysComplaint: Set<Status> = [.new]

    /// The statuses in which a complaint without a case has ended: nobody works on it any more.
    package static let endedComplaint: Set<Status> = [.triaged, .void]

    /// What somebody of a record's team must still be charged with to open it: who has another post now, or comes by a
    /// token without this duty, does not.
    package static func dutyOfTeam(_ kind: RecordKind) -> Duty {
        kind == CaseFile.kind ? .manageCases : .takeComplaints
    }

    /// What shuts a worker out whatever else would let them in: they know a party, or it is for the team of its case alone.
    package static func isHidden(_ place: Whereabouts, from worker: Worker) -> Bool {
        if place.hasConflict { return true }
        guard place.isRestricted else { return false }
        let isMember = place.kind == CaseFile.kind ? place.isTeam : place.isTeamOfCase
        return !isMember || !worker.duties.contains(dutyOfTeam(CaseFile.kind))
    }

    package static func sight(_ worker: Worker, of place: Whereabouts) -> Sight {
        let duties = worker.duties
        guard worker.lane == place.lane else { return .unknown }
        // The office's own record is its administrator's and its head's; nobody else hears of it.
        if place.kind == Office.kind { return duties.isDisjoint(with: ofTheOffice) ? .unknown : .open }
        guard !duties.isDisjoint(with: casework), !isHidden(place, from: worker) else { return .unknown }
        if place.isTeam, duties.contains(dutyOfTeam(place.kind)) { return .open }
        if place.isTeamOfCase, duties.contains(dutyOfTeam(CaseFile.kind)) { return .open }
        if place.kind == Complaint.kind, everybodysComplaint.contains(place.status), duties.contains(.takeComplaints) {
            return .open
        }
        // A request for approval lets who decides it read the file, until it is decided; and a file without a manager
        // lets them hand it on.
        if place.asksApproval || place.isLeft, duties.contains(.approve) { return .open }
        // Else whoever takes a complaint down and ends or voids it would be the only one who ever sees it.
        if place.kind == Complaint.kind, endedComplaint.contains(place.status), !place.hasCase,
            duties.contains(.approve)
        {
            return .open
        }
        // No program opens anything in an emergency, nor reads on where somebody did.
        if place.isEmergency, worker.token == nil, duties.contains(.takeComplaints) { return .readable }
        return .listed
    }
}
