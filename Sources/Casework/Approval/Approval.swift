/// The supervisor's word on what was asked for.
package enum ApprovalDecision: String, Choice {
    case granted, refused
    package static let list = "approval-decision"
}

/// What became of something that needs approval.
package enum Approval: String, CaseIterable, Hashable, Sendable {
    case asked, granted, refused

    init(_ decision: ApprovalDecision) { self = decision == .granted ? .granted : .refused }
}
