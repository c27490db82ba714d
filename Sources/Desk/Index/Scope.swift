package import Casework
import Storage

/// What a worker may see of many records: the one beginning of every list, search and count. It says in SQL what
/// `Policy` says of one record.
package struct Scope: Hashable, Sendable {
    private let worker: Worker

    package init(_ worker: Worker) { self.worker = worker }

    /// The records of which this worker sees at least a stub.
    var listed: SQL {
        let isOffice = !worker.duties.isDisjoint(with: Policy.ofTheOffice)
        return """
            cards.lane = \(isCasework || isOffice ? worker.lane : -1)
                AND CASE cards.kind WHEN \(Office.kind.text) THEN \(isOffice ? 1 : 0) ELSE \(isCasework ? 1 : 0) END
                AND \(isThere)
            """
    }

    private var isCasework: Bool { !worker.duties.isDisjoint(with: Policy.casework) }

    /// The open cases of which those who do casework see the stubs, and which of them are hidden from this worker all the
    /// same: only what somebody restricted, or recorded a conflict of interest in, can be, and those are few.
    var runningCases: SQL { "FROM cards WHERE \(isRunning)" }
    var hiddenRunningCases: SQL {
        """
        FROM (SELECT row FROM restricted UNION SELECT row FROM conflicts WHERE worker = \(worker.id.value)) AS few
            CROSS JOIN cards ON cards.row = few.row WHERE \(isRunning) AND NOT (\(isThere))
        """
    }

    private var isRunning: SQL { "cards.lane = \(isCasework ? worker.lane : -1) AND cards.running = 1" }

    /// The complaints that wait, for somebody who takes any; nil for others. None is hidden: before it is decided it belongs
    /// to no case, and whom one concerns is not known.
    var waitingComplaints: SQL? {
        guard worker.duties.contains(.takeComplaints) else { return nil }
        return """
            FROM cards WHERE cards.lane = \(worker.lane) AND cards.kind = \(Complaint.kind.text)
                AND cards.status = \(Status.new.rawValue)
            """
    }

    /// Whether nothing shuts this worker out of it, whatever else would let them in (`Policy.isHidden`).
    private var isThere: SQL {
        let (ofCase, ofComplaint) = (Self.isRestrictedCase, Self.isOfRestrictedCase)
        return """
            \(hasNoConflict) AND (NOT \(ofCase) OR (\(has(Policy.dutyOfTeam(CaseFile.kind))) AND \(isTeam)))
            AND (NOT \(ofComplaint) OR (\(has(Policy.dutyOfTeam(CaseFile.kind))) AND \(isTeamOfCase)))
            """
    }

    /// Whether it is for the team of its case alone.
    static var isRestricted: SQL { "(\(isRestrictedCase) OR \(isOfRestrictedCase))" }

    private static var isRestrictedCase: SQL { "(cards.row IN (SELECT row FROM restricted))" }

    private static var isOfRestrictedCase: SQL {
        "(cards.file IS NOT NULL AND cards.file IN (SELECT record FROM restricted))"
    }

    /// Whether this worker knows nobody in it, nor in the case that it belongs to. The few cases of which that is not so
    /// are asked for once.
    var hasNoConflict: SQL {
        """
        cards.row NOT IN (SELECT row FROM conflicts WHERE worker = \(worker.id.value))
            AND (cards.file IS NULL
                OR cards.file NOT IN (SELECT record FROM conflicts WHERE worker = \(worker.id.value)))
        """
    }

    /// Whether this worker decides what others ask for.
    var approves: Bool { worker.duties.contains(.approve) }

    /// The files whose being decided alone this worker watches over: code and district, no name.
    var oversees: SQL { "\(isOversight) AND \(isThere)" }

    /// Those of them that are restricted, and not even a code of which this worker may know.
    var overseesUnseen: SQL { "\(isOversight) AND \(Self.isRestrictedCase) AND NOT (\(isThere))" }

    private var isOversight: SQL {
        "cards.lane = \(worker.duties.isDisjoint(with: Policy.ofTheOffice) ? -1 : worker.lane)"
    }

    /// The records that this worker may open; holds only among those that are listed.
    var open: SQL {
        let (takes, ofComplaints, ofCases) = (
            has(.takeComplaints), has(Policy.dutyOfTeam(Complaint.kind)), has(Policy.dutyOfTeam(CaseFile.kind))
        )
        return """
            (cards.kind = \(Office.kind.text) OR (\(takes) AND cards.kind = \(Complaint.kind.text)
                    AND cards.status IN \(Policy.everybodysComplaint.map(\.rawValue).sorted()))
                OR (CASE cards.kind WHEN \(CaseFile.kind.text) THEN \(ofCases) ELSE \(ofComplaints) END AND \(isTeam))
                OR (\(ofCases) AND \(isTeamOfCase))
                OR (\(has(.approve)) AND (\(asks) OR \(isLeft) OR (\(Self.isEnded)))))
            """
    }

    /// Whether something waits in it that somebody else than this worker brought about.
    var asks: SQL {
        """
        (cards.approval = \(Asked.decision.rawValue) OR cards.approval = \(Asked.review.rawValue) AND EXISTS (
            SELECT 1 FROM emergencies WHERE emergencies.row = cards.row AND reviewed = 0
                AND emergencies.worker <> \(worker.id.value)))
        """
    }

    /// The hours in an emergency that this worker has to review: nobody reviews their own. Each stands beside its file.
    var reviews: SQL {
        "emergencies.reviewed = 0 AND emergencies.worker <> \(worker.id.value) AND \(has(.approve)) AND \(listed)"
    }

    /// A complaint that ended without a case.
    static var isEnded: SQL {
        """
        cards.kind = \(Complaint.kind.text) AND cards.status IN \(Policy.endedComplaint.map(\.rawValue).sorted())
            AND cards.file IS NULL
        """
    }

    /// Whether its manager manages no cases any more.
    var isLeft: SQL {
        """
        EXISTS (SELECT 1 FROM team JOIN leavers ON leavers.worker = team.worker
            WHERE team.row = cards.row AND team.manages = 1 AND cards.kind = \(CaseFile.kind.text))
        """
    }

    /// Whether this worker is of the record's team.
    var isTeam: SQL {
        "EXISTS (SELECT 1 FROM team WHERE team.worker = \(worker.id.value) AND team.row = cards.row)"
    }

    /// Whether this worker is of the team of the case that the record belongs to.
    var isTeamOfCase: SQL {
        """
        EXISTS (SELECT 1 FROM team WHERE team.worker = \(worker.id.value)
            AND team.row = (SELECT file.row FROM cards AS file WHERE file.record = cards.file))
        """
    }

    private func has(_ duty: Duty) -> Int { worker.duties.contains(duty) ? 1 : 0 }
}
