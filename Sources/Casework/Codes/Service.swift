/// What is given to a client (layanan; `docs/sources.md`, and monitoring as our own).
package enum Service: String, Choice {
    case intake = "ADU"
    case health = "KES"
    case legalAid = "BHK"
    case lawEnforcement = "PHK"
    /// Psychosocial work too: the city's own name for it maps here.
    case socialRehabilitation = "RHS"
    case socialReintegration = "RIS"
    case returnHome = "PML"
    case religiousSupport = "PTA"
    case mediation = "MED"
    case monitoring = "MON"

    package static let list = "service"
}
