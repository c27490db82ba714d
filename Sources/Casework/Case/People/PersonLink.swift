/// Two files mean one person: told in both, and taken back in both.
package struct PersonLink: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .links) }

    /// The same in both files.
    package let id: ID<PersonLink>
    package let person: ID<Person>
    package let elsewhere: PersonElsewhere
}
