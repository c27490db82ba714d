/// An action that says anew what one thing of its record is. Which one is chosen first; then its form is filled in with
/// what that one is.
package protocol ChangingAction<Subject>: Action {
    /// The answer that says which one.
    static var chosen: any CodingKey { get }
    /// The answers that say what the one with this id is by now; nil where it is no more, or can't be changed.
    static func suggestion(for subject: Subject, choosing id: String, on today: Day) throws -> Posted?
    /// Whether what is not answered stays as it was. Then nothing is filled in, and what is known stands beside the form.
    static var keepsTheRest: Bool { get }
}

extension ChangingAction {
    package static var keepsTheRest: Bool { false }
}
