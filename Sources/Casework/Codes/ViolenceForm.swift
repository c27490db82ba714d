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

extension ViolenceForm {
    /// Exploitation and trafficking for a sexual purpose are sexual violence as well (UU 12/2022 art. 4): where only the
    /// one is told, the other's duty to report and its bars would not hold.
    static func cautions(_ forms: [ViolenceForm]) -> [Caution] {
        let mayBeSexual = forms.contains(.exploitation) || forms.contains(.trafficking)
        return mayBeSexual && !forms.contains(.sexual) ? [Caution("sexual-purpose")] : []
    }
}
