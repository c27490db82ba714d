/// How much of a record a worker may see.
package enum Sight: Int, Comparable, Sendable {
    /// Answered exactly like nonsense.
    case unknown
    case open

    package static func < (a: Sight, b: Sight) -> Bool { a.rawValue < b.rawValue }
}

/// The one policy; both doors ask it.
package enum Policy {
    /// The duty whose holders are the team of every record of this kind. A complaint's team is whoever takes
    /// complaints, until triage ends it.
    package static func team(of kind: RecordKind) -> Duty? {
        kind == Complaint.kind ? .takeComplaints : nil
    }

    package static func sight(_ worker: Worker, of kind: RecordKind, in lane: Int) -> Sight {
        guard worker.lane == lane, let duty = team(of: kind), worker.duties.contains(duty) else { return .unknown }
        return .open
    }

    /// The kinds of which this worker may see lists.
    package static func listed(by worker: Worker) -> [RecordKind] {
        Records.all.map { $0.kind }.filter { sight(worker, of: $0, in: worker.lane) > .unknown }
    }
}
