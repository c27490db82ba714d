/// How far each hidden figure can be another while everything that is shown stays as it is.
///
/// Columns, rows and sums are nodes, hidden figures are arcs between them: whatever moves a figure runs in a circle, and
/// the largest flow through the others says how far. Of a table of rows with one or two sides that is exact. Whoever
/// attacks it is taken to know more than is shown: which of the hidden figures are small, that the other totals are not,
/// and that a hidden figure of a row whose total is shown is no 0.
struct Slack {
    private struct Arc {
        let from: Int
        let to: Int
        var up: Int
        var down: Int
    }

    /// So much must stay open.
    static let least = 3

    private var arcs: [Arc] = []
    private var arc: [Grid.Place: Int] = [:]
    /// At each node the arcs that begin or end there.
    private var touching: [[Int]]

    init(_ grid: Grid, hidden: Set<Grid.Place>) {
        let left = grid.sides.first?.count ?? 1
        let right = grid.sides.count > 1 ? grid.sides[1].count : 1
        let rows = grid.numbers.count
        touching = Array(repeating: [], count: left + right + 2 * rows)
        // Without a side, the rows stand between two nodes of their own.
        func entry(_ row: Int) -> Int { grid.sides.isEmpty ? 0 : left + right + row }
        func exit(_ row: Int) -> Int { grid.sides.count > 1 ? left + right + rows + row : left }

        for place in grid.places where hidden.contains(place) {
            let (from, to) =
                if place.isTotal {
                    (entry(place.row), exit(place.row))
                } else if grid.sides[0].contains(place.column) {
                    (place.column - grid.sides[0].lowerBound, entry(place.row))
                } else {
                    (exit(place.row), left + place.column - grid.sides[1].lowerBound)
                }
            let number = grid[place]
            let least = grid.least(of: place, hidden: hidden)
            let most = grid.isSmall(place) ? grid.threshold(place) - 1 : grid.most[place.column]
            arc[place] = arcs.count
            touching[from].append(arcs.count)
            touching[to].append(arcs.count)
            arcs.append(Arc(from: from, to: to, up: most - number, down: number - least))
        }
    }

    func isWide(_ place: Grid.Place) -> Bool {
        guard let index = arc[place] else { return false }
        let arc = arcs[index]
        let up = min(arc.up, flow(from: arc.to, to: arc.from, without: index))
        return up >= Self.least
            || up + min(arc.down, flow(from: arc.from, to: arc.to, without: index)) >= Self.least
    }

    /// The largest flow, as far as it matters.
    private func flow(from: Int, to: Int, without index: Int) -> Int {
        var rest = self
        rest.arcs[index].up = 0
        rest.arcs[index].down = 0
        var flow = 0
        while flow < Self.least, rest.push(from: from, to: to) { flow += 1 }
        return flow
    }

    /// Moves one along a way that is open.
    private mutating func push(from: Int, to: Int) -> Bool {
        var reached: [(arc: Int, isUp: Bool)?] = Array(repeating: nil, count: touching.count)
        var front = [from]
        while let node = front.popLast(), reached[to] == nil {
            for index in touching[node] {
                let arc = arcs[index]
                let isUp = arc.from == node
                guard isUp ? arc.up > 0 : arc.down > 0 else { continue }
                let next = isUp ? arc.to : arc.from
                guard next != from, reached[next] == nil else { continue }
                reached[next] = (index, isUp)
                front.append(next)
            }
        }
        guard reached[to] != nil else { return false }
        var node = to
        while node != from, let (index, isUp) = reached[node] {
            arcs[index].up += isUp ? -1 : 1
            arcs[index].down += isUp ? 1 : -1
            node = isUp ? arcs[index].from : arcs[index].to
        }
        return true
    }
}

extension Grid {
    /// What a hidden figure is known to be at least.
    fileprivate func least(of place: Place, hidden: Set<Place>) -> Int {
        if place.isTotal, self[place] >= threshold(place) { return threshold(place) }
        // Of a row that shows nothing nobody knows who stands in none of it.
        let isUnknown = !place.isTotal && hidden.contains(Place(row: place.row, column: 0))
        return isUnknown ? 0 : min(1, self[place])
    }
}
