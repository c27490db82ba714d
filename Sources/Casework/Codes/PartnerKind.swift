/// What a partner is (`docs/sources.md`: partners).
package enum PartnerKind: String, Choice {
    case department = "DINAS"
    case provincialUnit = "UPTDPROV"
    case police = "POLRI"
    case prosecutor = "JAKSA"
    case court = "PN"
    case religiousCourt = "PA"
    case probation = "BAPAS"
    case witnessProtection = "LPSK"
    case hospital = "RS"
    case migrantWorkers = "BP3MI"
    case immigration = "IMI"
    case socialAffairs = "DINSOS"
    case education = "DISDIK"
    case civilRegistry = "CAPIL"
    case ngo = "LSM"
    case other = "LAI"

    package static let list = "partner-kind"
}
