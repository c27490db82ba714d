/// Whether somebody is married (status perkawinan; `docs/sources.md`).
package enum MaritalStatus: String, Choice {
    case single = "BLM"
    case married = "MNK"
    case divorcedOrWidowed = "CRI"
    /// By religion only (sirri).
    case unregistered = "SIR"

    package static let list = "marital-status"
}
