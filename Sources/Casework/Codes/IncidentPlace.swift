/// Where it happened (tempat kejadian; `docs/sources.md`); online is our addition.
package enum IncidentPlace: String, Choice {
    case household = "RTG"
    case workplace = "KRJ"
    case school = "SKL"
    case publicFacility = "FUM"
    case shortCourse = "LPK"
    case online = "DRG"
    case other = "LAI"

    package static let list = "incident-place"
}
