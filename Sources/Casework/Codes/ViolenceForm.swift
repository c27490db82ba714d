/// The form of violence, several for each victim (bentuk kekerasan; `docs/sources.md`).
package enum ViolenceForm: String, Choice {
    case physical = "FIS"
    case psychological = "PSI"
    case sexual = "SEK"
    case exploitation = "EKS"
    case trafficking = "TRF"
    case neglect = "PEN"
    case other = "LAI"

    package static let list = "violence-form"
}
