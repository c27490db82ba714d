/// Whose case it is (kewenangan; `domain.md` 1.7).
package enum Authority: String, Choice {
    case city, province, national, abroad
    package static let list = "authority"
}
