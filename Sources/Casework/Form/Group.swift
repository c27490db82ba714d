/// Several questions that belong together: a nested struct of answers. A property of this type is asked as a group, an
/// array of them as rows, such as the people that one call is about.
package protocol Group: Codable, Sendable, Hashable {}

/// Rows of a group; the reader and the writer see only this of an array.
protocol Rows {
    static var row: any Group.Type { get }
    static func read(_ rows: [FormReader]) throws -> Self
    var groups: [any Group] { get }
}

extension Array: Rows where Element: Group {
    static var row: any Group.Type { Element.self }
    static func read(_ rows: [FormReader]) throws -> [Element] { try rows.map { try Element(from: $0) } }
    var groups: [any Group] { self }
}
