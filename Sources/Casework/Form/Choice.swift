/// A code list: an enum whose cases are its codes. A retired code stays a case that forms no longer offer.
package protocol Choice: Answer, CaseIterable, RawRepresentable<String>, Hashable {
    /// The list's name: the locale key of its words.
    static var list: String { get }
}

extension Choice {
    package static var codes: [String] { allCases.map(\.rawValue) }
    package static var kind: Field.Kind { .choice(of: list, codes) }
    package static var blank: Self { allCases[allCases.startIndex] }
    package var raw: [String] { [rawValue] }

    package static func read(_ raw: [String]) throws(Problem) -> Self {
        guard let value = raw.first.flatMap(Self.init(rawValue:)) else { throw .notInList }
        return value
    }
}

/// Several codes of one list.
extension Array: Answer where Element: Choice {
    package static var kind: Field.Kind { .several(of: Element.list, Element.codes) }
    package static var blank: [Element] { [] }
    package var raw: [String] { map(\.rawValue) }

    package static func read(_ raw: [String]) throws(Problem) -> [Element] {
        var values: [Element] = []
        for code in raw {
            let value = try Element.read([code])
            if !values.contains(value) { values.append(value) }
        }
        return values
    }
}

/// A question that may be answered by "not known".
package enum YesNo: String, Choice {
    case yes, no, unknown
    package static let list = "yes-no"
    package static var kind: Field.Kind { .yesNo }
    /// Nothing follows from a question that nobody answered.
    package static var blank: YesNo { .unknown }
}
