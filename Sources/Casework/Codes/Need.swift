/// What somebody needs so that they can speak and be heard; disabilities by UU 8/2016 (`docs/sources.md`).
package enum Need: String, Choice {
    case interpreter = "JBH"
    case signLanguage = "JBI"
    case physical = "DFI"
    case intellectual = "DIN"
    case mental = "DME"
    case seeing = "DSN"
    case hearing = "DSR"
    case speaking = "DSW"

    package static let list = "need"
}
