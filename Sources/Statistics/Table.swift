import Casework

/// One table of the official report as it is declared: what it counts, by which day, in which rows and columns. Cases,
/// victims, alleged and services are different units, and no table mixes them (`docs/sources.md`: the report).
package struct Table: Sendable {
    package let name: TableName
    /// Its number in the official list. Where a number asks for several units or several rows, it has several tables.
    package let number: Int
    package let unit: Unit
    package let basis = Basis.received
    package let rows: Rows
    /// What each row is told apart by, beside its total.
    package let columns: [Column]
    /// What one card has to count: a place for each row and each column in which one unit stands.
    let found: @Sendable (Card) -> [Found]

    struct Found {
        let rows: [Int]
        let columns: [Int]
    }

    /// A table of people, or of what was done for them.
    init<Counted: Somebody>(
        _ number: Int, _ name: TableName, of counted: Counting<Counted>, by breakdown: Breakdown<Counted>,
        across sides: Side...
    ) {
        let columns = sides.flatMap(\.columns)
        self.init(number, name, of: counted, by: breakdown, columns) { somebody in
            sides.compactMap { columns.firstIndex(of: $0.column(of: somebody)) }
        }
    }

    /// A table of cases, which have no sex and no age.
    init(_ number: Int, _ name: TableName, of counted: Counting<Card>, by breakdown: Breakdown<Card>) {
        self.init(number, name, of: counted, by: breakdown, []) { _ in [] }
    }

    private init<Counted>(
        _ number: Int, _ name: TableName, of counted: Counting<Counted>, by breakdown: Breakdown<Counted>,
        _ columns: [Column], _ standing: @escaping @Sendable (Counted) -> [Int]
    ) {
        self.name = name
        self.number = number
        unit = counted.unit
        rows = breakdown.rows
        self.columns = columns
        found = { card in
            counted.found(card).map { Found(rows: breakdown.places($0), columns: standing($0)) }
        }
    }
}

/// What a table counts.
package enum Unit: String, CaseIterable, Sendable { case `case`, victim, alleged, service }

/// Which day of a case decides whether it lies in the period.
package enum Basis: String, CaseIterable, Sendable {
    /// The day on which the complaint came in, as in the ministry's figures. The day of the incident is known of some
    /// only.
    case received = "complaint"
}

/// What one row is told apart by.
package enum Column: String, CaseIterable, Sendable {
    case female, male
    case sexUnknown = "sex-unknown"
    case child, adult
    case ageUnknown = "age-unknown"
}

/// Columns that belong together: whoever is counted stands in exactly one of them.
enum Side {
    case sex, childhood

    var columns: [Column] {
        switch self {
        case .sex: [.female, .male, .sexUnknown]
        case .childhood: [.child, .adult, .ageUnknown]
        }
    }

    func column(of somebody: some Somebody) -> Column {
        switch self {
        case .sex: somebody.sex.map { $0 == .female ? .female : .male } ?? .sexUnknown
        case .childhood: somebody.isChild.map { $0 ? .child : .adult } ?? .ageUnknown
        }
    }
}

/// Who has a sex and an age, as far as they are known.
protocol Somebody: Sendable {
    var sex: Sex? { get }
    var age: Int? { get }
}

extension Somebody {
    /// Under 18 (UU 35/2014 art. 1).
    var isChild: Bool? { age?.isChildsAge }
}

extension Victim: Somebody {}
extension Alleged: Somebody {}
