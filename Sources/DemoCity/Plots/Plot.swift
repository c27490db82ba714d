import Casework
import Foundation

/// What a case is about. How far it goes is its ``Course``.
struct Plot: Sendable {
    let complaint: ReceiveComplaint
    /// Triage by the one who will manage the case.
    let triage: @Sendable (ID<Worker>) -> TriageComplaint
    /// When it is taken down.
    let arrives: Date
    let forms: [ViolenceForm]
    let risk: Risk
    /// Nil for the complaints of the last days, which tell their own.
    var kind: Kind?
    /// Of the first client, as its maker knows it.
    var age: Int?
    /// As the case manager tells what happened.
    var happened: LongText = ""
    var day: PartialDay?

    var isChild: Bool { age?.isChildsAge ?? false }
    var isSexual: Bool { forms.contains(.sexual) }
    var isDomestic: Bool { kind?.domestic == .yes }

    /// Who may say yes for the client: where who speaks for them may be suspected, another adult (R-PDP-11).
    var giver: ConsentGiver {
        guard isChild else { return .client }
        return kind?.alleged.relation.mayBeAtHome == true ? .safeAdult : .guardian
    }
}
