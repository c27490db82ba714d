/// How soon somebody must be served (`docs/sources.md`).
package enum Risk: String, Choice {
    case high, medium, low
    package static let list = "risk"

    /// More urgent is higher; lists put it first.
    package var urgency: Int {
        switch self {
        case .high: 3
        case .medium: 2
        case .low: 1
        }
    }
}
