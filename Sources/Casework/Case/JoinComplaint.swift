package import Foundation

/// One more complaint about what a case is about already. Triage entails it.
package struct JoinComplaint: Action, Hashable {
    package static let name: ActionName = "join-complaint"
    package static let duty: Duty? = .takeComplaints
    package static let hasForm = false

    package let complaint: UUID
    package let what: LongText

    package init(complaint: UUID, what: LongText) {
        self.complaint = complaint
        self.what = what
    }

    package var topic: Topic? { nil }
    package func apply(to file: inout CaseFile, _ stamp: Stamp) { file.join(self) }
}
