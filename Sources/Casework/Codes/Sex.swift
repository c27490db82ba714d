/// Sex as SIMFONI records it (`domain.md` 1.4).
package enum Sex: String, Choice {
    case female = "P"
    case male = "L"
    package static let list = "sex"
}
