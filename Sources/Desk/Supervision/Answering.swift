package import Casework
package import Foundation
import Storage

/// How soon the office did one thing about what came in: the median, and how many times within the standard
/// (`docs/adr/0006-what-the-law-clocks-count-from.md`).
package struct Answering: Hashable, Sendable {
    /// What was to be done, for whom.
    package enum Step: String, CaseIterable, Sendable {
        /// The triage of a complaint that was told as dangerous, or found so.
        case triageUrgent = "triage-urgent"
        case triageOther = "triage-other"
        /// Somebody was with the client (`CaseFile.reached`).
        case contactUrgent = "contact-urgent"
        case contactMedium = "contact-medium"
        case contactLow = "contact-low"

        /// By what it is measured. Of low risk the standard says nothing that we know: the hours are ours.
        package var standard: RuleID {
            switch self {
            case .triageUrgent, .contactUrgent: .serveAtOnce
            case .triageOther: .serveSoon
            case .contactMedium: .reachMedium
            case .contactLow: .reachLow
            }
        }
    }

    package let step: Step
    /// Those that were done, in seconds.
    private var taken: [TimeInterval] = []
    /// Done within the standard. "At once" is no length of time: there are none of it, and none that missed it.
    package private(set) var inTime = 0
    /// Done after it, or not done though it has passed.
    package private(set) var late = 0
    /// Not done yet.
    package private(set) var waiting = 0

    package init(_ step: Step) { self.step = step }

    package var done: Int { taken.count }
    package var isEmpty: Bool { taken.isEmpty && waiting == 0 }

    /// In seconds; nil where nothing was done yet.
    package var median: TimeInterval? {
        guard !taken.isEmpty else { return nil }
        let sorted = taken.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// In percent, of those of which it is known by now; nil where the standard sets no length of time.
    package var share: Int? {
        inTime + late == 0 ? nil : Int((Double(inTime) / Double(inTime + late) * 100).rounded())
    }

    /// - Parameter due: nil where the standard sets no length of time.
    mutating func count(from start: Date, until done: Date?, due: Date?, at now: Date) {
        if let done { taken.append(max(0, done.timeIntervalSince(start))) } else { waiting += 1 }
        guard let due else { return }
        if let done, done <= due { inTime += 1 } else if done != nil || due <= now { late += 1 }
    }
}

extension Answering {
    /// The complaints of a time, each with what became of it. A complaint tells its risk by triage; danger and red flags
    /// make it urgent whatever the risk.
    static func asking(in scope: Scope, since: Date) -> SQL {
        """
        SELECT cards.at AS at, cards.answered AS triaged, cards.status AS status, cards.urgency AS urgency,
            cards.risk AS risk, file.answered AS reached, file.status AS file
        FROM cards LEFT JOIN cards AS file ON file.record = cards.file
        WHERE \(scope.approves ? 1 : 0) AND \(scope.listed) AND cards.kind = \(Complaint.kind.text)
            AND cards.at >= \(since) AND cards.status <> \(Status.void.rawValue)
        """
    }
}

/// All steps together.
struct Answers: Sendable {
    private var steps = Dictionary(uniqueKeysWithValues: Answering.Step.allCases.map { ($0, Answering($0)) })
    private let now: Date
    private let due: @Sendable (RuleID, Date) -> Date?

    /// - Parameter due: when what began at an instant is due by a rule.
    init(at now: Date, due: @escaping @Sendable (RuleID, Date) -> Date?) {
        self.now = now
        self.due = due
    }

    /// In their order.
    var all: [Answering] { Answering.Step.allCases.compactMap { steps[$0] } }

    mutating func count(_ row: Row) throws {
        let at = try row.instant("at")
        guard at <= now else { return }
        let isUrgent = try row.int("urgency") > 0
        let triaged = try row.isNull("triaged") ? nil : row.instant("triaged")
        // What a register had settled already was not answered here.
        if try triaged != nil || row.text("status") == Status.new.rawValue {
            count(isUrgent ? .triageUrgent : .triageOther, from: at, until: triaged)
        }
        guard triaged != nil, !row.isNull("file"), let step = try Self.contact(isUrgent, risk: row.int("risk"))
        else { return }
        let reached = try row.isNull("reached") ? nil : row.instant("reached")
        // A further complaint in a case whose client was known before, and a case that ended without anybody.
        let isOpen = try CaseFile.openStatuses.map(\.rawValue).contains(row.text("file"))
        guard reached.map({ $0 >= at.wholeMinute }) ?? isOpen else { return }
        count(step, from: at, until: reached)
    }

    private mutating func count(_ step: Answering.Step, from start: Date, until done: Date?) {
        // "At once" is no length of time.
        let due = step.standard == .serveAtOnce ? nil : due(step.standard, start)
        steps[step]?.count(from: start, until: done, due: due, at: now)
    }

    private static func contact(_ isUrgent: Bool, risk: Int) -> Answering.Step? {
        if isUrgent { return .contactUrgent }
        switch risk {
        case Risk.high.urgency: return .contactUrgent
        case Risk.medium.urgency: return .contactMedium
        case Risk.low.urgency: return .contactLow
        default: return nil
        }
    }
}
