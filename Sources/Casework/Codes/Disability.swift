/// Whether somebody lives with a disability, as SIMFONI's report asks, and which, by UU 8/2016 (`docs/sources.md`).
package enum Disability: String, Choice {
    case absent = "TDK"
    case physical = "DFI"
    case intellectual = "DIN"
    case mental = "DME"
    case seeing = "DSN"
    case hearing = "DSR"
    case speaking = "DSW"
    case multiple = "DGD"
    /// There is one, and nobody said which.
    case unspecified = "YA"

    package static let list = "disability"
}
