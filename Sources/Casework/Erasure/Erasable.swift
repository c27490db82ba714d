/// A record that can be erased: its key is destroyed, and what it was stays sealed for ever (`docs/adr/0016-erasure.md`).
package protocol Erasable: Record {
    /// Who may ask for it.
    static var erasureDuty: Duty { get }
    /// What was asked last; nil where nothing was, and again when it was decided or the record came back into use.
    var erasure: Erasure? { get set }
    /// Why it is kept as it stands; nil where it may be erased.
    var keptBecause: Refusal? { get }
    /// Whether the police or a court may have dealt with it: what a legal process needs is not destroyed (UU 27/2022
    /// art. 44).
    var isBeforeTheLaw: Bool { get }
    /// What goes with it, itself included.
    var erased: (file: ID<CaseFile>?, complaints: [ID<Complaint>]) { get }
}

/// What somebody asked for and nobody has decided yet.
package struct Erasure: Hashable, Sendable {
    package let ground: ErasureGround
    package let notice: SubjectNotice
    package let by: ID<Worker>

    package init(ground: ErasureGround, notice: SubjectNotice, by: ID<Worker>) {
        self.ground = ground
        self.notice = notice
        self.by = by
    }
}

/// Why personal data may be erased or destroyed (UU 27/2022 art. 42 to 44).
package enum ErasureGround: String, Choice {
    case scheduleEnded = "schedule-ended"
    case noLongerNeeded = "no-longer-needed"
    case withdrawn
    case requested
    case unlawful
    package static let list = "erasure-ground"
}

/// How the person heard of it (UU 27/2022 art. 45).
package enum SubjectNotice: String, Choice {
    case told
    /// Telling would put somebody in danger.
    case notSafe = "not-safe"
    case notFound = "not-found"
    package static let list = "subject-notice"
}

/// What stands in the way of an erasure, and what must be ticked.
enum ErasureRules {
    static func obstacles(_ record: some Erasable, _ context: Context) -> [Refusal] {
        if let kept = record.keptBecause { return [context.refusal(kept.reason, .erasure, remedy: kept.remedy)] }
        return context.law.office.name == nil ? [Refusal("office-not-set-up")] : []
    }

    static func check(_ record: some Erasable, _ context: Context) throws(Refusal) {
        if let obstacle = obstacles(record, context).first { throw obstacle }
    }

    static func cautions(_ record: some Erasable) -> [Caution] {
        record.isBeforeTheLaw ? [Caution("erasure-legal-process")] : []
    }
}

extension CaseFile: Erasable {
    package static let erasureDuty: Duty = .manageCases
    package var keptBecause: Refusal? {
        // It goes alone, and nothing would hide its complaints any more.
        if isVoided, isRestricted { return Refusal("erasure-restricted", remedy: LiftRestriction.name) }
        return isClosed || isVoided ? nil : Refusal("erasure-open-case", remedy: RequestClosure.name)
    }
    package var isBeforeTheLaw: Bool {
        let services = services.map(\.service) + referrals.map(\.asked.service)
        return !proceedings.isEmpty || services.contains(.lawEnforcement) || services.contains(.legalAid)
    }
    /// A voided one goes alone: what it was opened from by mistake may be triaged anew.
    package var erased: (file: ID<CaseFile>?, complaints: [ID<Complaint>]) { (id, isVoided ? [] : complaints) }
}

/// One that became a case goes with it, unless that was voided.
extension Complaint: Erasable {
    package static let erasureDuty: Duty = .takeComplaints
    package var keptBecause: Refusal? {
        if isVoided { return nil }
        guard isSettled else { return Refusal("erasure-open-complaint", remedy: TriageComplaint.name) }
        return caseFile == nil ? nil : Refusal("erasure-with-its-case")
    }
    package var isBeforeTheLaw: Bool { false }
    package var erased: (file: ID<CaseFile>?, complaints: [ID<Complaint>]) { (nil, [id]) }
}
