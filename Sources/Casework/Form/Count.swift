/// A small whole number: days, attempts.
package struct Count: Answer, Hashable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static let bounds = 0...999
    package static var kind: Field.Kind { .number(bounds) }
    package static var blank: Count { Count(0) }
    package var raw: [String] { [String(value)] }

    package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package static func read(_ raw: [String]) throws(Problem) -> Count {
        guard let value = Int((raw.first ?? "").filter { $0 != " " }), bounds.contains(value)
        else { throw .notANumber(bounds) }
        return Count(value)
    }
}
