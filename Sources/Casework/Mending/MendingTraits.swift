/// What is particular about mending an action's entries.
package struct MendingTraits: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// It stands: what it did is done anew the other way round, never mended. Decisions that open or close a file, and
    /// what changes who may sign in.
    package static let final = MendingTraits(rawValue: 1)
    /// Its things are numbered by their places, so a correction could give an id to something else.
    package static let numbersThings = MendingTraits(rawValue: 2)
    /// It told another record everything that stood here, so nothing before it is mended any more.
    package static let toldEverything = MendingTraits(rawValue: 4)
}
