import Casework

/// What a table finds on a card to count.
struct Counting<Counted: Sendable>: Sendable {
    let unit: Unit
    let found: @Sendable (Card) -> [Counted]
}

extension Counting<Card> {
    static var cases: Counting { Counting(unit: .case) { [$0] } }
}

extension Counting<Victim> {
    /// A client to whom nobody said yet that anything was done is no victim.
    static var victims: Counting { Counting(unit: .victim) { $0.victims.filter { !$0.forms.isEmpty } } }
}

extension Counting<Alleged> {
    static var alleged: Counting { Counting(unit: .alleged) { $0.alleged } }
}

extension Counting<GivenService> {
    /// One for each time that a service was given to a victim.
    static var services: Counting {
        let victims = Counting<Victim>.victims
        return Counting(unit: .service) { card in
            victims.found(card).flatMap { victim in
                victim.services.map { GivenService(service: $0, sex: victim.sex, age: victim.age) }
            }
        }
    }
}

/// A service, and who got it.
struct GivenService: Somebody {
    let service: Service
    let sex: Sex?
    let age: Int?
}

/// The rows of a table, the last one for what is not known, where that may be.
package struct Rows: Hashable, Sendable {
    /// The name of the code list, under which the locale has its words.
    package let list: String
    package let codes: [String]
    /// Whether one unit may stand in several, so that their sum may be more than the units.
    package let mayRepeat: Bool

    /// The code of a last row where its list has none for what is not known.
    package static let unknown = "unknown"
}

/// By what a unit is told apart, and where it stands.
struct Breakdown<Counted: Sendable>: Sendable {
    let rows: Rows
    /// At least one place in the rows.
    let places: @Sendable (Counted) -> [Int]

    /// By a list of codes, several each.
    /// - Parameter isAlwaysKnown: whether each has one at least, so that there is no row for what is not known.
    init<List: Codes>(
        several list: List.Type, isAlwaysKnown: Bool = false, _ told: @escaping @Sendable (Counted) -> [List]
    ) {
        self.init(list, unknown: nil, isAlwaysKnown: isAlwaysKnown, mayRepeat: true, told)
    }

    /// By a list of codes, one each.
    /// - Parameter unknown: the list's own code for what is not known, if it has one.
    init<List: Codes>(
        _ list: List.Type, unknown: List? = nil, _ told: @escaping @Sendable (Counted) -> List?
    ) {
        self.init(list, unknown: unknown, isAlwaysKnown: false, mayRepeat: false) { told($0).map { [$0] } ?? [] }
    }

    private init<List: Codes>(
        _ list: List.Type, unknown: List?, isAlwaysKnown: Bool, mayRepeat: Bool,
        _ told: @escaping @Sendable (Counted) -> [List]
    ) {
        let known = List.allCases.filter { $0 != unknown }
        let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
        let last = isAlwaysKnown ? [] : [unknown?.rawValue ?? Rows.unknown]
        rows = Rows(list: List.list, codes: known.map(\.rawValue) + last, mayRepeat: mayRepeat)
        self.places = { counted in
            let found = told(counted).compactMap { places[$0] }
            return found.isEmpty && !isAlwaysKnown ? [known.count] : found
        }
    }

    /// By rows of its own, all of which are known.
    init(_ list: String, _ codes: [String], _ place: @escaping @Sendable (Counted) -> Int) {
        rows = Rows(list: list, codes: codes, mayRepeat: false)
        places = { [place($0)] }
    }
}

/// A list of codes that a table may have as its rows.
protocol Codes: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
    static var list: String { get }
}
