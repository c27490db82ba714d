/// A whole number within bounds, kept as a number in the journal.
package protocol WholeNumber: Answer, Hashable {
    static var bounds: ClosedRange<Int> { get }
    var value: Int { get }
    init(_ value: Int)
}

extension WholeNumber {
    package static var blank: Self { Self(bounds.lowerBound) }
    package var raw: [String] { [String(value)] }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package static func read(_ raw: [String]) throws(Problem) -> Self {
        guard let value = Int((raw.first ?? "").filter { $0 != " " }), bounds.contains(value)
        else { throw .notANumber(bounds) }
        return Self(value)
    }
}
