/// An action whose form may begin with something that its record was told already, so that nobody types it twice. The
/// address says which; by itself the form asks everything.
package protocol BegunAction<Subject>: Action {
    /// The answer that says which one; no form asks it.
    static var begins: any CodingKey { get }
    /// The answers that were told; nil where nothing with this id waits to be used.
    static func suggestion(for subject: Subject, beginning id: String) throws -> Posted?
}
