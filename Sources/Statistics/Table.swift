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
    /// Adds what one card has to count, and says how many units these are.
    let count: @Sendable (Card, inout Numbers) -> Int

    /// Each row's total, and then its columns, row after row.
    struct Numbers: Sendable {
        private let width: Int
        private var numbers: [Int]

        fileprivate init(_ table: Table) {
            width = 1 + table.columns.count
            numbers = Array(repeating: 0, count: width * table.rows.codes.count)
        }

        fileprivate mutating func add(row: Int, column: Int? = nil) {
            numbers[row * width + (column.map { 1 + $0 } ?? 0)] += 1
        }

        subscript(row: Int) -> ArraySlice<Int> { numbers[row * width..<(row + 1) * width] }
    }

    var nothing: Numbers { Numbers(self) }

    /// A table of people, or of what was done for them.
    init<Counted: Somebody>(
        _ number: Int, _ name: TableName, of counted: Counting<Counted>, by breakdown: Breakdown<Counted>,
        across sides: Side...
    ) {
        let columns = sides.flatMap(\.columns)
        let starts = sides.indices.map { sides[..<$0].flatMap(\.columns).count }
        self.init(number, name, of: counted, by: breakdown, columns) { somebody, visit in
            for (side, start) in zip(sides, starts) { visit(start + side.place(of: somebody)) }
        }
    }

    /// A table of cases, which have no sex and no age.
    init(_ number: Int, _ name: TableName, of counted: Counting<Card>, by breakdown: Breakdown<Card>) {
        self.init(number, name, of: counted, by: breakdown, []) { _, _ in }
    }

    /// - Parameter eachColumn: visits the columns in which one unit stands.
    private init<Counted>(
        _ number: Int, _ name: TableName, of counted: Counting<Counted>, by breakdown: Breakdown<Counted>,
        _ columns: [Column], _ eachColumn: @escaping @Sendable (Counted, _ visit: (Int) -> Void) -> Void
    ) {
        self.name = name
        self.number = number
        unit = counted.unit
        rows = breakdown.rows
        self.columns = columns
        count = { card, numbers in
            var units = 0
            counted.each(card) { one in
                units += 1
                breakdown.eachPlace(one) { row in
                    numbers.add(row: row)
                    eachColumn(one) { numbers.add(row: row, column: $0) }
                }
            }
            return units
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

    /// In which of its columns somebody stands.
    func place(of somebody: some Somebody) -> Int {
        switch self {
        case .sex: somebody.sex.map { $0 == .female ? 0 : 1 } ?? 2
        case .childhood: somebody.isChild.map { $0 ? 0 : 1 } ?? 2
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
