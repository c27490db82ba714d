package import Foundation

/// What came in: somebody says that a woman or a child is in danger or was harmed.
package struct Complaint: ReachedSafely {
    package static let kind: RecordKind = "complaints"
    package static let codePrefix = "LP"
    package static let contactDuty: Duty = .takeComplaints
    package static let actions: Actions<Complaint> = [
        ReceiveComplaint.self, ImportComplaint.self, TriageComplaint.self, RecordCallback.self,
        SetSafeContact<Complaint>.self, NoteUnsafePhone.self, NoteNewerContact.self, RequestErasure<Complaint>.self,
        DecideErasure<Complaint>.self,
    ]

    package let id: ID<Complaint>
    package private(set) var received: ReceiveComplaint?
    /// What a register told of it, where it was brought in from one.
    package private(set) var brought: ImportComplaint?
    package private(set) var at = Date.distantPast
    package var contact = SafeContact()
    /// Oldest first.
    package private(set) var callbacks: [RecordCallback] = []
    package private(set) var triage: TriageComplaint?
    private var triaged: Date?
    /// The case that triage opened or that the complaint joined.
    package private(set) var caseFile: ID<CaseFile>?
    package var erasure: Erasure?
    package private(set) var isVoided = false
    private var triggers: [Trigger] = []
    /// Who may open it after triage, beside the team of its case: who took it down and who triaged it.
    private var team: Set<UUID> = []

    package init(id: ID<Complaint>) { self.id = id }

    mutating func receive(_ complaint: ReceiveComplaint, _ stamp: Stamp) {
        received = complaint
        at = complaint.at?.instant ?? stamp.instant
        contact = SafeContact(phone: complaint.phone, how: complaint.safeContact, rules: complaint.rules)
        triggers = [Trigger(isDangerous ? .serveAtOnce : .serveSoon, from: at)]
        team.insert(stamp.worker.value)
    }

    /// Where the register tells what became of it, nothing is left to triage; else it waits as any other, from the day on
    /// which it came in.
    mutating func bring(_ told: ImportComplaint, _ stamp: Stamp) {
        brought = told
        received = ReceiveComplaint(told)
        at = told.arrived
        caseFile = told.becameCase ? stamp.id(1) : nil
        triggers = isSettled ? [] : [Trigger(.serveSoon, from: at)]
        team.insert(stamp.worker.value)
    }

    package mutating func void() { isVoided = true }

    package var hidesContact: Bool { contact.isReplaced }

    /// Whether nobody has to triage it any more.
    package var isSettled: Bool { triage != nil || brought.map { $0.becameCase || $0.outcome != nil } ?? false }

    mutating func callBack(_ callback: RecordCallback) {
        callbacks.append(callback)
        if callback.outcome == .unsafe, let phone = callback.phone ?? contact.phone { contact.distrust(phone) }
    }

    mutating func settle(_ triage: TriageComplaint, _ stamp: Stamp) {
        self.triage = triage
        triaged = stamp.instant
        // A case that was chosen before somebody decided otherwise is none of its.
        switch triage.decision {
        case .newCase: caseFile = stamp.id(1)
        case .joinCase: caseFile = triage.joins
        case .handledElsewhere, .passedOn, .advice: caseFile = nil
        }
        for trigger in triggers { triggers.meet(trigger.rule, at: stamp.instant) }
        team.insert(stamp.worker.value)
    }

    package var isDangerous: Bool { received?.danger == .yes }

    /// Told of as dangerous, or judged so when it was settled: among those that ended it comes first.
    private var isGrave: Bool {
        isDangerous || isSettled && (triage.map { $0.hasRedFlag || $0.risk == .high } ?? (brought?.risk == .high))
    }

    package var status: Status { isSettled ? .triaged : .new }

    package func card(_ version: Int) -> Card {
        var card = Card(id, version, status: status, title: received?.what.opening() ?? "", at: at)
        guard let received else { return card }
        card.urgency = isGrave ? Risk.high.urgency : 0
        card.codes = [
            "channel": received.channel.rawValue,
            "danger": received.danger?.rawValue,
            "district": received.district?.rawValue,
            "risk": (triage?.risk ?? brought?.risk)?.rawValue,
            "decision": triage?.decision.rawValue,
        ].compactMapValues { $0 }
        card.triggers = triggers
        card.answered = triaged
        card.asksApproval = erasure != nil
        card.codes["asks"] = erasure.map { _ in DecideErasure<Complaint>.name.text }
        card.team = team.sorted { $0.uuidString < $1.uuidString }
        card.file = caseFile?.value
        card.people = profiles
        // Also one that nobody calls any more: whoever calls from it again is known by it.
        card.phones = [contact.phone?.text, brought?.phone?.text].compactMap { $0 } + contact.unsafePhones.map(\.text)
        let texts =
            [received.what.text, contact.how?.text, contact.phone?.national, triage?.note?.text]
            + callbacks.map { $0.note?.text }
            + [brought?.number?.text, brought?.nik?.text, brought?.alleged?.text, brought?.note?.text]
        card.find(by: texts)
        return card
    }
}
