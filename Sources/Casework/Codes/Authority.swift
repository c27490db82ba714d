/// Whose case it is (kewenangan; `docs/sources.md`).
package enum Authority: String, Choice {
    case city, province, national, abroad
    package static let list = "authority"
}
