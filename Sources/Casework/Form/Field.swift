/// One question of a form.
package struct Field: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case line
        case longText
        case phone
        case moment
        /// One code of a list; the list's name is the locale key of its words.
        case choice(of: String, [String])
        case several(of: String, [String])
        case yesNo
    }

    /// The property's name: key of the answer in forms and JSON, and of the label in the locale.
    package let name: String
    package let kind: Kind
    package let required: Bool
}
