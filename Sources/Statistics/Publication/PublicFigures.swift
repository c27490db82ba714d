import Casework

/// A table with its numbers as they may be published.
package struct PublicFigures: Sendable {
    package let table: Table
    /// What each row is told apart by; several in one where they can't stand beside each other.
    package private(set) var columns: [[Column]] = []
    /// None of a table that can't be published.
    package private(set) var rows: [Row] = []
    package private(set) var sum: Row?
    package let counted: Cell

    package enum Cell: Hashable, Sendable {
        case shown(Int)
        /// Whether it is small itself nobody is told: it may be hidden for another's sake.
        case hidden

        package var number: Int? { if case .shown(let number) = self { number } else { nil } }
        package var text: String {
            switch self {
            case .shown(let number): "\(number)"
            case .hidden: Self.mark
            }
        }

        /// One for all: "<5" over a 55 would be read as a figure.
        package static let mark = "*"
    }

    package struct Row: Sendable {
        /// Several in one where they can't stand beside each other.
        package let codes: [String]
        package let total: Cell
        package let parts: [Cell]
        package var cells: [Cell] { [total] + parts }
    }

    package var isWithheld: Bool { rows.isEmpty }
    package var hasHidden: Bool { rows.contains { $0.cells.contains { $0.number == nil } } }

    init(_ figures: Figures, _ table: PublicTable, _ margins: Margins) {
        self.table = figures.table
        counted = margins.areFew ? .hidden : .shown(figures.counted)
        guard !margins.areFew else { return }
        switch table.shape {
        case _ where margins.counted == 0, .rows:
            show(figures, in: [Array(figures.rows.indices)], below: table.thresholds.total)
        case .ages:
            let blocks = margins[.childhood].groups.map { group in
                figures.rows.indices.filter { group.contains(Column(age: figures.rows[$0].code)) }
            }
            show(figures, in: blocks, below: table.thresholds.total)
        case .sexes(let sides): showSexes(figures, across: sides, margins, table.thresholds)
        case .crossed(let sides): cross(figures, sides, margins, table.thresholds)
        }
    }

    /// Rows alone.
    /// - Parameter blocks: those of which the sum is known.
    private mutating func show(_ figures: Figures, in blocks: [[Int]], below threshold: Int) {
        var cells = figures.rows.map { Cell.shown($0.total) }
        for block in blocks {
            let grid = Grid(totals: block.map { figures.rows[$0].total }, below: threshold)
            guard let hidden = Suppression(grid)?.hidden else { return }
            for place in hidden { cells[block[place.row]] = .hidden }
        }
        rows = zip(figures.rows, cells).map { Row(codes: [$0.code], total: $1, parts: []) }
        sum = Row(codes: ["sum"], total: .shown(figures.sum.total), parts: [])
    }

    private mutating func showSexes(
        _ figures: Figures, across sides: [Side], _ margins: Margins, _ thresholds: Thresholds
    ) {
        let codes = margins[.sex].groups.map { group in
            figures.rows.map(\.code).filter { group.contains(Column(sex: $0)) }
        }
        cross(figures, sides, margins, thresholds, rows: codes, totalsAreKnown: true)
    }

    /// With as many sides as can be protected, the first ones rather than the last.
    private mutating func cross(
        _ figures: Figures, _ sides: [Side], _ margins: Margins, _ thresholds: Thresholds,
        rows codes: [[String]]? = nil,
        totalsAreKnown: Bool = false
    ) {
        let codes = codes ?? figures.rows.map { [$0.code] }
        let sides = sides.filter { !margins[$0].columns.isEmpty }
        for told in [sides, Array(sides.prefix(1)), Array(sides.dropFirst()), []] {
            let columns = told.flatMap { margins[$0].columns }
            let numbers = codes.map { figures.numbers(of: $0, in: columns) }
            var ranges: [Range<Int>] = []
            for side in told {
                let start = ranges.last?.upperBound ?? 1
                ranges.append(start..<start + margins[side].columns.count)
            }
            var grid = Grid(
                numbers: numbers, sides: ranges, thresholds,
                most: [margins.counted] + told.flatMap { margins[$0].columnSums })
            grid.totalsAreKnown = totalsAreKnown
            guard let hidden = Suppression(grid)?.hidden else { continue }
            self.columns = columns
            rows = codes.indices.map { row in
                let cells = grid.row(row).map { place in
                    hidden.contains(place) ? Cell.hidden : .shown(grid[place])
                }
                return Row(codes: codes[row], total: cells[0], parts: Array(cells.dropFirst()))
            }
            let sums = grid.most.indices.map { column in Cell.shown(numbers.reduce(0) { $0 + $1[column] }) }
            sum = Row(codes: ["sum"], total: sums[0], parts: Array(sums.dropFirst()))
            return
        }
    }
}

extension Figures {
    /// The total of these rows together, and each column.
    func numbers(of codes: [String], in columns: [[Column]]) -> [Int] {
        let meant = rows.filter { codes.contains($0.code) }
        let parts = columns.map { group in
            meant.reduce(0) { sum, row in
                sum + zip(table.columns, row.parts).reduce(0) { group.contains($1.0) ? $0 + $1.1 : $0 }
            }
        }
        return [meant.reduce(0) { $0 + $1.total }] + parts
    }
}

extension Column {
    /// The column of whoever stands in this row of the sexes.
    init(sex code: String) {
        self =
            switch Sex(rawValue: code) {
            case .female: .female
            case .male: .male
            case nil: .sexUnknown
            }
    }

    /// The column of whoever stands in this row of the ages.
    init(age code: String) {
        self =
            switch AgeGroup(rawValue: code) {
            case .to5, .to12, .to17: .child
            case .to24, .to44, .to59, .from60: .adult
            case nil: .ageUnknown
            }
    }
}

extension PublicFigures {
    /// What a row's percentage would be of; nil of a hidden figure and of one so small that none is told.
    package func rate(_ row: Row) -> (number: Int, of: Int)? {
        guard let number = row.total.number, let all = sum?.total.number,
            !(1..<PublicTable.fewFiner).contains(number)
        else { return nil }
        return (number, all)
    }

    /// Whether children and adults are told apart.
    package var hasAges: Bool { columns.contains { $0.contains(.child) } }
}
