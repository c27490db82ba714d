/// A table's numbers as they are protected, and what is known of them from elsewhere: every column adds up to a sum that
/// other tables tell too, so that none is counted on to be secret.
struct Grid: Sendable {
    /// Each row's total, and then its columns.
    let numbers: [[Int]]
    /// Columns of which each row's add up to its total: none, by sex, by age, or both.
    let sides: [Range<Int>]
    let thresholds: Thresholds
    /// No figure of a column is above this.
    let most: [Int]
    /// Whether other tables tell the rows' totals too.
    var totalsAreKnown = false

    /// Rows without columns.
    init(totals: [Int], below threshold: Int) {
        self.init(
            numbers: totals.map { [$0] }, sides: [], Thresholds(total: threshold, part: threshold),
            most: [totals.reduce(0, +)])
    }

    init(numbers: [[Int]], sides: [Range<Int>], _ thresholds: Thresholds, most: [Int]) {
        self.numbers = numbers
        self.sides = sides
        self.thresholds = thresholds
        self.most = most
    }

    /// Where a figure stands: column 0 is the row's total.
    struct Place: Hashable {
        let row: Int
        let column: Int
        var isTotal: Bool { column == 0 }
    }

    subscript(place: Place) -> Int { numbers[place.row][place.column] }

    /// Row by row.
    var places: [Place] { numbers.indices.flatMap(row) }

    func row(_ row: Int) -> [Place] { numbers[row].indices.map { Place(row: row, column: $0) } }

    func threshold(_ place: Place) -> Int { thresholds[place.column] }

    /// Whether it tells of so few that it points at somebody. None is nobody.
    func isSmall(_ place: Place) -> Bool { (1..<threshold(place)).contains(self[place]) }

    /// Figures of which one follows from the others.
    struct Line {
        let places: [Place]
        /// The one that is the sum of the others; nil where that is known from elsewhere.
        let total: Place?
    }

    var lines: [Line] { numbers.indices.flatMap(lines(ofRow:)) + most.indices.map(line(ofColumn:)) }

    func lines(through place: Place) -> [Line] {
        [line(ofColumn: place.column)]
            + lines(ofRow: place.row).filter { $0.places.contains(place) }
    }

    private func lines(ofRow row: Int) -> [Line] {
        let total = Place(row: row, column: 0)
        return sides.map { side in Line(places: [total] + side.map { Place(row: row, column: $0) }, total: total) }
    }

    private func line(ofColumn column: Int) -> Line {
        Line(places: numbers.indices.map { Place(row: $0, column: column) }, total: nil)
    }
}

/// Below which number a figure is hidden: a row's total, and what it is told apart by.
struct Thresholds: Hashable, Sendable {
    let total: Int
    let part: Int

    subscript(column: Int) -> Int { column == 0 ? total : part }
}
