/// Somebody who is said to have done it, as figures count them: no name.
package struct Alleged: Hashable, Sendable {
    package let sex: Sex?
    /// In whole years when it happened, or else when the complaint came in.
    package let age: Int?
    /// What they are to the client.
    package let relation: Relation?
    package let background: Background

    package init(
        sex: Sex?, age: Int?, relation: Relation? = nil, background: Background = Background()
    ) {
        self.sex = sex
        self.age = age
        self.relation = relation
        self.background = background
    }
}
