@testable import Statistics

/// What somebody finds out who adds and subtracts. They know more than is published: which of the hidden figures are
/// small, which of the totals are not, and that a hidden figure of a row whose total is shown is no 0.
struct Attack {
    /// Within which bounds each figure is known to be.
    private(set) var ranges: [ClosedRange<Int>] = []
    private var equations: [(plus: [Int], minus: [Int], sum: Int)] = []

    mutating func add(_ range: ClosedRange<Int>) -> Int {
        ranges.append(range)
        return ranges.count - 1
    }

    mutating func add(_ plus: [Int], minus: [Int] = [], is sum: Int) { equations.append((plus, minus, sum)) }

    /// Narrows each figure by all others, until nothing more follows. Nil where no figures could be so.
    mutating func run() -> [ClosedRange<Int>]? {
        var before: [ClosedRange<Int>] = []
        while before != ranges {
            before = ranges
            for equation in equations where !narrow(equation) { return nil }
        }
        return ranges
    }

    private mutating func narrow(_ equation: (plus: [Int], minus: [Int], sum: Int)) -> Bool {
        for (mine, others, sign) in [(equation.plus, equation.minus, 1), (equation.minus, equation.plus, -1)] {
            let low = mine.reduce(0) { $0 + ranges[$1].lowerBound } - others.reduce(0) { $0 + ranges[$1].upperBound }
            let high = mine.reduce(0) { $0 + ranges[$1].upperBound } - others.reduce(0) { $0 + ranges[$1].lowerBound }
            for figure in mine {
                let range = ranges[figure]
                let least = max(range.lowerBound, sign * equation.sum - (high - range.upperBound))
                let most = min(range.upperBound, sign * equation.sum - (low - range.lowerBound))
                guard least <= most else { return false }
                ranges[figure] = least...most
                if ranges[figure] != range { return narrow(equation) }
            }
        }
        return true
    }
}

extension Grid {
    /// What is known of a figure at first sight.
    func firstRange(_ place: Place, _ hidden: Set<Place>) -> ClosedRange<Int> {
        guard hidden.contains(place) else { return self[place]...self[place] }
        let isOfClosedRow = !place.isTotal && hidden.contains(Place(row: place.row, column: 0))
        let isLargeTotal = place.isTotal && self[place] >= threshold(place)
        let least = isOfClosedRow || self[place] == 0 ? 0 : isLargeTotal ? threshold(place) : 1
        return least...(isSmall(place) ? threshold(place) - 1 : most[place.column])
    }

    private func sum(_ line: Line) -> Int { line.places.reduce(0) { $0 + self[$1] } }

    /// What adding and subtracting finds out about each hidden figure.
    func attacked(_ hidden: Set<Place>) -> [Place: ClosedRange<Int>]? {
        var attack = Attack()
        let figures = Dictionary(
            uniqueKeysWithValues: places.map { ($0, attack.add(firstRange($0, hidden))) })
        for line in lines {
            attack.add(
                line.places.filter { $0 != line.total }.compactMap { figures[$0] },
                minus: [line.total].compactMap { $0.flatMap { figures[$0] } }, is: line.total == nil ? sum(line) : 0)
        }
        guard let ranges = attack.run() else { return nil }
        return figures.filter { hidden.contains($0.key) }.mapValues { ranges[$0] }
    }

    /// What follows about each hidden figure, by trying all of them; for small tables.
    func triedOut(_ hidden: Set<Place>) -> [Place: ClosedRange<Int>] {
        let open = places.filter(hidden.contains)
        var values = Dictionary(uniqueKeysWithValues: places.map { ($0, self[$0]) })
        var found: [Place: ClosedRange<Int>] = [:]
        let last = lines.map { line in (line, last: open.lastIndex { line.places.contains($0) }, sum: sum(line)) }

        func holds(_ line: Line, _ sum: Int) -> Bool {
            let parts = line.places.reduce(0) { $0 + ($1 == line.total ? 0 : values[$1] ?? 0) }
            return parts == (line.total.flatMap { values[$0] } ?? sum)
        }
        func tryOut(_ index: Int) {
            guard index < open.count else {
                for place in open {
                    let value = values[place] ?? 0
                    let range = found[place] ?? value...value
                    found[place] = min(range.lowerBound, value)...max(range.upperBound, value)
                }
                return
            }
            for value in firstRange(open[index], hidden) {
                values[open[index]] = value
                if last.allSatisfy({ $0.last != index || holds($0.0, $0.sum) }) { tryOut(index + 1) }
            }
            values[open[index]] = self[open[index]]
        }
        tryOut(0)
        return found
    }
}
