package import Foundation

/// What stays of an erased record: that it was there, who had it erased, on what ground. It stands in the office's record;
/// the door destroys the keys of what it names. A decision entails it, no form and no program performs it.
package struct NoteErasure: Action, Hashable {
    package static let name: ActionName = "note-erasure"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .approve
    package static let hasForm = false

    private let code: Line
    private let ground: ErasureGround
    private let notice: SubjectNotice
    private let askedBy: ID<Worker>
    private let file: ID<CaseFile>?
    private let complaints: [Part]

    /// A complaint that goes with the rest.
    package struct Part: Group { fileprivate let complaint: ID<Complaint> }

    package init(
        of erased: (file: ID<CaseFile>?, complaints: [ID<Complaint>]), code: Line, _ erasure: Erasure
    ) {
        file = erased.file
        complaints = erased.complaints.map(Part.init)
        self.code = code
        ground = erasure.ground
        notice = erasure.notice
        askedBy = erasure.by
    }

    package var topic: Topic? { nil }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        let records = [file?.value].compactMap { $0 } + complaints.map(\.complaint.value)
        office.erased.append(
            Erased(
                code: code.text, records: records, ground: ground, notice: notice, askedBy: askedBy,
                decidedBy: stamp.worker, at: stamp.instant))
    }
}

/// What was erased, and when.
package struct Erased: Hashable, Sendable {
    package let code: String
    package let records: [UUID]
    package let ground: ErasureGround
    package let notice: SubjectNotice
    package let askedBy: ID<Worker>
    package let decidedBy: ID<Worker>
    package let at: Date

    /// No backup of keys is kept for longer, so until then somebody who has one, and the master key, could still read it.
    package static let horizon: TimeInterval = 35 * 24 * 3600
    /// From then on nobody can read it any more.
    package var finalFrom: Date { at + Self.horizon }
}
