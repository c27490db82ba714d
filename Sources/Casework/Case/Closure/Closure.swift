import Foundation

/// The end of a case: who asked for it, why, and whether it was approved.
package struct Closure: Hashable, Sendable {
    package enum State: Hashable, Sendable { case asked, closed, refused, reopened }

    package let request: RequestClosure
    package let by: ID<Worker>
    package internal(set) var state = State.asked
    /// When it was granted.
    var closed: Date?
}

/// Why a case is closed (`docs/sources.md`).
package enum ClosureReason: String, Choice {
    case goalsMet = "goals-met"
    case clientRequest = "client-request"
    /// Another body has the authority now (pelimpahan).
    case transferred
    case moved
    case lostContact = "lost-contact"
    case death
    case ageOut = "age-out"
    case notInMandate = "not-in-mandate"
    package static let list = "closure-reason"

    /// Whether somebody else goes on with it, and is named.
    var isHandedOver: Bool { [.transferred, .moved, .ageOut, .notInMandate].contains(self) }
}

/// What the client says of the help.
package enum ClientFeedback: String, Choice {
    case satisfied, partly, unsatisfied
    case declined
    case couldNotBeAsked = "could-not-be-asked"
    package static let list = "client-feedback"
}
