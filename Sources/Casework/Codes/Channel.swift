/// How a complaint reached the office (kanal; `docs/sources.md`).
package enum Channel: String, Choice {
    case sapaPhone = "S1T"
    case sapaWhatsApp = "S1W"
    case direct = "LGS"
    case callCentre = "CCT"
    case lawEnforcement = "APH"
    case school = "SKL"
    case outreach = "JKU"
    case referral = "RJK"
    case transfer = "PLM"
    case ngo = "LSM"
    case spnLapor = "SPN"
    case sapaForm = "S1F"
    case letter = "SRT"
    case officialNote = "NDS"
    case media = "MDA"
    case app = "APP"

    package static let list = "channel"
}
