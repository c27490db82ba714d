import Testing

@testable import Statistics

@Suite struct SuppressionTests {
    /// The figures of 2023 by form of violence; their sum 132 is known.
    private static let batam = [12, 2, 99, 4, 9, 6]

    private func shown(_ totals: [Int], below threshold: Int) throws -> [Int?] {
        let hidden = try #require(Suppression(Grid(totals: totals, below: threshold))).hidden
        return totals.enumerated().map { hidden.contains(Grid.Place(row: $0, column: 0)) ? nil : $1 }
    }

    /// 2 and 4 make 6: 2 + 4, 3 + 3 or 4 + 2, which is hardly a choice. With the 6 they make 12.
    @Test func fewInTheWholeCityHideTheNextSmallestToo() throws {
        #expect(try shown(Self.batam, below: 5) == [12, nil, 99, nil, 9, nil])
        let two = Set([1, 3].map { Grid.Place(row: $0, column: 0) })
        let narrow = try #require(Grid(totals: Self.batam, below: 5).attacked(two))
        #expect(Set(narrow.values) == [2...4])
    }

    @Test func inAFinerTableFourAreHiddenAndTwoStay() throws {
        #expect(try shown(Self.batam, below: 10) == [12, nil, 99, nil, nil, nil])
    }

    @Test func whatIsNotSmallIsShownAndNobodyIsNobody() throws {
        #expect(try shown([5, 9, 0, 120], below: 5) == [5, 9, 0, 120])
        #expect(try shown([0, 0], below: 10) == [0, 0])
        #expect(try shown([3, 0, 40, 50], below: 5) == [nil, 0, nil, 50])
        // Who knows that only one of two is small knows both of 1 and 5.
        #expect(try shown([1, 5, 20, 30], below: 5) == [nil, 5, nil, 30])
    }

    /// Ten rows of one each: whoever knows that there are ten, and that no 0 is hidden, knows all.
    @Test func whatCannotBeHiddenIsNotPublished() {
        let all = Suppression(Grid(totals: Array(repeating: 1, count: 10), below: 5))
        #expect(all?.hidden == nil)
    }

    /// All six victims are girls. Of a shown total and a hidden figure alone the hidden one follows, so a 0 is hidden too.
    @Test func aNobodyThatTellsOfSomebodyIsHidden() throws {
        let numbers = [[16, 6, 10], [6, 6, 0], [40, 25, 15]]
        let grid = Grid(numbers: numbers, sides: [1..<3], Thresholds(total: 5, part: 10), most: [62, 37, 25])
        let hidden = try #require(Suppression(grid)).hidden
        #expect(hidden.contains(Grid.Place(row: 1, column: 2)))
        #expect(!hidden.contains(Grid.Place(row: 1, column: 0)), "the total may stay")
    }

    @Test func aRowWhoseTotalIsHiddenShowsNothing() throws {
        let numbers = [[2, 2, 0], [30, 15, 15], [4, 0, 4], [60, 30, 30]]
        let grid = Grid(numbers: numbers, sides: [1..<3], Thresholds(total: 5, part: 10), most: [96, 47, 49])
        let hidden = try #require(Suppression(grid)).hidden
        for row in [0, 2] { #expect(hidden.isSuperset(of: grid.row(row))) }
    }

    /// How far a figure can move is what trying out all figures finds, whatever is hidden.
    @Test(arguments: 1...150)
    func theSlackIsExact(seed: Int) {
        var chance = Chance(seed)
        let sides = [[], [2], [2, 2]][seed % 3]
        let grid = Grid.any(
            4 + chance.upTo(8), rows: sides.count == 2 ? 2 : 3, sides: sides, Thresholds(total: 5, part: 6),
            using: &chance)
        let hidden = Set(grid.places.filter { _ in chance.upTo(3) > 0 })
        let slack = Slack(grid, hidden: hidden)
        let tried = grid.triedOut(hidden)
        for place in hidden {
            #expect(slack.isWide(place) == (tried[place].map { $0.count > 3 } ?? false), "\(grid) \(place)")
        }
    }

    /// Nobody who adds and subtracts bounds a hidden figure to less than a width of three; and nothing is hidden that the
    /// rules do not ask for.
    @Test(arguments: 1...240)
    func noHiddenFigureFollowsAndNoneIsHiddenInVain(seed: Int) throws {
        var chance = Chance(seed)
        let sides = [[], [2], [3], [2, 2], [3, 2], [3, 3]][seed % 6]
        let people = 10 + chance.upTo(seed.isMultiple(of: 4) ? 30 : 300)
        let grid = Grid.any(
            people, rows: 2 + chance.upTo(9), sides: sides,
            Thresholds(total: seed.isMultiple(of: 5) ? 10 : 5, part: 10),
            using: &chance)
        guard let suppression = Suppression(grid) else {
            #expect(people < 100 || grid.most.contains { $0 < 20 }, "of many something can be told")
            return
        }
        let hidden = suppression.hidden
        #expect(hidden.isSuperset(of: grid.places.filter(grid.isSmall)))
        if !grid.places.contains(where: grid.isSmall) { #expect(hidden.isEmpty) }
        for line in grid.lines { #expect(line.places.count { hidden.contains($0) } != 1) }
        let found = try #require(grid.attacked(hidden))
        #expect(found.count == hidden.count && found.values.allSatisfy { $0.count > 3 }, "\(grid) \(found)")
        for place in hidden { #expect(!suppression.canBeShown(place), "\(grid) \(place)") }
        let again = try #require(Suppression(grid)).hidden
        #expect(again == hidden, "the same figures are hidden each time")
    }
}
