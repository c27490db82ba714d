/// An age in whole years, as far as anybody knows.
package struct Years: Answer, Hashable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static let bounds = 0...120
    package static var kind: Field.Kind { .years(bounds) }
    package static var blank: Years { Years(0) }
    package var raw: [String] { [String(value)] }

    package init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package static func read(_ raw: [String]) throws(Problem) -> Years {
        guard let value = Int((raw.first ?? "").filter { $0 != " " }), bounds.contains(value)
        else { throw .notANumber(bounds) }
        return Years(value)
    }
}
