import Casework

/// What a table finds on a card to count.
struct Counting<Counted: Sendable>: Sendable {
    let unit: Unit
    /// Visits each of them. A year's cards are counted in table after table, so no list of them is made.
    let each: @Sendable (Card, _ visit: (Counted) -> Void) -> Void
}

extension Counting<Card> {
    static var cases: Counting { Counting(unit: .case) { $1($0) } }
}

extension Counting<Victim> {
    static var victims: Counting { Counting(unit: .victim) { $0.harmed.forEach($1) } }
}

extension Card {
    /// A client to whom nobody said that anything was done is no victim.
    var harmed: some Sequence<Victim> { victims.lazy.filter { !$0.forms.isEmpty } }
}

extension Counting<Alleged> {
    static var alleged: Counting { Counting(unit: .alleged) { $0.alleged.forEach($1) } }
}

extension Counting<GivenService> {
    /// One for each time that a service was given to a victim.
    static var services: Counting {
        Counting(unit: .service) { card, visit in
            for victim in card.harmed {
                for service in victim.services {
                    visit(GivenService(service: service, sex: victim.sex, age: victim.age))
                }
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
    /// Visits its places in the rows, at least one.
    let eachPlace: @Sendable (Counted, _ visit: (Int) -> Void) -> Void

    /// By a list of codes, several each.
    /// - Parameter isAlwaysKnown: whether each has one at least, so that there is no row for what is not known.
    init<List: Codes>(
        several list: List.Type, isAlwaysKnown: Bool = false, _ told: @escaping @Sendable (Counted) -> [List]
    ) {
        let known = Array(List.allCases)
        let places = Self.places(of: known)
        rows = Rows(
            list: List.list, codes: known.map(\.rawValue) + (isAlwaysKnown ? [] : [Rows.unknown]), mayRepeat: true)
        eachPlace = { counted, visit in
            let told = told(counted)
            if told.isEmpty, !isAlwaysKnown { visit(known.count) }
            for code in told { if let place = places[code] { visit(place) } }
        }
    }

    /// By a list of codes, one each.
    /// - Parameter unknown: the list's own code for what is not known, if it has one.
    init<List: Codes>(
        _ list: List.Type, unknown: List? = nil, _ told: @escaping @Sendable (Counted) -> List?
    ) {
        let known = List.allCases.filter { $0 != unknown }
        let places = Self.places(of: known)
        self.init(List.list, known.map(\.rawValue) + [unknown?.rawValue ?? Rows.unknown]) { counted in
            told(counted).flatMap { places[$0] } ?? known.count
        }
    }

    /// By a list of codes, one each, that is known of everybody.
    init<List: Codes>(known list: List.Type, _ told: @escaping @Sendable (Counted) -> List) {
        let known = Array(List.allCases)
        let places = Self.places(of: known)
        self.init(List.list, known.map(\.rawValue)) { places[told($0)] ?? 0 }
    }

    private static func places<List: Codes>(of known: [List]) -> [List: Int] {
        Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    }

    /// By rows of its own, all of which are known.
    init(_ list: String, _ codes: [String], _ place: @escaping @Sendable (Counted) -> Int) {
        rows = Rows(list: list, codes: codes, mayRepeat: false)
        eachPlace = { $1(place($0)) }
    }
}

/// A list of codes that a table may have as its rows.
protocol Codes: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
    static var list: String { get }
}
