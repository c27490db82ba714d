/// The bars that this program cites: a refusal names one of these and no others, and the rulebook tells the article of
/// each.
package enum CitedBar: String, CaseIterable, Sendable {
    /// Sexual violence is not settled outside court.
    case noSettlement = "R-TPKS-01"
    /// What restorative justice is not open to.
    case noRestorativeJustice = "R-KUHAP-01"
    /// When a mediation may be held at all.
    case mediationStandard = "R-STD-03"
    /// What a child did is diverted by police, prosecutor or court.
    case diversion = "R-SPPA-02"
    /// What allows data to be shared.
    case lawfulBasis = "R-PDP-11"
    /// When data is erased, and when it is kept for a legal process.
    case erasure = "R-PDP-10"

    package var id: RuleID { RuleID(rawValue) }
}
