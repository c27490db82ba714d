/// What somebody lives on (pekerjaan; `docs/sources.md`).
package enum Occupation: String, Choice {
    case working = "BKJ"
    case student = "PLJ"
    case housewife = "IRT"
    case employee = "SWB"
    case civilServant = "PNS"
    case traderOrFarmer = "PTN"
    case unemployed = "TBK"
    case unknown = "NA"

    package static let list = "occupation"
}
