/// What the reporter is to the person affected (`docs/sources.md`).
package enum ReporterRelation: String, Choice {
    case oneself = "DIR"
    case parent = "ORT"
    case family = "KEL"
    case neighbour = "TTG"
    case teacher = "GRU"
    case healthWorker = "NKS"
    case police = "POL"
    case ngo = "LSM"
    case anonymous = "ANM"
    case other = "LAI"

    package static let list = "reporter-relation"
}
