/// Which figures of a table are hidden before it is published (ADR 29): the small ones, and of the others so many that
/// none of the small ones follows from what is left.
struct Suppression {
    let grid: Grid
    private(set) var hidden: Set<Grid.Place> = []

    /// Nil where hiding everything would not be enough.
    init?(_ grid: Grid) {
        self.grid = grid
        grid.places.filter(grid.isSmall).forEach { hide($0) }
        while let lines = flaw {
            guard let place = next(in: lines) else { return nil }
            hide(place)
        }
        showAgain { $0.isTotal }
        showAgain { !$0.isTotal }
    }

    /// A row whose total is hidden shows nothing, or its columns would tell how small it can be at least.
    private mutating func hide(_ place: Grid.Place) {
        if place.isTotal { hidden.formUnion(grid.row(place.row)) } else { hidden.insert(place) }
    }

    var isSafe: Bool { flaw == nil }

    /// The lines in which more must be hidden.
    private var flaw: [Grid.Line]? {
        if let line = grid.lines.first(where: { $0.places.count { hidden.contains($0) } == 1 }) { return [line] }
        let slack = Slack(grid, hidden: hidden)
        return grid.places.first { hidden.contains($0) && !slack.isWide($0) }.map { grid.lines(through: $0) }
    }

    /// The smallest that is shown in these lines, or else anywhere.
    private func next(in lines: [Grid.Line]) -> Grid.Place? {
        let places = lines.flatMap { line in line.places.map { ($0, isSum: $0 == line.total) } }
        return smallest(of: places) ?? smallest(of: grid.places.map { ($0, isSum: false) })
    }

    /// The next one that tells of somebody; then one that tells of nobody, since that is harmless only as long as nothing
    /// follows from it; then the sum of the others.
    private func smallest(of places: [(Grid.Place, isSum: Bool)]) -> Grid.Place? {
        let open = places.filter { !hidden.contains($0.0) && !($0.0.isTotal && grid.totalsAreKnown) }
        let ranked = open.map { place, isSum in
            (isSum ? 2 : grid[place] == 0 ? 1 : 0, grid[place], place.row, place.column)
        }
        return ranked.min { $0 < $1 }.map { Grid.Place(row: $0.2, column: $0.3) }
    }

    /// Shows what turned out not to be needed, the largest first.
    private mutating func showAgain(_ isMeant: (Grid.Place) -> Bool) {
        let added = grid.places.filter { isMeant($0) && hidden.contains($0) && !grid.isSmall($0) }
        for place in added.sorted(by: { grid[$0] > grid[$1] }) where canBeShown(place) { hidden.remove(place) }
    }

    /// Whether this one could be shown beside what is shown.
    func canBeShown(_ place: Grid.Place) -> Bool {
        guard !grid.isSmall(place), place.isTotal || !hidden.contains(Grid.Place(row: place.row, column: 0))
        else { return false }
        var fewer = self
        fewer.hidden.remove(place)
        return fewer.isSafe
    }
}
