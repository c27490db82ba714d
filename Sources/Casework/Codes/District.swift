/// The twelve districts (kecamatan) of Batam by their Kemendagri codes (`docs/sources.md`), and everywhere else.
package enum District: String, Choice {
    case belakangPadang = "21.71.01"
    case batuAmpar = "21.71.02"
    case sekupang = "21.71.03"
    case nongsa = "21.71.04"
    case bulang = "21.71.05"
    case lubukBaja = "21.71.06"
    case seiBeduk = "21.71.07"
    case galang = "21.71.08"
    case bengkong = "21.71.09"
    case batamKota = "21.71.10"
    case sagulung = "21.71.11"
    case batuAji = "21.71.12"
    case elsewhere = "LAI"

    package static let list = "district"
}
