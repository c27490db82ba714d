package import Casework
import Storage

/// What a worker may see of many records: the one beginning of every list, search and count. It says in SQL what
/// `Policy` says of one record.
package struct Scope: Hashable, Sendable {
    private let worker: Worker

    package init(_ worker: Worker) { self.worker = worker }

    /// The records of which this worker sees at least a stub.
    var listed: SQL {
        let isCasework = !worker.duties.isDisjoint(with: Policy.casework)
        return "cards.lane = \(isCasework ? worker.lane : -1)"
    }

    /// The records that this worker may open; holds only among those that are listed.
    var open: SQL {
        let takes = worker.duties.contains(.takeComplaints) ? 1 : 0
        let approves = worker.duties.contains(.approve) ? 1 : 0
        return """
            (EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.worker = \(worker.id.value))
                OR (\(takes) AND cards.kind = \(Complaint.kind.text)
                    AND cards.status IN \(Policy.everybodysComplaint.map(\.rawValue).sorted()))
                OR (\(approves) AND cards.approval))
            """
    }

    /// Whether a record is in this worker's team, as a column.
    var isTeam: SQL {
        "EXISTS (SELECT 1 FROM team WHERE team.row = cards.row AND team.worker = \(worker.id.value))"
    }
}
