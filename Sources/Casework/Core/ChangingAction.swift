/// An action that says anew what one thing of its record is. Which one is chosen first; then its form is filled in with
/// what that one is.
package protocol ChangingAction<Subject>: Action {
    /// The answer that says which one.
    static var chosen: any CodingKey { get }
    /// The answers that say what the one with this id is by now; nil where it is no more, or can't be changed.
    static func suggestion(for subject: Subject, choosing id: String, on today: Day) throws -> Posted?
    /// Whether one is chosen before its form is shown; where there is only one, its form may be shown at once.
    static func choosesFirst(on subject: Subject) -> Bool
    /// Whether what is not answered stays as it was. Then nothing is filled in, and what is known stands beside the form.
    static var keepsTheRest: Bool { get }
}

extension ChangingAction {
    package static func choosesFirst(on subject: Subject) -> Bool { true }
    package static var keepsTheRest: Bool { false }
}
