/// Sex as SIMFONI records it (`docs/sources.md`).
package enum Sex: String, Choice {
    case female = "P"
    case male = "L"
    package static let list = "sex"
}
