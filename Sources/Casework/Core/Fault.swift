/// A problem of one answer that only the record or the context shows.
package struct Fault: Hashable, Sendable {
    package let field: String
    package let problem: Problem

    package init(_ field: some CodingKey, _ problem: Problem) {
        self.field = field.stringValue
        self.problem = problem
    }

    package init(_ field: String, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }
}
