/// What somebody is to the client (hubungan; `docs/sources.md`): "X is the client's …".
package enum Relation: String, Choice {
    case parent = "ORT"
    case relative = "KEL"
    case spouse = "SUI"
    case neighbour = "TTG"
    case partnerOrFriend = "PCT"
    case teacher = "GRU"
    case employer = "MJK"
    case colleague = "RKJ"
    case other = "LAI"
    case unknown = "NA"

    package static let list = "relation"

    /// Whether who stands so to a client may be who speaks for them at home; also where nobody knows it.
    package var mayBeAtHome: Bool { [.parent, .relative, .spouse, .partnerOrFriend, .unknown].contains(self) }
}
