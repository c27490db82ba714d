/// What a register says became of a complaint before this program kept it. The ends of a case are those of
/// ``ClosureReason``.
package enum FormerOutcome: String, Choice {
    case ongoing
    /// Nothing more than advice was wanted: no case.
    case advice
    case goalsMet = "goals-met"
    case clientRequest = "client-request"
    case transferred
    case moved
    case lostContact = "lost-contact"
    case death
    case ageOut = "age-out"
    case notInMandate = "not-in-mandate"
    package static let list = "former-outcome"

    /// Why the case ended; nil for one that goes on, and where there was none.
    package var end: ClosureReason? { ClosureReason(rawValue: rawValue) }
}
