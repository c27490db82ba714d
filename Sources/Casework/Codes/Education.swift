/// How far somebody went to school (pendidikan; `docs/sources.md`).
package enum Education: String, Choice {
    case unschooled = "TSK"
    case playgroup = "PAU"
    case kindergarten = "TK"
    case primary = "SD"
    case juniorSecondary = "SMP"
    case seniorSecondary = "SMA"
    case university = "PT"
    case unknown = "NA"

    package static let list = "education"
}
